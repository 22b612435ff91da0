"""Why a fiche answers, in words: sentences, then the lines of a table. Shared by all faces."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tressons_kit.domain.explanation import Bonus, ExplainedConcept, FoundWord, ResultExplanation
from tressons_kit.domain.query import Order, Query
from tressons_kit.foundation.index_format import FIELDS
from tressons_kit.foundation.texts import FRENCH, Texts

MOST_WORDS = 6
"""Words shown for one word typed; the lighter ones make one line together."""

_LEAST_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Reason:
    """A line of the table: a word of the kit, how it answers, where it stands, what it counts."""

    found: str
    kind: str = ""
    where: str = ""
    weight: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class ReasonGroup:
    """What a word typed brought to the score, or the bonus; `share` is that of the whole group."""

    title: str
    share: str
    reasons: tuple[Reason, ...]


def headers(texts: Texts = FRENCH) -> Reason:
    """Name the columns."""
    return Reason(texts("Mot trouvé"), texts("Nature"), texts("Où"), texts("Poids"), texts("Part"))


def reason_groups(explanation: ResultExplanation, texts: Texts = FRENCH) -> tuple[ReasonGroup, ...]:
    """Put an explanation in groups of lines: one for each word typed, then the bonus."""
    groups = [_concept_group(concept, explanation, texts) for concept in explanation.concepts]
    bonus = explanation.bonus
    if bonus is not None and bonus.total:
        groups.append(_bonus_group(bonus, explanation, texts))
    return tuple(groups)


def remarks(explanation: ResultExplanation, query: Query, texts: Texts = FRENCH) -> Iterator[str]:
    """Say in sentences what the table does not."""
    if explanation.is_direct:
        yield texts("Son code a été tapé : cette fiche vient avant toutes les autres.")
    elif not explanation.concepts:
        yield from _without_word(explanation, query, texts)
    elif explanation.score is not None:
        yield texts("Note : {}.").format(_decimal(explanation.score, texts))
    conditions = explanation.conditions
    if conditions:
        said = texts.plural(
            "Condition satisfaite : {}.", "Conditions satisfaites : {}.", len(conditions)
        )
        yield said.format(" ; ".join(conditions))
    if explanation.missing:
        yield texts("Il manque : {}.").format(", ".join(explanation.missing))
    if explanation.concepts and explanation.bonus is None and not explanation.is_direct:
        yield texts("Trop loin dans la liste pour un bonus du titre et de la proximité des mots.")
    if explanation.concepts and query.order is not Order.RELEVANCE:
        yield texts("La liste suit un autre ordre que la pertinence : la note n’y change rien.")


def _without_word(explanation: ResultExplanation, query: Query, texts: Texts) -> Iterator[str]:
    if not query.text.strip():
        yield texts("Rien n’a été tapé : toutes les fiches sont données.")
    elif not explanation.conditions:
        yield texts("Rien que de petits mots : la fiche les a dans cet ordre, comme ils sont écrits.")


def _concept_group(
    concept: ExplainedConcept, explanation: ResultExplanation, texts: Texts
) -> ReasonGroup:
    title = concept.typed
    if concept.is_corrected:
        title = texts("{typed}, lu « {searched} »").format(typed=title, searched=concept.spelling)
    title = texts("{word} · rareté {rarity}").format(word=title, rarity=_decimal(concept.rarity, texts))
    if concept.light:
        title = texts("{} · mot léger, compté à moitié").format(title)
    if not concept.words:
        title = texts("{} · absent de la fiche").format(title)
    reasons = tuple(_reasons(concept, explanation, texts))
    return ReasonGroup(title, _percent(explanation.share(concept.points), texts), reasons)


def _reasons(
    concept: ExplainedConcept, explanation: ResultExplanation, texts: Texts
) -> Iterator[Reason]:
    """Share the points of a concept among its words, by what each contributes."""
    whole = sum(word.contribution for word in concept.words)

    def share(words: Sequence[FoundWord]) -> str:
        part = sum(word.contribution for word in words) / whole
        return _percent(explanation.share(concept.points * part), texts)

    shown, others = concept.words[:MOST_WORDS], concept.words[MOST_WORDS:]
    for word in shown:
        places = _places(word, texts)
        yield Reason(
            word.spelling,
            _kinds(texts).get(word.kind, word.kind),
            places,
            _weight(word, texts),
            share([word]),
        )
    if others:
        together = texts.plural("et {} autre mot", "et {} autres mots", len(others)).format(len(others))
        weight = _decimal(sum(word.contribution for word in others), texts)
        yield Reason(together, weight=weight, share=share(others))


def _bonus_group(bonus: Bonus, explanation: ResultExplanation, texts: Texts) -> ReasonGroup:
    named = (
        (texts("mots dans le titre"), bonus.title),
        (texts("titre bref"), bonus.brevity),
        (texts("mots proches"), bonus.closeness),
        (texts("lieu nommé"), bonus.place),
    )
    reasons = tuple(
        Reason(
            name,
            weight="+\u00a0" + texts("{}\u202f%").format(_number(100 * added, 1, texts)),
            share=_percent(explanation.share(explanation.points * added), texts),
        )
        for name, added in named
        if added
    )
    share = _percent(explanation.share(explanation.points * bonus.total), texts)
    return ReasonGroup(texts("Titre et proximité"), share, reasons)


def _places(word: FoundWord, texts: Texts) -> str:
    """Name the fields that have a word, the heaviest first, with how many times when several."""
    names = _field_names(texts)
    return ", ".join(
        name if word.counts[field] == 1 else f"{name}\u00a0({word.counts[field]})"
        for field, name in zip(FIELDS, names, strict=True)
        if field in word.counts
    )


def _field_names(texts: Texts) -> tuple[str, ...]:
    return (
        texts("titre"),
        texts("noms"),
        texts("résumé"),
        texts("intertitres"),
        texts("filtres"),
        texts("texte"),
        texts("sources"),
    )


def _kinds(texts: Texts) -> dict[str, str]:
    """Name how words answer: the core knows the ways by their French names."""
    return {
        "mot tapé": texts("mot tapé"),
        "autre forme": texts("autre forme"),
        "même famille": texts("même famille"),
        "commence ainsi": texts("commence ainsi"),
        "écrit en un mot": texts("écrit en un mot"),
        "expression": texts("expression"),
        "synonyme": texts("synonyme"),
        "correction": texts("correction"),
    }


def _weight(word: FoundWord, texts: Texts) -> str:
    weight = _decimal(word.weight, texts)
    if word.worth == 1.0:
        return weight
    return f"{weight} × {_number(word.worth, 2, texts)}"


def _decimal(number: float, texts: Texts) -> str:
    return texts.decimal(number, 2) if math.isfinite(number) else "∞"


def _number(number: float, places: int, texts: Texts) -> str:
    """Write a number with some decimals at most."""
    return texts.decimal(number, places).rstrip("0").rstrip(",.")


def _percent(share: float, texts: Texts) -> str:
    if 0 < share < _LEAST_SHARE:
        return texts("< 1\u202f%")
    return texts("{}\u202f%").format(round(100 * share))
