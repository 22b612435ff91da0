"""Why a fiche answers, as an aligned table under its line, and in JSON for programs."""

import math
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict, astuple
from typing import Any

from tressons_kit.domain.explanation import ResultExplanation
from tressons_kit.domain.query import Query
from tressons_kit.foundation.result_reasons import (
    Reason,
    ReasonGroup,
    headers,
    reason_groups,
    remarks,
)

EXPLAINED = 3
"""Fiches explained unless a limit says otherwise."""

_GAP = "  "
_WHERE = 2
_NARROWEST_WHERE = 16
_RIGHT_ALIGNED = frozenset({4})


def as_lines(explanation: ResultExplanation, query: Query, columns: int) -> Iterator[str]:
    """Give the sentences, then the table, in lines of so many columns at most."""
    for remark in remarks(explanation, query):
        yield from textwrap.wrap(remark, columns)
    groups = reason_groups(explanation)
    if groups:
        yield from _table(groups, columns)


def as_json(explanation: ResultExplanation) -> dict[str, Any]:
    """Give every number, rounded; the score is None for a fiche named by its code."""
    told: dict[str, Any] = _rounded(asdict(explanation))
    return told


def _table(groups: Sequence[ReasonGroup], columns: int) -> Iterator[str]:
    named = headers()
    lines = [named, *(reason for group in groups for reason in group.reasons)]
    widths = _widths(lines, columns)
    yield from _row(named, widths)
    left = sum(widths[:-1]) + len(_GAP) * (len(widths) - 1)
    for group in groups:
        *firsts, last = textwrap.wrap(group.title, left - len(_GAP))
        yield from firsts
        yield f"{last:<{left}}{group.share:>{widths[-1]}}"
        for reason in group.reasons:
            yield from _row(reason, widths)


def _widths(lines: Sequence[Reason], columns: int) -> list[int]:
    """Give each column what its cells take, and to that of places what is left."""
    cells = [astuple(line) for line in lines]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    # Words stand two columns under the word typed that they answer.
    widths[0] += len(_GAP)
    rest = columns - sum(widths) + widths[_WHERE] - len(_GAP) * (len(widths) - 1)
    widths[_WHERE] = min(widths[_WHERE], max(_NARROWEST_WHERE, rest))
    return widths


def _row(reason: Reason, widths: Sequence[int]) -> Iterator[str]:
    found, *cells = astuple(reason)
    places = textwrap.wrap(reason.where, widths[_WHERE]) or [""]
    for number, place in enumerate(places):
        texts = [f"{_GAP}{found}", *cells] if number == 0 else [""] * len(widths)
        texts[_WHERE] = place
        padded = [
            f"{text:>{width}}" if column in _RIGHT_ALIGNED else f"{text:<{width}}"
            for column, (text, width) in enumerate(zip(texts, widths, strict=True))
        ]
        yield _GAP.join(padded).rstrip()


def _rounded(value: Any) -> Any:
    """Round the numbers of a tree; JSON has no infinity."""
    match value:
        case float():
            return round(value, 4) if math.isfinite(value) else None
        case dict():
            return {key: _rounded(each) for key, each in value.items()}
        case list() | tuple():
            return [_rounded(each) for each in value]
    return value
