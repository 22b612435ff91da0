"""What a ranked list is worth, given the grades of the fiches expected.

`ranked` are codes, the first answer first; `grades` are by code: 2 for a fiche that should come first,
1 for one that is also right. A fiche without a grade is worth nothing.
"""

from collections.abc import Mapping, Sequence
from math import log2

BEST = 2
"""The grade of a fiche that should come first."""

DEPTH = 10
"""How far a list is read."""

Grades = Mapping[str, int]


def success(ranked: Sequence[str], grades: Grades, depth: int) -> float:
    """Return 1 if a fiche that should come first is among the `depth` first, else 0."""
    return float(any(grades.get(code) == BEST for code in ranked[:depth]))


def reciprocal_rank(ranked: Sequence[str], grades: Grades) -> float:
    """Return 1 / the rank of the first fiche that should come first, 0 beyond the tenth."""
    for rank, code in enumerate(ranked[:DEPTH], start=1):
        if grades.get(code) == BEST:
            return 1 / rank
    return 0.0


def normalised_gain(ranked: Sequence[str], grades: Grades) -> float:
    """Return nDCG@10: gains 2^grade - 1, discounted by rank, over the best possible."""
    best = _discounted(sorted(grades.values(), reverse=True))
    return _discounted([grades.get(code, 0) for code in ranked]) / best if best else 0.0


def _discounted(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades[:DEPTH], start=1))
