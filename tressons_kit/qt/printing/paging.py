"""Where a long column is cut into pages: plain numbers, no Qt.

A column is a list of strips, from top to bottom, which are never cut: a line, a row of a table, a
picture. Some hang on to the one above (the text under its heading, the second line of a paragraph).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

Span = tuple[float, float]
"""From the top of something to its bottom."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of the column that is never cut.

    `hangs_on` means that a page must not start with it; `header` is the head of its table, drawn again
    above it when a page does.
    """

    top: float
    bottom: float
    hangs_on: bool = False
    header: Span | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What of the column stands on a page, under the repeated head of a table if there is one."""

    top: float
    bottom: float
    header: Span | None = None


def cut_into_pages(strips: Sequence[Strip], height: float) -> list[Page]:
    """Fill pages of that height, one strip after the other; whatever happens nothing is left out."""
    strips = [part for strip in strips for part in _sliced(strip, height)]
    pages: list[Page] = []
    first = 0
    while first < len(strips):
        header = strips[first].header
        room = height - (header[1] - header[0] if header else 0)
        end = _end_of_page(strips, first, room)
        pages.append(Page(strips[first].top, strips[end - 1].bottom, header))
        first = end
    return pages


def _end_of_page(strips: Sequence[Strip], first: int, room: float) -> int:
    """Return the index after the last strip of the page that starts with `first`."""
    end = first + 1
    while end < len(strips) and strips[end].bottom - strips[first].top <= room:
        end += 1
    if end == len(strips):
        return end
    best = end
    while best > first and strips[best].hangs_on:
        best -= 1
    # A page where everything hangs together is cut where it is full.
    return best if best > first else end


def _sliced(strip: Strip, height: float) -> list[Strip]:
    """Cut a strip that no page can hold; the head of its table would leave it even less room."""
    tall = strip.bottom - strip.top
    head = strip.header[1] - strip.header[0] if strip.header else 0
    if tall + head <= height:
        return [strip]
    strip = replace(strip, header=None)
    count = int(-(-tall // height))
    edges = [strip.top + tall * number / count for number in range(count + 1)]
    return [
        replace(strip, top=top, bottom=bottom, hangs_on=strip.hangs_on and number == 0)
        for number, (top, bottom) in enumerate(pairwise(edges))
    ]
