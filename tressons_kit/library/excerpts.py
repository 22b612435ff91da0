"""The passage of a fiche that answers a query, cut from the original text, matches marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from tressons_kit.domain.codes import parse_code
from tressons_kit.domain.query import Excerpt
from tressons_kit.foundation.french import words
from tressons_kit.library.kit import Kit
from tressons_kit.library.query_words import QueryWord, read_words

BEFORE, AFTER = 36, 190
"""Characters around a match. In the narrowest list two lines show about ninety: little comes before, so
that the match is always among them; a wide list shows what comes after."""

_SEEN = 90

_TEXTS = "SELECT text FROM section WHERE fiche = ? ORDER BY position"
_WITH_CODE = "SELECT 1 FROM fiche WHERE code = ?"
_SUMMARY = "SELECT summary FROM fiche WHERE id = ?"


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    word: int


class ExcerptService:
    """Makes excerpts on demand, one fiche at a time: a list is painted before them."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def excerpt(self, row: int, typed: str) -> Excerpt | None:
        """Return the best passage of a fiche, or None when its text holds none of the words.

        The summary is preferred when it holds as many of the words as the best passage does.
        """
        query_words = read_words(typed)
        if not query_words or self._is_code(typed):
            return None
        texts = self._kit.rows(_SUMMARY, (row,)) + self._kit.rows(_TEXTS, (row,))
        best: tuple[int, Excerpt] | None = None
        for (text,) in texts:
            for line in text.split("\n"):
                found = best_passage(line, query_words)
                if found is not None and (best is None or found[0] > best[0]):
                    best = found
                    if found[0] == len(query_words):
                        return found[1]
        return best[1] if best else None

    def _is_code(self, typed: str) -> bool:
        """Tell whether a fiche's code was typed: its digit is no word to show in texts."""
        code = parse_code(typed)
        return code is not None and bool(self._kit.rows(_WITH_CODE, (code,)))


def best_passage(text: str, query_words: Sequence[QueryWord]) -> tuple[int, Excerpt] | None:
    """Cut the passage of a text that holds most of the words, with how many it holds."""
    matches = _matches(text, query_words)
    if not matches:
        return None
    # The earliest of the places from which most of the words are seen at once.
    anchor = max(matches, key=lambda match: (_seen_from(match, matches), -match.start))
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
    return _seen_from(anchor, matches), Excerpt(prefix + shown + suffix, inside)


def _seen_from(first: _Match, matches: Sequence[_Match]) -> int:
    """Count the different words of a query that a reader sees from a match on."""
    return len({match.word for match in matches if 0 <= match.start - first.start <= _SEEN - BEFORE})


def _matches(text: str, query_words: Sequence[QueryWord]) -> list[_Match]:
    found: list[_Match] = []
    for word in words(text):
        for number, query_word in enumerate(query_words):
            if query_word.matches(word):
                found.append(_Match(word.start, word.end, number))
                break
    return found


def _window(text: str, at: int) -> tuple[int, int]:
    """Choose where to cut around a match, at spaces; a match near the beginning needs no cut there."""
    start = 0
    if at + BEFORE // 2 > _SEEN - BEFORE:
        start = text.rfind(" ", 0, at - BEFORE + 1) + 1
    end = min(len(text), max(at, start) + AFTER)
    if end < len(text):
        space = text.rfind(" ", at, end)
        end = space if space > at else end
    return start, end
