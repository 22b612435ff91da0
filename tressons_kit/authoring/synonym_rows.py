"""The synonyms and the glossary → the rows of the table `synonym`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tressons_kit.authoring.synonyms_file import Synonyms, phrase_form
from tressons_kit.domain.fiche import GlossaryTerm
from tressons_kit.foundation.expressions import key_of_text
from tressons_kit.foundation.french import fold, is_stop_word, words

_ACRONYM_WEIGHT, _GLOSSARY_WEIGHT = 0.9, 0.8


def synonym_rows(
    entries: Sequence[Synonyms],
    terms: Sequence[GlossaryTerm],
    spellings: Iterable[Mapping[str, int]],
) -> list[dict[str, Any]]:
    """Return each expression with each alternative once, with the greatest weight that it is given.

    Both are given by their keys (`foundation/expressions.py`): the plural of a word has its synonyms.
    `spellings` are the counts of how words are written in each fiche.
    """
    ordinary = _ordinary_words(terms, spellings)
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for entry in (*entries, *_of_glossary(terms, ordinary)):
        for spelling, alternative in entry.pairs():
            if not all(map(_can_be_searched, (spelling, alternative))):
                continue
            pair = key_of_text(spelling), key_of_text(alternative)
            if pair[0] == pair[1]:
                continue
            if entry.weight > best.get(pair, (0.0, ""))[0]:
                best[pair] = entry.weight, alternative
    return [
        {"form": form, "alternative": alternative, "spelling": spelling, "weight": weight}
        for (form, alternative), (weight, spelling) in sorted(best.items())
    ]


def expressions(synonyms: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the keys of several words among the alternatives, each with its spelling."""
    return {row["alternative"]: row["spelling"] for row in synonyms if " " in row["alternative"]}


def _of_glossary(terms: Sequence[GlossaryTerm], ordinary: frozenset[str]) -> Iterator[Synonyms]:
    """Bring each term together with its acronym, and each of both with every synonym."""
    for term in terms:
        names = [term.term]
        if term.acronym and phrase_form(term.acronym) not in ordinary:
            names.append(term.acronym)
            yield Synonyms((term.term, term.acronym), weight=_ACRONYM_WEIGHT)
        for name in names:
            for form in term.forms:
                yield Synonyms((name, form), weight=_GLOSSARY_WEIGHT)


def _ordinary_words(
    terms: Sequence[GlossaryTerm], spellings: Iterable[Mapping[str, int]]
) -> frozenset[str]:
    """Return the acronyms that are rather a word with accents: CLE would find every « clé »."""
    counts: Counter[str] = Counter()
    for written in spellings:
        counts.update(written)
    acronyms = {phrase_form(term.acronym): term.acronym.casefold() for term in terms if term.acronym}
    return frozenset(
        form
        for spelling, count in counts.items()
        if not spelling.isascii()
        and (form := fold(spelling)) in acronyms
        and count > counts[acronyms[form]]
    )


def _can_be_searched(spelling: str) -> bool:
    return any(not is_stop_word(word.form) for word in words(spelling))
