"""What the index of a kit answers to the parts of a query that must be satisfied."""

import json
from collections.abc import Iterable, Sequence
from itertools import islice

from tressons_kit.foundation.french import words
from tressons_kit.foundation.kit_format import SEARCH_INDEX
from tressons_kit.library.bitmaps import Bitmap, bitmap_of
from tressons_kit.library.concepts import Kind
from tressons_kit.library.kit import Kit
from tressons_kit.library.query_reader import MAX_LENGTH, MAX_WORDS, QueryReader
from tressons_kit.library.word_index import WordIndex

_FOUND = f"SELECT json_group_array(rowid) FROM {SEARCH_INDEX} WHERE {SEARCH_INDEX} MATCH ?"  # noqa: S608
_OF_ITS_FAMILY = frozenset({Kind.EXACT, Kind.INFLECTION, Kind.FAMILY, Kind.JOINED})


class IndexedTexts:
    """Finds the fiches that have words, a phrase, the beginning of a word; any text can be asked.

    Nothing typed is syntax for SQLite: every token comes from the analyser, holds letters and digits
    only, and is quoted.
    """

    def __init__(self, kit: Kit, index: WordIndex, reader: QueryReader) -> None:
        self._kit, self._index, self._reader = kit, index, reader

    def word(self, text: str) -> Bitmap:
        """Return the fiches that have every word of the text, or one of its family."""
        concepts = self._reader.read(f"{text} ", verbatim=True).concepts
        if not concepts:
            return self.phrase(text)
        found: set[int] | None = None
        for concept in concepts:
            numbers = (one.number for one in concept.alternatives if one.kind in _OF_ITS_FAMILY)
            rows = self._index.fiches_of(numbers)
            found = rows if found is None else found & rows
        return self._bitmap(found or ())

    def phrase(self, text: str) -> Bitmap:
        """Return the fiches that have the words of the text in a row, as written."""
        forms = _forms(text)
        return self._matching(_quoted(forms)) if forms else 0

    def prefix(self, text: str) -> Bitmap:
        """Return the fiches that have a word which begins like the text."""
        forms = _forms(text)
        if not forms:
            return 0
        if len(forms) > 1:
            return self._matching(f"{_quoted(forms)} *")
        short = self._index.short_prefix(forms[0])
        if short is not None:
            return self._bitmap(short.rows)
        return self._bitmap(self._index.fiches_of(range(*self._index.span(forms[0]))))

    def sources(self, text: str) -> Bitmap:
        """Return the fiches whose sources have every word of the text."""
        groups = [self._with_plurals(form) for form in _forms(text)]
        return self._matching(f"sources : ({' AND '.join(groups)})") if groups else 0

    def _with_plurals(self, form: str) -> str:
        concepts = self._reader.read(f"{form} ", verbatim=True).concepts
        near = {Kind.EXACT, Kind.INFLECTION}
        spellings = {
            one.spelling for concept in concepts for one in concept.alternatives if one.kind in near
        }
        forms = sorted({form, *(_forms(spelling)[0] for spelling in spellings)})
        return f"({' OR '.join(_quoted([one]) for one in forms)})"

    def _matching(self, expression: str) -> Bitmap:
        ((rows,),) = self._kit.rows(_FOUND, (expression,))
        return self._bitmap(json.loads(rows))

    def _bitmap(self, rows: Iterable[int]) -> Bitmap:
        return bitmap_of(rows, self._index.fiche_count)


def _forms(text: str) -> list[str]:
    return [word.form for word in islice(words(text[:MAX_LENGTH]), MAX_WORDS)]


def _quoted(forms: Sequence[str]) -> str:
    # Forms hold no quote; doubling them anyway keeps this line safe by itself.
    return '"' + " ".join(forms).replace('"', '""') + '"'
