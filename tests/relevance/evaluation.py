"""Asks an engine every query, and averages what the answers are worth."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import fmean

from tests.relevance.engines import Engine, IndexedText, PlainEngine, WhooshEngine
from tests.relevance.judged_set import JudgedQuery, Part
from tests.relevance.metrics import normalised_gain, reciprocal_rank, success


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine found for a query, the best first."""

    query: JudgedQuery
    found: Sequence[str]


@dataclass(frozen=True, slots=True)
class Score:
    """The averages of some answers; all 0 when there is none."""

    count: int
    success_1: float
    success_3: float
    mrr: float
    ndcg: float

    def of(self, metric: str) -> float:
        """Return an average by its name."""
        return float(getattr(self, metric))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All the answers of one engine."""

    engine: str
    answers: Sequence[Answer]

    def score(self, kind: str | None = None, part: Part | None = None) -> Score:
        """Average the answers of a class and of a part, or of all of them."""
        return _score(
            answer
            for answer in self.answers
            if kind in {None, answer.query.kind} and part in {None, answer.query.part}
        )


def evaluate(engine: Engine, queries: Iterable[JudgedQuery]) -> Evaluation:
    """Ask every query."""
    return Evaluation(
        engine.name, tuple(Answer(query, tuple(engine.search(query.text))) for query in queries)
    )


def evaluate_references(
    texts: Sequence[IndexedText], queries: Sequence[JudgedQuery]
) -> tuple[Evaluation, Evaluation]:
    """Ask the references in every way that they know; keep the way of each that answers best."""
    plain = [
        PlainEngine(texts, operator, prefix=prefix)
        for operator in ("AND", "OR")
        for prefix in (False, True)
    ]
    whoosh = [WhooshEngine(texts, operator) for operator in ("AND", "OR")]
    with ExitStack() as opened:
        for engine in plain:
            opened.callback(engine.close)
        for index in whoosh:
            opened.callback(index.close)
        return _best(plain, queries), _best(whoosh, queries)


def _best(engines: Iterable[Engine], queries: Sequence[JudgedQuery]) -> Evaluation:
    return max(
        (evaluate(engine, queries) for engine in engines),
        key=lambda evaluation: evaluation.score().mrr,
    )


def _score(answers: Iterable[Answer]) -> Score:
    judged = [(answer.found, answer.query.grades) for answer in answers]
    if not judged:
        return Score(0, 0.0, 0.0, 0.0, 0.0)
    return Score(
        count=len(judged),
        success_1=fmean(success(found, grades, 1) for found, grades in judged),
        success_3=fmean(success(found, grades, 3) for found, grades in judged),
        mrr=fmean(reciprocal_rank(found, grades) for found, grades in judged),
        ndcg=fmean(normalised_gain(found, grades) for found, grades in judged),
    )
