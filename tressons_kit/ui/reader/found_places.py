"""Where words are in the page of a fiche, in the positions of Qt's document. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from tressons_kit.library.excerpts import SIGHT
from tressons_kit.library.text_matcher import Match, TextMatcher, seen_from


class Rank(IntEnum):
    """What makes a better place to open a fiche at, for as many words."""

    FOLDED = 0
    AROUND = 1
    BODY = 2


class PagePart(NamedTuple):
    """A paragraph of the page; `answer` is the number of the folded answer that holds it, or 0.

    `slug` is the anchor of the heading above it, empty at the top of the page. What is `hidden` is in
    a part that the depth leaves out.
    """

    position: int
    text: str
    slug: str
    rank: Rank = Rank.BODY
    answer: int = 0
    hidden: bool = False


class FoundPlace(NamedTuple):
    """A match in the page; one in a folded answer has no width: it stands where it would open.

    One in a `hidden` part has none either, and stands at the end of the page.
    """

    start: int
    end: int
    slug: str
    answer: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """Every match in the order of the page, and the best one; `apart` when words did not follow.

    The best is one of those on show: -1 when all of them are in hidden parts.
    """

    places: tuple[FoundPlace, ...] = ()
    best: int = 0
    apart: bool = False


def find_places(
    parts: Sequence[PagePart],
    matcher: TextMatcher,
    *,
    together: bool = False,
    still_asked: Callable[[], bool] = lambda: True,
) -> FoundPlaces:
    """Find the words in a page; with `together`, as one phrase unless it is nowhere."""
    if together and len(matcher) > 1:
        found = _collect(parts, matcher.phrases, still_asked)
        if found.places:
            return found
    found = _collect(parts, matcher.matches, still_asked)
    return FoundPlaces(found.places, found.best, apart=together and len(matcher) > 1)


def _collect(
    parts: Sequence[PagePart],
    search: Callable[[str], list[Match]],
    still_asked: Callable[[], bool],
) -> FoundPlaces:
    places: list[FoundPlace] = []
    best, highest = -1, (0, Rank.FOLDED)
    for part in parts:
        if not still_asked():
            break
        matches = search(part.text)
        scores = [(seen_from(match, matches, SIGHT), part.rank) for match in matches]
        if scores and not part.hidden and max(scores) > highest:
            highest = max(scores)
            best = len(places) + scores.index(highest)
        places.extend(_placed(part, match) for match in matches)
    return FoundPlaces(tuple(places), best)


def _placed(part: PagePart, match: Match) -> FoundPlace:
    if part.answer or part.hidden:
        return FoundPlace(part.position, part.position, part.slug, part.answer, part.hidden)
    return FoundPlace(part.position + match.start, part.position + match.end, part.slug)
