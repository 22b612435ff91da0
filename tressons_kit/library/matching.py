"""Concepts → the fiches that answer, in order.

A fiche that has every word is an answer. So is one that lacks a word but says much of the others, and
the list says which: asked for « qui peut prêter un local », the best fiche may well say « mettre à
disposition », and on foreign collections it often came before those that had all the words.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import compress

from tressons_kit.domain.query import Drop
from tressons_kit.foundation.french import words
from tressons_kit.library.concepts import Concept
from tressons_kit.library.query_reader import ReadText
from tressons_kit.library.ranking import RERANKED, Ranker, Scores

PARTIAL_SHARE = 0.5
PARTIAL_AT_MOST = 100
"""Partial answers: how good beside the best, and how many."""


@dataclass(frozen=True, slots=True)
class Request:
    """A text to answer, as it was read.

    `reading` are its free words, `ranking` all those that make an answer better; `allowed` are the
    fiches that satisfy its conditions, or None when it has none; `there` those of the place that it
    names.
    """

    text: str
    reading: ReadText
    ranking: ReadText
    allowed: Set[int] | None = None
    there: Set[int] = frozenset()


class RowScores(Mapping[int, float]):
    """The score of each row found, gathered when one is asked for.

    A key typed finds thousands of rows, and only « pourquoi ce résultat ? » asks for a score.
    """

    def __init__(self, rows: Sequence[int], scores: Scores, refined: Mapping[int, float]) -> None:
        self._rows, self._scores, self._refined = rows, scores, refined

    def __getitem__(self, row: int) -> float:
        return self._gathered[row]

    def __iter__(self) -> Iterator[int]:
        return iter(self._gathered)

    def __len__(self) -> int:
        return len(self._rows)

    @cached_property
    def _gathered(self) -> Mapping[int, float]:
        found = zip(self._rows, map(self._scores.__getitem__, self._rows), strict=True)
        return dict(found) | dict(self._refined)


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that words find, in order, before any filter; `missing` and `drops` as in Results.

    `looked_at` are those that had a closer look; `there` are the fiches of the place that was named.
    """

    rows: Sequence[int]
    scores: Mapping[int, float] = field(default_factory=dict)
    missing: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    drops: tuple[Drop, ...] = ()
    looked_at: Set[int] = frozenset()
    there: Set[int] = frozenset()


def answer(request: Request, ranker: Ranker) -> Answer:
    """Find and rank the fiches that answer."""
    scores = ranker.scores(request.ranking.concepts)
    required = request.reading.required
    if not required:
        # Nothing but a condition: what satisfies it is the answer, and its words only rank.
        return _refined(_by_score(sorted(request.allowed or ()), scores), scores, request, ranker)
    ranked = _by_score(_with_score(scores, request.allowed), scores)
    if len(required) == 1 and len(request.ranking.concepts) == 1:
        return _refined(ranked, scores, request, ranker)
    found = [ranker.evidence(concept).scores for concept in required]
    is_complete = list(map(all, zip(*found, strict=True)))
    least = PARTIAL_SHARE * scores[ranked[0]] if ranked else 0.0
    partial = [row for row in ranked[:PARTIAL_AT_MOST] if scores[row] >= least and not is_complete[row]]
    kept = set(partial)
    rows = [row for row in ranked if is_complete[row] or row in kept]
    return replace(
        _refined(rows, scores, request, ranker),
        missing={row: _missing(row, required, found) for row in partial},
        drops=() if len(rows) > len(partial) else _drops(request, required, found),
    )


def _with_score(scores: Scores, allowed: Set[int] | None) -> list[int]:
    if allowed is not None:
        return sorted(row for row in allowed if scores[row])
    return list(compress(range(len(scores)), scores))


def _by_score(rows: Collection[int], scores: Scores | Mapping[int, float]) -> list[int]:
    """Sort rows given in the order of codes: the best first, and in that order within one score."""
    return sorted(rows, key=scores.__getitem__, reverse=True)


def _refined(ranked: Sequence[int], scores: Scores, request: Request, ranker: Ranker) -> Answer:
    """Put the first ones in order again, after a closer look."""
    rows, rest = ranked[:RERANKED], ranked[RERANKED:]
    if request.there:
        rows = [*rows, *[row for row in rest if row in request.there][:RERANKED]]
        rest = [row for row in rest if row not in {*rows}]
    refined = ranker.refined(scores, request.ranking.concepts, rows, request.there)
    return Answer(
        [*_by_score(sorted(refined), refined), *rest],
        RowScores(ranked, scores, refined),
        looked_at=refined.keys(),
        there=request.there,
    )


def _missing(row: int, required: Sequence[Concept], found: Sequence[Scores]) -> tuple[str, ...]:
    """Return the words that a fiche has not, as they were searched."""
    return tuple(
        concept.spelling for concept, scores in zip(required, found, strict=True) if not scores[row]
    )


def _drops(request: Request, required: Sequence[Concept], found: Sequence[Scores]) -> tuple[Drop, ...]:
    """Offer the text without each word that keeps the others from being found, the rarest first."""
    if len(required) == 1:
        return ()
    offered: list[tuple[int, Drop]] = []
    for place, concept in enumerate(required):
        others = zip(*found[:place], *found[place + 1 :], strict=True)
        with_others = [row for row, scores in enumerate(others) if all(scores)]
        count = len(with_others if request.allowed is None else request.allowed & {*with_others})
        rest = _without(request.text, concept.form)
        if count and rest is not None:
            drop = Drop(concept.spelling, rest, count)
            offered.append((sum(map(bool, found[place])), drop))
    return tuple(drop for _, drop in sorted(offered, key=lambda one: one[0]))


def _without(text: str, form: str) -> str | None:
    """Cut a word out of a text, wherever the query language left it.

    None when it is not there as a word: the language cuts « 1 000 OU » between its digits.
    """
    for word in words(text):
        if word.form == form:
            return " ".join((text[: word.start] + text[word.end :]).split())
    return None
