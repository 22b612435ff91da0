"""The passages of a fiche that answer a query, cut from the original text, matches marked."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tressons_kit.domain.codes import asked_code
from tressons_kit.domain.query import Excerpt, FichePassages, PassageGroup
from tressons_kit.library.kit import Kit
from tressons_kit.library.query_reader import MAX_LENGTH
from tressons_kit.library.sought_words import SoughtWord
from tressons_kit.library.text_matcher import Match, TextMatcher, seen_from

BEFORE, AFTER = 36, 190
"""Characters around a match. In the narrowest list two lines show about ninety: little comes before, so
that the match is always among them; a wide list shows what comes after."""

SIGHT = 90 - BEFORE
"""Characters that a reader surely sees after a match."""

_GROUPS_AT_MOST, _PASSAGES_AT_MOST = 3, 2

_WITH_CODE = "SELECT 1 FROM fiche WHERE code = ?"
_SUMMARY = "SELECT title, summary FROM fiche WHERE id = ?"
_SECTIONS = "SELECT title, slug, text FROM section WHERE fiche = ? ORDER BY position"


class _Part(NamedTuple):
    heading: str
    slug: str
    title: str
    text: str


class _Passage(NamedTuple):
    words: int
    excerpt: Excerpt


class ExcerptService:
    """Makes excerpts on demand, one fiche at a time: a list is painted before them."""

    def __init__(self, kit: Kit, read: Callable[[str], Sequence[SoughtWord]]) -> None:
        """Take a kit, and what reads a query as the search does."""
        self._kit, self._read = kit, read
        self._last = ("", TextMatcher(()))

    def matcher(self, typed: str) -> TextMatcher:
        """Return what finds the words of a query in a text: nothing for a fiche's code.

        Its digit is no word to show in texts. The last one is kept: the fiches of a list repeat their
        words.
        """
        last, matcher = self._last
        if last != typed:
            matcher = TextMatcher(() if self._asks_a_code(typed) else self._read(typed))
            self._last = (typed, matcher)
        return matcher

    def excerpt(self, row: int, typed: str) -> Excerpt | None:
        """Return the best passage of a fiche, or None when its text holds none of the words.

        The summary is preferred when it holds as many of the words as the best passage does.
        """
        matcher = self.matcher(typed)
        best: _Passage | None = None
        if not len(matcher):
            return None
        for part in self._parts(row):
            for passage in _passages(part.text, matcher):
                if best is None or passage.words > best.words:
                    best = passage
                    if passage.words == len(matcher):
                        return passage.excerpt
        return best.excerpt if best else None

    def passages(self, row: int, typed: str) -> FichePassages:
        """Count the matches of a whole fiche, and give the passages of the parts that answer best."""
        matcher = self.matcher(typed)
        if not len(matcher):
            return FichePassages()
        ranked: list[tuple[int, PassageGroup]] = []
        for part in self._parts(row):
            count = len(matcher.matches(part.title)) + len(matcher.matches(part.text))
            # Sorting keeps the order of the text among those that hold as many of the words.
            found = sorted(_passages(part.text, matcher), key=lambda passage: -passage.words)
            if count:
                shown = tuple(passage.excerpt for passage in found[:_PASSAGES_AT_MOST])
                best = found[0].words if found else 0
                ranked.append((best, PassageGroup(part.heading, part.slug, count, shown)))
        total = sum(group.count for _, group in ranked)
        ranked.sort(key=lambda entry: -entry[0])
        return FichePassages(total, tuple(group for _, group in ranked[:_GROUPS_AT_MOST]))

    def _parts(self, row: int) -> Iterator[_Part]:
        for title, summary in self._kit.rows(_SUMMARY, (row,)):
            yield _Part("", "", title, summary)
        for title, slug, text in self._kit.rows(_SECTIONS, (row,)):
            yield _Part(title, slug, title, text)

    def _asks_a_code(self, typed: str) -> bool:
        """Tell whether a fiche's code was typed."""
        code = asked_code(typed[:MAX_LENGTH])
        return code is not None and bool(self._kit.rows(_WITH_CODE, (code,)))


def _passages(text: str, matcher: TextMatcher) -> Iterator[_Passage]:
    """Give the best passage of each paragraph that holds a word."""
    for line in text.split("\n"):
        matches = matcher.matches(line)
        if matches:
            yield _best_passage(line, matches)


def _best_passage(text: str, matches: list[Match]) -> _Passage:
    """Cut the passage of a paragraph that holds most of the words."""
    # The earliest of the places from which most of the words are seen at once.
    anchor = max(matches, key=lambda match: (seen_from(match, matches, SIGHT), -match.start))
    start, end = _window(text, anchor.start)
    shown = text[start:end].rstrip()
    prefix = "… " if start > 0 else ""
    suffix = " …" if start + len(shown) < len(text) else ""
    shift = len(prefix) - start
    inside = tuple(
        (match.start + shift, match.end + shift)
        for match in matches
        if match.start >= start and match.end <= start + len(shown)
    )
    return _Passage(seen_from(anchor, matches, SIGHT), Excerpt(prefix + shown + suffix, inside))


def _window(text: str, at: int) -> tuple[int, int]:
    """Choose where to cut around a match, at spaces; a match near the beginning needs no cut there."""
    start = 0
    if at + BEFORE // 2 > SIGHT:
        start = text.rfind(" ", 0, at - BEFORE + 1) + 1
    end = min(len(text), max(at, start) + AFTER)
    if end < len(text):
        space = text.rfind(" ", at, end)
        end = space if space > at else end
    return start, end
