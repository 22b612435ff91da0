"""Why a fiche answers, as an aligned table under its line, and in JSON for programs."""

import math
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict, astuple
from itertools import zip_longest
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
from tressons_kit.foundation.texts import Texts

EXPLAINED = 3
"""Fiches explained unless a limit says otherwise."""

_GAP = "  "
_FOUND, _WHERE, _SHARE = 0, 2, 4
_NARROWEST = 16


def as_lines(explanation: ResultExplanation, query: Query, columns: int, texts: Texts) -> Iterator[str]:
    """Give the sentences, then the table, in lines of so many columns at most."""
    for remark in remarks(explanation, query, texts):
        yield from textwrap.wrap(remark, columns)
    groups = reason_groups(explanation, texts)
    if groups:
        yield from _table(groups, columns, texts)


def as_json(explanation: ResultExplanation) -> dict[str, Any]:
    """Give every number, rounded; the score is None for a fiche named by its code."""
    told: dict[str, Any] = _rounded(asdict(explanation))
    return told


def _table(groups: Sequence[ReasonGroup], columns: int, texts: Texts) -> Iterator[str]:
    named = headers(texts)
    lines = [named, *(reason for group in groups for reason in group.reasons)]
    shares = [Reason("", share=group.share) for group in groups]
    widths = _widths([*lines, *shares], columns)
    yield from _row(named, widths)
    left = sum(widths[:-1]) + len(_GAP) * (len(widths) - 1)
    for group in groups:
        *firsts, last = textwrap.wrap(group.title, left - len(_GAP))
        yield from firsts
        yield f"{last:<{left}}{group.share:>{widths[-1]}}"
        for reason in group.reasons:
            yield from _row(reason, widths)


def _widths(lines: Sequence[Reason], columns: int) -> list[int]:
    """Give each column what its cells take; words and places share what is left when that is less."""
    cells = [astuple(line) for line in lines]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    # Words stand two columns under the word typed that they answer.
    widths[_FOUND] += len(_GAP)
    rest = columns - sum(widths) + widths[_FOUND] + widths[_WHERE] - len(_GAP) * (len(widths) - 1)
    widths[_WHERE] = min(widths[_WHERE], max(_NARROWEST, rest - widths[_FOUND]))
    widths[_FOUND] = min(widths[_FOUND], max(_NARROWEST, rest - widths[_WHERE]))
    return widths


def _row(reason: Reason, widths: Sequence[int]) -> Iterator[str]:
    cells = [
        textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent)
        for text, width, indent in zip(astuple(reason), widths, (_GAP, "", "", "", ""), strict=True)
    ]
    for pieces in zip_longest(*cells, fillvalue=""):
        padded = [
            f"{text:>{width}}" if column == _SHARE else f"{text:<{width}}"
            for column, (text, width) in enumerate(zip(pieces, widths, strict=True))
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
