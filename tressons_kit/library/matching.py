"""Concepts → the fiches that answer, in order.

A fiche that has every word is an answer. So is one that lacks a word but says much of the others, and
the list says which: asked for « qui peut prêter un local », the best fiche may well say « mettre à
disposition », and on foreign collections it often came before those that had all the words.
"""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from tressons_kit.domain.query import Drop
from tressons_kit.foundation.french import words
from tressons_kit.library.concepts import Concept
from tressons_kit.library.query_reader import ReadText
from tressons_kit.library.ranking import Ranker

PARTIAL_SHARE = 0.5
PARTIAL_AT_MOST = 100
"""Partial answers: how good beside the best, and how many."""


@dataclass(frozen=True, slots=True)
class Request:
    """A text to answer, as it was read.

    `reading` are its free words, `ranking` all those that make an answer better; `allowed` are the
    fiches that satisfy its conditions, or None when it has none.
    """

    text: str
    reading: ReadText
    ranking: ReadText
    allowed: Set[int] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that words find, in order, before any filter; `missing` and `drops` as in Results.

    `looked_at` are those that had a closer look.
    """

    rows: Sequence[int]
    scores: Mapping[int, float] = field(default_factory=dict)
    missing: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    drops: tuple[Drop, ...] = ()
    looked_at: Set[int] = frozenset()


def answer(request: Request, ranker: Ranker) -> Answer:
    """Find and rank the fiches that answer."""
    scores = _among(ranker.scores(request.ranking.concepts), request.allowed)
    required = request.reading.required
    if not required:
        # Nothing but a condition: what satisfies it is the answer, and its words only rank.
        scores = {**dict.fromkeys(request.allowed or (), 0.0), **scores}
        return _refined(_by_score(scores, scores), scores, request, ranker)
    ranked = _by_score(scores, scores)
    if len(required) == 1 and len(request.ranking.concepts) == 1:
        return _refined(ranked, scores, request, ranker)
    found = [_within(ranker.evidence(concept).scores.keys(), request.allowed) for concept in required]
    complete = _in_all(found)
    partial = _partial(ranked, scores)
    rows = [row for row in ranked if row in complete or row in partial]
    return replace(
        _refined(rows, scores, request, ranker),
        missing=_missing(required, found, partial - complete),
        drops=() if complete else _drops(request.text, required, found),
    )


def _refined(
    ranked: Sequence[int], scores: Mapping[int, float], request: Request, ranker: Ranker
) -> Answer:
    """Put the first ones in order again, after a closer look."""
    refined = ranker.refined(scores, request.ranking.concepts, ranked)
    return Answer(
        [*_by_score(refined, refined), *ranked[len(refined) :]],
        {**scores, **refined},
        looked_at=refined.keys(),
    )


def _among(scores: Mapping[int, float], allowed: Set[int] | None) -> Mapping[int, float]:
    return scores if allowed is None else {row: scores[row] for row in scores.keys() & allowed}


def _within(rows: Set[int], allowed: Set[int] | None) -> Set[int]:
    return rows if allowed is None else rows & allowed


def _in_all(found: Sequence[Set[int]]) -> Set[int]:
    if len(found) == 1:
        return found[0]
    first, *others = sorted(found, key=len)
    return set(first).intersection(*others)


def _partial(ranked: Sequence[int], scores: Mapping[int, float]) -> set[int]:
    least = PARTIAL_SHARE * scores[ranked[0]] if ranked else 0.0
    return {row for row in ranked[:PARTIAL_AT_MOST] if scores[row] >= least}


def _by_score(rows: Collection[int], scores: Mapping[int, float]) -> list[int]:
    """Sort rows, the best first; those of one score stay in the order of codes."""
    return sorted(sorted(rows), key=scores.__getitem__, reverse=True)


def _missing(
    required: Sequence[Concept], found: Sequence[Set[int]], rows: Collection[int]
) -> dict[int, tuple[str, ...]]:
    """Return the words that each of some rows has not, as they were searched."""
    return {
        row: tuple(
            concept.spelling for concept, has in zip(required, found, strict=True) if row not in has
        )
        for row in rows
    }


def _drops(text: str, required: Sequence[Concept], found: Sequence[Set[int]]) -> tuple[Drop, ...]:
    """Offer the text without each word that keeps the others from being found, the rarest first."""
    if len(required) == 1:
        return ()
    offered: list[tuple[int, Drop]] = []
    for place, concept in enumerate(required):
        count = len(_in_all([*found[:place], *found[place + 1 :]]))
        if count:
            drop = Drop(concept.spelling, _without(text, concept.form), count)
            offered.append((len(found[place]), drop))
    return tuple(drop for _, drop in sorted(offered, key=lambda one: one[0]))


def _without(text: str, form: str) -> str:
    """Cut a word out of a text, wherever the query language left it."""
    start, end = next((word.start, word.end) for word in words(text) if word.form == form)
    return " ".join((text[:start] + text[end:]).split())
