"""Reads what was typed with the words of a kit: families, synonyms, expressions, corrections."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tressons_kit.domain.query import Correction
from tressons_kit.foundation.expressions import word_key
from tressons_kit.foundation.french import Word, inflection_keys, is_stop_word, stems, words
from tressons_kit.foundation.index_format import INFLECTION, STEM
from tressons_kit.library.concepts import Alternative, Concept, Kind
from tressons_kit.library.light_words import is_light
from tressons_kit.library.spelling import Speller
from tressons_kit.library.word_index import IndexedWord, WordIndex

MAX_WORDS = 24
MAX_LENGTH = 1_000
"""More than any question has; what follows in a pasted text is left out."""

MOST_CONCEPTS, MOST_CORRECTIONS = 10, 5
"""More words add time and say nothing more of the subject."""

LONGEST_EXPRESSION = 11

ACRONYM_LETTERS = 3
"""A word so short and without accent is an acronym, or a noun of which only the plural is sure."""

WORTH = {
    Kind.EXACT: 1.0,
    Kind.INFLECTION: 0.9,
    Kind.FAMILY: 0.6,
    Kind.BEGINNING: 0.5,
    Kind.JOINED: 1.0,
    Kind.EXPRESSION: 0.6,
    Kind.SYNONYM: 1.0,
    Kind.CORRECTION: 0.85,
}
"""What each kind is worth beside the exact word; a synonym's is times its own weight."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """The concepts of a text, in its order, and the words that were corrected."""

    concepts: tuple[Concept, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def required(self) -> tuple[Concept, ...]:
        """The concepts that a complete answer has."""
        return tuple(concept for concept in self.concepts if not concept.light) or self.concepts


@dataclass(slots=True)
class _Token:
    """A word that was typed, while it is read."""

    word: Word
    spelling: str
    unfinished: bool
    corrected: bool = False

    @property
    def form(self) -> str:
        return self.word.form

    @property
    def counts(self) -> bool:
        return not is_stop_word(self.word.form)


class QueryReader:
    """Reads texts with one kit's words."""

    def __init__(self, index: WordIndex, speller: Speller) -> None:
        self._index, self._speller = index, speller

    def read(self, typed: str, *, verbatim: bool = False) -> ReadText:
        """Read a text; `verbatim` corrects nothing. Any text can be read."""
        found = list(islice(words(typed[:MAX_LENGTH]), MAX_WORDS))
        tokens = [
            _Token(word, word.spelling, position == len(found) - 1 and word.end == len(typed))
            for position, word in enumerate(found)
        ]
        answers: list[list[Alternative]] = [self._own_words(token) for token in tokens]
        self._add_joined(tokens, answers)
        corrections = [] if verbatim else self._correct(tokens, answers)
        self._add_expressions(tokens, answers)
        concepts = {
            token.form: Concept(
                spelling=token.spelling,
                form=token.form,
                alternatives=_best(alternatives),
                prefix=token.form if token.unfinished and not token.corrected else "",
                light=is_light(token.form),
                start=token.word.start,
            )
            for token, alternatives in zip(tokens, answers, strict=True)
            if token.counts
        }
        return ReadText(self._telling(concepts.values()), tuple(corrections))

    def _telling(self, concepts: Collection[Concept]) -> tuple[Concept, ...]:
        """Keep the words that tell most of a long text: all but the light ones, then the rarest."""
        if len(concepts) <= MOST_CONCEPTS:
            return tuple(concepts)
        kept = sorted(concepts, key=lambda concept: (concept.light, self._frequency(concept)))
        return tuple(sorted(kept[:MOST_CONCEPTS], key=lambda concept: concept.start))

    def _frequency(self, concept: Concept) -> int:
        word = self._index.word(concept.form)
        return word.fiches if word is not None else 0

    def _own_words(self, token: _Token) -> list[Alternative]:
        if not token.counts:
            return []
        return list(self._family(token.form, token.spelling))

    def _family(self, form: str, spelling: str) -> Iterator[Alternative]:
        exact = self._index.word(form)
        if exact is not None:
            yield _alternative(exact, Kind.EXACT)
        if exact is not None and len(form) <= ACRONYM_LETTERS and exact.spelling == form:
            # « caf » would find every « café », whose unaccented feminine it looks like.
            plural = self._index.word(form + "s")
            if plural is not None:
                yield _alternative(plural, Kind.INFLECTION)
            return
        for key in inflection_keys(spelling):
            for word in self._index.family(INFLECTION, key):
                yield _alternative(word, Kind.INFLECTION)
        for key in stems(spelling):
            for word in self._index.family(STEM, key):
                yield _alternative(word, Kind.FAMILY)

    def _add_joined(self, tokens: Sequence[_Token], answers: Sequence[list[Alternative]]) -> None:
        """« tiers lieu » also finds « tierslieu », « co voiturage » finds « covoiturage »."""
        for position in range(1, len(tokens)):
            first, second = tokens[position - 1], tokens[position]
            joined = first.form + second.form
            if not joined.isalpha():
                continue
            for alternative in self._joined(joined):
                answers[position - 1].append(alternative)
                answers[position].append(alternative)

    def _joined(self, form: str) -> Iterator[Alternative]:
        word = self._index.word(form)
        if word is None or not word.fiches:
            return
        yield _alternative(word, Kind.JOINED)
        for key in inflection_keys(word.spelling.replace("-", "")):
            for other in self._index.family(INFLECTION, key):
                yield _alternative(other, Kind.JOINED)

    def _correct(
        self, tokens: Sequence[_Token], answers: Sequence[list[Alternative]]
    ) -> list[Correction]:
        corrections: list[Correction] = []
        tried = 0
        for token, alternatives in zip(tokens, answers, strict=True):
            if alternatives or not token.counts or self._is_known(token):
                continue
            tried += 1
            if tried > MOST_CORRECTIONS:
                break
            found = self._speller.corrections(token.form, unfinished=token.unfinished)
            if not found:
                continue
            best = found[0]
            for word, likeness in found:
                alternatives.extend(
                    Alternative(one.number, one.worth * likeness, Kind.CORRECTION, one.spelling)
                    for one in self._family(word.form, word.spelling)
                )
            corrections.append(Correction(token.spelling, best[0].spelling))
            token.spelling, token.corrected = best[0].spelling, True
        return corrections

    def _is_known(self, token: _Token) -> bool:
        """Tell whether a word that no fiche has is right all the same: a synonym, a beginning."""
        if self._index.synonyms(word_key(token.spelling)):
            return True
        return token.unfinished and self._index.has_beginning(token.form)

    def _add_expressions(self, tokens: Sequence[_Token], answers: Sequence[list[Alternative]]) -> None:
        """Add the synonyms of each word and of each run of words; each word of a run has them all."""
        keys = [word_key(token.spelling) for token in tokens]
        for start in range(len(tokens)):
            for end in range(start + 1, min(len(tokens), start + LONGEST_EXPRESSION) + 1):
                key = " ".join(keys[start:end])
                if key not in self._index.expressions:
                    continue
                for alternative in self._answers_to(key, end - start):
                    for position in range(start, end):
                        answers[position].append(alternative)

    def _answers_to(self, key: str, length: int) -> Iterator[Alternative]:
        if length > 1:
            expression = self._index.word(key)
            if expression is not None and expression.fiches:
                yield _alternative(expression, Kind.EXPRESSION)
        for synonym in self._index.synonyms(key):
            worth = WORTH[Kind.SYNONYM] * synonym.weight
            for word in self._words_of(synonym.key):
                yield Alternative(word.number, worth, Kind.SYNONYM, synonym.spelling)

    def _words_of(self, key: str) -> Iterable[IndexedWord]:
        """Return the words or the expression that a key stands for."""
        if " " in key:
            expression = self._index.word(key)
            return (expression,) if expression is not None and expression.fiches else ()
        return self._index.family(INFLECTION, key)


def _alternative(word: IndexedWord, kind: Kind) -> Alternative:
    return Alternative(word.number, WORTH[kind], kind, word.spelling)


def _best(alternatives: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """Keep each word once, with the greatest worth."""
    best: dict[int, Alternative] = {}
    for one in alternatives:
        known = best.get(one.number)
        if known is None or one.worth > known.worth:
            best[one.number] = one
    return tuple(best.values())
