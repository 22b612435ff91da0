"""Takes the score of one fiche apart: by word typed, by word of the kit, by bonus.

What is told comes from the same evidence as the ranking, added in the same order, so that the scores
are equal; nothing here is on the way of a search.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tressons_kit.domain.explanation import ExplainedConcept, FoundWord, ResultExplanation
from tressons_kit.foundation.expressions import word_key
from tressons_kit.foundation.french import words
from tressons_kit.foundation.index_format import FIELDS, LONGEST_PREFIX
from tressons_kit.library.concepts import Concept, Kind
from tressons_kit.library.matching import Answer
from tressons_kit.library.query_language import ReadQuery
from tressons_kit.library.ranking import BEGINNING_WORTH, Ranker, importance
from tressons_kit.library.word_index import IndexedWord, WordIndex


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it was read, the concepts that ranked its answers, and those answers."""

    read: ReadQuery
    concepts: Sequence[Concept]
    found: Answer


class Explainer:
    """Explains the answers of one kit."""

    def __init__(self, index: WordIndex, ranker: Ranker) -> None:
        self._index, self._ranker = index, ranker

    def explain(self, row: int, asked: Asked) -> ResultExplanation:
        """Tell why a fiche is among the answers, and at its place."""
        fiche = _FicheWords(row, self._index)
        typed = {word.start: word.spelling for word in words(asked.read.ranking)}
        found = asked.found
        score = found.scores.get(row)
        return ResultExplanation(
            concepts=tuple(
                self._explained(
                    concept,
                    typed.get(concept.start, concept.spelling),
                    importance(concept, asked.concepts),
                    fiche,
                )
                for concept in asked.concepts
            ),
            score=score,
            bonus=self._ranker.bonus(row, asked.concepts, found.there)
            if row in found.looked_at
            else None,
            conditions=tuple(part.label for part in asked.read.understood),
            missing=found.missing.get(row, ()),
            is_direct=score == math.inf,
        )

    def _explained(
        self, concept: Concept, typed: str, factor: float, fiche: "_FicheWords"
    ) -> ExplainedConcept:
        evidence = self._ranker.evidence(concept)
        score = evidence.scores[fiche.row]
        found = sorted(self._found(concept, fiche), key=lambda one: one.contribution, reverse=True)
        return ExplainedConcept(
            typed=typed,
            spelling=concept.spelling,
            light=factor < 1.0,
            rarity=evidence.rarity,
            words=tuple(found),
            saturated=score / evidence.rarity,
            points=factor * score,
        )

    def _found(self, concept: Concept, fiche: "_FicheWords") -> Iterator[FoundWord]:
        """Give each word that answers; for an unfinished one, those that begin so as well."""
        answers = [(one.number, str(one.kind), one.worth) for one in concept.alternatives]
        answers += [
            (number, str(Kind.BEGINNING), BEGINNING_WORTH)
            for number in self._beginnings(concept, fiche)
        ]
        weights = {number: self._index.posting(number).weight_in(fiche.row) for number, _, _ in answers}
        named = self._index.numbered(number for number, weight in weights.items() if weight)
        for number, kind, worth in answers:
            weight = weights[number]
            if weight:
                word = named[number]
                yield FoundWord(word.spelling, kind, worth, weight, fiche.counts(word))

    def _beginnings(self, concept: Concept, fiche: "_FicheWords") -> Sequence[int]:
        if not concept.prefix:
            return ()
        if len(concept.prefix) <= LONGEST_PREFIX:
            # The merged posting of a short prefix holds the words of texts, the exact one among them.
            return sorted(fiche.numbers.intersection(range(*self._index.span(concept.prefix))))
        found = self._ranker.beginnings(concept)
        return [number for number, posting in found if posting.weight_in(fiche.row)][-1:]


class _FicheWords:
    """The words of one fiche, field by field."""

    def __init__(self, row: int, index: WordIndex) -> None:
        self.row, self._index = row, index
        order, ends = index.order(row)
        self._fields = [order[start:end] for start, end in pairwise((0, *ends))]
        self.numbers = frozenset(order)

    def counts(self, word: IndexedWord) -> dict[str, int]:
        """Count a word, a hyphenated word or an expression in each field that has it.

        The index does not tell hyphens from spaces: `tiers lieu` counts as `tiers-lieu`.
        """
        count = self._count_expression if " " in word.form else self._count_word
        counts = {name: count(word.form, field) for name, field in enumerate(self._fields)}
        return {FIELDS[name]: number for name, number in counts.items() if number}

    def _count_word(self, form: str, field: Sequence[int]) -> int:
        forms = [self._named[number].form for number in field]
        if not form.isalpha():
            return forms.count(form)
        return sum(_starts_with(forms, position, form) for position in range(len(forms)))

    def _count_expression(self, form: str, field: Sequence[int]) -> int:
        keys = [self._keys[number] for number in field]
        wanted = form.split(" ")
        length = len(wanted)
        return sum(keys[at : at + length] == wanted for at in range(len(keys) - length + 1))

    @cached_property
    def _named(self) -> dict[int, IndexedWord]:
        return self._index.numbered(self.numbers)

    @cached_property
    def _keys(self) -> dict[int, str]:
        return {number: word_key(word.spelling) for number, word in self._named.items()}


def _starts_with(forms: Sequence[str], position: int, wanted: str) -> bool:
    """Tell whether a word stands at a position, be it in several parts."""
    joined = ""
    while len(joined) < len(wanted) and position < len(forms):
        joined += forms[position]
        position += 1
        if not wanted.startswith(joined):
            return False
    return joined == wanted
