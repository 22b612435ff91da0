"""Words and filters → fiches in order, with counts and what was understood."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cached_property

from tressons_kit.domain.codes import FicheCode, asked_code
from tressons_kit.domain.query import Meaning, Order, Query, Results
from tressons_kit.foundation.french import words
from tressons_kit.library import bitmaps
from tressons_kit.library.kit import Kit
from tressons_kit.library.matching import Answer, answer
from tressons_kit.library.query_reader import MAX_LENGTH, MAX_WORDS, QueryReader, ReadText
from tressons_kit.library.ranking import Ranker
from tressons_kit.library.spelling import Speller
from tressons_kit.library.word_index import WordIndex

_BY_TITLE = "SELECT id FROM fiche ORDER BY title_order"
_BY_DATE = "SELECT id FROM fiche ORDER BY verified_on DESC, id"
_ROW_OF_CODE = "SELECT id FROM fiche WHERE code = ?"
_PHRASE = "SELECT json_group_array(rowid) FROM search WHERE search MATCH ?"
_ACRONYMS = "SELECT acronym, term FROM glossary WHERE acronym IS NOT NULL ORDER BY id"


class SearchService:
    """Answers queries on one kit; any text is a query, none raises."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._index = WordIndex(kit)
        self._speller = Speller(self._index)
        self._reader = QueryReader(self._index, self._speller)
        self._ranker = Ranker(self._index)

    def search(self, query: Query) -> Results:
        """Answer a query: every fiche in order, and the counts of every facet."""
        reading = self._reader.read(query.text, verbatim=query.verbatim)
        found = self._answer(query.text, reading)
        direct = self._direct(query.text)
        if direct is not None:
            found = _with_direct(found, direct)
        matching = bitmaps.bitmap_of(found.rows, self._highest)
        masks = bitmaps.filter_masks(query.filters, self._kit.term_fiches)
        kept = bitmaps.narrowed(matching, masks)
        order = found.rows if query.order is Order.RELEVANCE else self._rows_in(query.order)
        return Results(
            query=query,
            rows=self._kept(order, kept),
            scores=found.scores if query.order is Order.RELEVANCE else {},
            counts=bitmaps.count_terms(matching, masks, self._kit.term_fiches),
            direct=self._code_of(direct),
            terms=tuple(concept.spelling for concept in reading.concepts),
            corrections=reading.corrections,
            missing=found.missing,
            drops=found.drops,
            meanings=self._meanings(query.text),
        )

    def prepare(self) -> None:
        """Load what the first letter typed would wait for: 30 to 70 ms, so off the window's thread."""
        self.search(Query("épicerie"))
        self._speller.prepare()

    @cached_property
    def _highest(self) -> int:
        return self._kit.info.fiche_count

    @cached_property
    def _rows_by_title(self) -> tuple[int, ...]:
        return tuple(row for (row,) in self._kit.rows(_BY_TITLE))

    @cached_property
    def _rows_by_date(self) -> tuple[int, ...]:
        return tuple(row for (row,) in self._kit.rows(_BY_DATE))

    @cached_property
    def _acronyms(self) -> Mapping[str, Meaning]:
        return {
            "".join(word.form for word in words(acronym)): Meaning(acronym, term)
            for acronym, term in self._kit.rows(_ACRONYMS)
        }

    def _answer(self, text: str, reading: ReadText) -> Answer:
        if reading.concepts:
            return answer(text, reading, self._ranker)
        # An empty field shows everything; small words alone are looked for as they stand; signs
        # without a word (an emoji) match nothing.
        if not text.strip():
            return Answer(range(1, self._highest + 1))
        forms = [word.form for word in words(text[:MAX_LENGTH])][:MAX_WORDS]
        return Answer(self._found(forms) if forms else ())

    def _found(self, forms: Sequence[str]) -> list[int]:
        """Return the fiches that have some words one after the other."""
        ((rows,),) = self._kit.rows(_PHRASE, ('"' + " ".join(forms).replace('"', '""') + '"',))
        found: list[int] = json.loads(rows)
        return found

    def _kept(self, order: Sequence[int], kept: bitmaps.Bitmap) -> Sequence[int]:
        """Return the rows that the filters keep, in order."""
        if len(order) == kept.bit_count():
            return tuple(order)
        return tuple(bitmaps.members(kept, order, self._highest))

    def _rows_in(self, order: Order) -> Sequence[int]:
        """Return every row of the kit in an order that does not depend on the words."""
        if order is Order.TITLE:
            return self._rows_by_title
        return self._rows_by_date if order is Order.DATE else range(1, self._highest + 1)

    def _direct(self, text: str) -> int | None:
        code = asked_code(text[:MAX_LENGTH])
        if code is None:
            return None
        rows = self._kit.rows(_ROW_OF_CODE, (code,))
        return int(rows[0][0]) if rows else None

    def _code_of(self, row: int | None) -> FicheCode | None:
        if row is None:
            return None
        ((code,),) = self._kit.rows("SELECT code FROM fiche WHERE id = ?", (row,))
        return FicheCode(code)

    def _meanings(self, text: str) -> tuple[Meaning, ...]:
        typed = (word.form for word in words(text[:MAX_LENGTH]))
        return tuple(self._acronyms[form] for form in dict.fromkeys(typed) if form in self._acronyms)


def _with_direct(found: Answer, direct: int) -> Answer:
    """Put the fiche whose code was typed before all others."""
    rows = [direct, *(row for row in found.rows if row != direct)]
    return Answer(rows, {**found.scores, direct: math.inf})
