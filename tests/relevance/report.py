"""The table that `make relevance` prints, and the failures of the part that may be read."""

from collections.abc import Iterator, Sequence

from tests.relevance.evaluation import Answer, Evaluation, Score
from tests.relevance.judged_set import Part
from tests.relevance.marks import LABELS, MARKS, WIDEST_GAP, decimal, missed_marks, widest_gap
from tests.relevance.metrics import BEST, reciprocal_rank, success

_ALL = "ensemble"
_SHOWN = 3
_NAMES, _COUNT, _FIGURE = 12, 5, 9
_BETWEEN = " │ "


def table(evaluations: Sequence[Evaluation]) -> Iterator[str]:
    """Return the averages by class and engine, the two parts side by side; ours is the first engine."""
    width = max(len(evaluation.engine) for evaluation in evaluations)
    kinds = list(dict.fromkeys(answer.query.kind for answer in evaluations[0].answers))
    blank = f"{'':<{_NAMES}}  {'':<{width}}"
    yield _BETWEEN.join([blank, *(f"{part.value:<{_part_width()}}" for part in Part)]).rstrip()
    names = f"{'classe':<{_NAMES}}  {'moteur':<{width}}"
    rule = "─" * (len(names) + len(Part) * (len(_BETWEEN) + _part_width()))
    yield _BETWEEN.join([names, *(_titles() for _ in Part)])
    for kind in (*kinds, None):
        yield rule
        for position, evaluation in enumerate(evaluations):
            label = "" if position else kind or _ALL
            scores = (evaluation.score(kind, part) for part in Part)
            yield _BETWEEN.join(
                [
                    f"{label:<{_NAMES}}  {evaluation.engine:<{width}}",
                    *(_figures(score) for score in scores),
                ]
            )


def verdict(evaluations: Sequence[Evaluation]) -> Iterator[str]:
    """Return our averages on both parts, how far apart these are, and the marks that are missed.

    Nobody tunes the references: how far apart their own averages are is the work of chance alone.
    """
    ours = evaluations[0]
    score = ours.score()
    averages = ", ".join(f"{label} {decimal(score.of(metric))}" for metric, label in LABELS.items())
    yield f"Les deux parts ensemble ({score.count} recherches) : {averages}."
    gaps = ", ".join(f"{each.engine} {decimal(widest_gap(each))}" for each in evaluations)
    yield f"Écart entre les deux parts, au plus : {gaps} (seuil {decimal(WIDEST_GAP)} pour le kit)."
    asked = ", ".join(f"{mark.name} ≥ {decimal(mark.least)}" for mark in MARKS)
    missed = missed_marks(ours)
    yield f"Sous le seuil : {' ; '.join(missed)}." if missed else f"Seuils tenus : {asked}."


def failures(ours: Evaluation) -> Iterator[str]:
    """Return the queries of the tuning part whose first answer is not the one expected, by class.

    Those that are held out are not told: who reads them tunes for them.
    """
    failed = [
        answer
        for answer in ours.answers
        if answer.query.part is Part.TUNING and not success(answer.found, answer.query.grades, 1)
    ]
    for kind in dict.fromkeys(answer.query.kind for answer in failed):
        yield ""
        yield f"{kind} :"
        for answer in sorted((each for each in failed if each.query.kind == kind), key=_rank):
            yield f"  {_failure(answer)}"


def _rank(answer: Answer) -> float:
    return reciprocal_rank(answer.found, answer.query.grades)


def _failure(answer: Answer) -> str:
    wanted = ", ".join(code for code, grade in answer.query.grades.items() if grade == BEST)
    rank = _rank(answer)
    place = f"au rang {round(1 / rank)}" if rank else "absente des dix premières"
    found = ", ".join(answer.found[:_SHOWN]) or "rien"
    return f"{answer.query.text} → {found} ; attendue : {wanted}, {place}"


def _titles() -> str:
    return f"{'n':>{_COUNT}}" + "".join(f"{label:>{_FIGURE}}" for label in LABELS.values())


def _figures(score: Score) -> str:
    cells = (decimal(score.of(metric)) for metric in LABELS)
    return f"{score.count:>{_COUNT}}" + "".join(f"{cell:>{_FIGURE}}" for cell in cells)


def _part_width() -> int:
    return _COUNT + _FIGURE * len(LABELS)
