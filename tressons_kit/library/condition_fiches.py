"""A condition → the set of the fiches that satisfy it."""

import json
from collections.abc import Iterable
from functools import cached_property
from typing import Protocol

from tressons_kit.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    HasTerm,
    InSources,
    Not,
    Phrase,
    Prefix,
    Words,
    Years,
)
from tressons_kit.library.bitmaps import Bitmap, bitmap_of
from tressons_kit.library.kit import Kit

# One side alone is known: the other is taken to be the same year.
_OF_YEARS = """
    SELECT json_group_array(id) FROM fiche
    WHERE coalesce(started, ended) <= ? AND coalesce(ended, started) >= ?"""
_FIRST_YEAR, _LAST_YEAR = 0, 9999


class TextIndex(Protocol):
    """What an index of texts is asked; any text is allowed, and one without a word finds nothing."""

    def word(self, text: str) -> Bitmap:
        """Return the fiches that have every word of the text, or one of its family."""

    def phrase(self, text: str) -> Bitmap:
        """Return the fiches that have the words of the text in a row, as written."""

    def prefix(self, text: str) -> Bitmap:
        """Return the fiches that have a word which begins like the text."""

    def sources(self, text: str) -> Bitmap:
        """Return the fiches whose sources have every word of the text."""


class ConditionFiches:
    """Finds the fiches of a kit that satisfy a condition."""

    def __init__(self, kit: Kit, index: TextIndex) -> None:
        self._kit = kit
        self._index = index

    def find(self, condition: Condition) -> Bitmap:
        """Return the fiches that satisfy a condition."""
        match condition:
            case Words() | Phrase() | Prefix() | InSources():
                return self._with_text(condition)
            case HasTerm(facet, terms):
                return self._with_term(facet, terms)
            case Years(first, last):
                return self._of_years(first, last)
            case _:
                return self._combined(condition)

    def _combined(self, condition: AllOf | AnyOf | Not) -> Bitmap:
        match condition:
            case AllOf(parts):
                return self._with_all(parts)
            case AnyOf(parts):
                return self._with_any(parts)
            case Not(part):
                return self._everything & ~self.find(part)

    def _with_text(self, condition: Words | Phrase | Prefix | InSources) -> Bitmap:
        match condition:
            case Words(text):
                return self._index.word(text)
            case Phrase(text):
                return self._index.phrase(text)
            case Prefix(text):
                return self._index.prefix(text)
            case InSources(text):
                return self._index.sources(text)

    def _with_all(self, parts: Iterable[Condition]) -> Bitmap:
        found = self._everything
        for part in parts:
            found &= self.find(part)
        return found

    def _with_any(self, parts: Iterable[Condition]) -> Bitmap:
        found = 0
        for part in parts:
            found |= self.find(part)
        return found

    def _with_term(self, facet: str, terms: Iterable[str]) -> Bitmap:
        found = 0
        for term in terms:
            found |= self._kit.term_fiches.get(facet, {}).get(term, 0)
        return found

    def _of_years(self, first: int | None, last: int | None) -> Bitmap:
        bounds = (
            _LAST_YEAR if last is None else last,
            _FIRST_YEAR if first is None else first,
        )
        ((rows,),) = self._kit.rows(_OF_YEARS, bounds)
        return bitmap_of(json.loads(rows), self._kit.info.fiche_count)

    @cached_property
    def _everything(self) -> Bitmap:
        return ((1 << self._kit.info.fiche_count) - 1) << 1
