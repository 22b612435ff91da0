"""Concepts → fiches in order: BM25F, then closeness and titles among the best (docs/decisions/0009).

The weights of all that answers one typed word are added *before* they saturate, so a fiche gains little
from saying a thing in five ways. Each concept then counts as much as it is rare in the kit.
"""

from array import array
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise
from math import log
from operator import add

from tressons_kit.domain.explanation import Bonus
from tressons_kit.library.concepts import Concept, Kind
from tressons_kit.library.word_index import Posting, WordIndex, add_posting

Scores = Sequence[float]
"""A number by row; row 0 is no fiche."""

SATURATION = 2.4
"""BM25's k1."""

PRESENCE = 1.0
"""What a concept is worth by being there at all, beside how much is said of it."""

LIGHT_WORTH = 0.5
BEGINNING_WORTH = 0.2
RERANKED = 30
PLACE_BONUS = 2.0
"""Shared between the words typed: alone, the name of a department is all that is asked."""

TITLE_BONUS, BREVITY_BONUS, CLOSENESS_BONUS = 0.2, 0.25, 0.4
_SURE = {Kind.EXACT, Kind.INFLECTION, Kind.CORRECTION, Kind.JOINED}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one concept says of each fiche: saturated, times how rare it is.

    `scores` are by row, 0 where nothing answers. An array takes eight bytes a fiche where a dictionary
    takes a hundred, and adds up in half the time.
    """

    scores: Scores
    rarity: float


class Ranker:
    """Ranks the fiches of one kit; keeps the evidence of the last concepts."""

    def __init__(self, index: WordIndex) -> None:
        self._index = index
        self.evidence = lru_cache(64)(self._evidence)

    def scores(self, concepts: Sequence[Concept]) -> Scores:
        """Add up what every concept says of each fiche."""
        if not concepts:
            return array("d", bytes(8 * (self._index.fiche_count + 1)))
        first, *others = [self._important(concept, concepts) for concept in concepts]
        for scores in others:
            first = array("d", map(add, first, scores))
        return first

    def _important(self, concept: Concept, concepts: Sequence[Concept]) -> Scores:
        scores, factor = self.evidence(concept).scores, importance(concept, concepts)
        return scores if factor == 1.0 else [factor * score for score in scores]

    def refined(
        self, scores: Scores, concepts: Sequence[Concept], rows: Sequence[int], there: Set[int]
    ) -> dict[int, float]:
        """Score some fiches again: by their titles, by how close the words are, by their place.

        `there` are the fiches of the place that is named. No score is lowered.
        """
        words = self._words(concepts)
        return {row: scores[row] * (1.0 + self._bonus(row, words, there).total) for row in rows}

    def bonus(self, row: int, concepts: Sequence[Concept], there: Set[int]) -> Bonus:
        """Return what a closer look at a fiche adds to its score."""
        return self._bonus(row, self._words(concepts), there)

    def beginnings(self, concept: Concept) -> list[tuple[int, Posting]]:
        """Return the words that start like a long prefix, the most frequent last: it alone counts."""
        known = {one.number for one in concept.alternatives}
        first, last = self._index.span(concept.prefix)
        numbers = (number for number in range(first, last) if number not in known)
        found = [(number, self._index.posting(number)) for number in numbers]
        return sorted(found, key=lambda pair: len(pair[1].rows))

    def _words(self, concepts: Sequence[Concept]) -> list["_Words"]:
        return [_Words(concept, self._index, self.evidence(concept).rarity) for concept in concepts]

    def _evidence(self, concept: Concept) -> Evidence:
        total = [0.0] * (self._index.fiche_count + 1)
        for one in concept.alternatives:
            add_posting(total, self._index.posting(one.number), one.worth)
        sure = (one.number for one in concept.alternatives if one.kind in _SURE)
        count = len(self._index.fiches_of(sure))
        if concept.prefix:
            add_posting(total, self._beginnings(concept), BEGINNING_WORTH)
        count = count or sum(map(bool, total))
        rarity = log(1.0 + (self._index.fiche_count - count + 0.5) / (count + 0.5))
        present, most = rarity * PRESENCE, rarity * (SATURATION + 1.0)
        scores = array("d", bytes(8 * len(total)))
        for row in compress(range(len(total)), total):
            weight = total[row]
            scores[row] = present + most * weight / (weight + SATURATION)
        return Evidence(scores, rarity)

    def _beginnings(self, concept: Concept) -> Posting:
        short = self._index.short_prefix(concept.prefix)
        if short is not None:
            return short
        # The most frequent word is written last and counts alone: adding thousands of small lists
        # would take five times as long, to say hardly more of a word that is not typed yet.
        total: dict[int, int] = {}
        for _, posting in self.beginnings(concept):
            total.update(zip(posting.rows, posting.weights, strict=True))
        return Posting(tuple(total), bytes(total.values()))

    def _bonus(self, row: int, words: Sequence["_Words"], there: Set[int]) -> Bonus:
        order, ends = self._index.order(row)
        if not ends:
            return Bonus()
        title = order[: ends[0]]
        total = sum(word.rarity for word in words) or 1.0
        covered = sum(word.rarity for word in words if not word.numbers.isdisjoint(title)) / total
        named = sum(number in word.numbers for word in words for number in title) / max(1, len(title))
        return Bonus(
            TITLE_BONUS * covered,
            BREVITY_BONUS * covered * named,
            CLOSENESS_BONUS * _closeness(order, words) if len(words) > 1 else 0.0,
            PLACE_BONUS / len(words) if row in there else 0.0,
        )


def importance(concept: Concept, concepts: Sequence[Concept]) -> float:
    """Return what the score of a concept is multiplied by among others."""
    return LIGHT_WORTH if concept.light and len(concepts) > 1 else 1.0


class _Words:
    """The numbers of the words that answer a concept."""

    def __init__(self, concept: Concept, index: WordIndex, rarity: float) -> None:
        self.rarity = 0.0 if concept.light else rarity
        self.numbers = {one.number for one in concept.alternatives}
        if concept.prefix:
            self.numbers.update(range(*index.span(concept.prefix)))


def _closeness(order: Sequence[int], words: Sequence[_Words]) -> float:
    """Return how close two words that follow each other in the query come in a text, 0 to 1."""
    everything = set().union(*(word.numbers for word in words))
    # Thirty fiches of a thousand words each: the loop runs in C, only what it keeps in Python.
    found = [*compress(range(len(order)), map(everything.__contains__, order))]
    places = [[place for place in found if order[place] in word.numbers] for word in words]
    near = [_nearness(first, second) for first, second in pairwise(places)]
    return sum(near) / len(near)


def _nearness(first: Sequence[int], second: Sequence[int]) -> float:
    """Return 1 for two words that follow each other, 1/2 at two words or the other way round, etc."""
    best = 0.0
    at = 0
    for place in second:
        while at + 1 < len(first) and first[at + 1] < place:
            at += 1
        for other in first[at : at + 2]:
            gap = place - other
            if gap:
                best = max(best, 1.0 / (gap if gap > 0 else 1 - gap))
    return best
