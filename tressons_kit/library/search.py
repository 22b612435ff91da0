"""Words and filters → fiches in order, with counts and what was understood."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from tressons_kit.domain.codes import FicheCode, asked_code
from tressons_kit.domain.explanation import ResultExplanation
from tressons_kit.domain.query import Drop, Meaning, Order, Query, Results
from tressons_kit.foundation.french import words
from tressons_kit.library import bitmaps
from tressons_kit.library.condition_fiches import ConditionFiches
from tressons_kit.library.explanation import Asked, Explainer
from tressons_kit.library.filter_offers import filter_offers
from tressons_kit.library.indexed_texts import IndexedTexts
from tressons_kit.library.kit import Kit
from tressons_kit.library.matching import Answer, Request, answer
from tressons_kit.library.query_language import ReadQuery, read_query
from tressons_kit.library.query_reader import MAX_LENGTH, QueryReader, ReadText
from tressons_kit.library.ranking import Ranker
from tressons_kit.library.sought_words import SoughtWord, sought_words
from tressons_kit.library.spelling import Speller
from tressons_kit.library.word_index import WordIndex

DROPS_AT_MOST = 3

_BY_TITLE = "SELECT id FROM fiche ORDER BY title_order"
_BY_DATE = "SELECT id FROM fiche ORDER BY verified_on DESC, id"
_ROW_OF_CODE = "SELECT id FROM fiche WHERE code = ?"
_ACRONYMS = "SELECT acronym, term FROM glossary WHERE acronym IS NOT NULL ORDER BY id"


class SearchService:
    """Answers queries on one kit; any text is a query, none raises."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._index = WordIndex(kit)
        self._speller = Speller(self._index)
        self._reader = QueryReader(self._index, self._speller)
        self._ranker = Ranker(self._index)
        self._explainer = Explainer(self._index, self._ranker)
        self._texts = IndexedTexts(kit, self._index, self._reader)
        self._conditions = ConditionFiches(kit, self._texts)

    def search(self, query: Query) -> Results:
        """Answer a query: every fiche in order, and the counts of every facet."""
        read = read_query(query.text, self._kit.taxonomy)
        reading = self._reader.read(read.words, verbatim=query.verbatim)
        found = self._found(query, read, reading)
        matching = bitmaps.bitmap_of(found.rows, self._highest)
        masks = bitmaps.filter_masks(query.filters, self._kit.term_fiches)
        order = found.rows if query.order is Order.RELEVANCE else self._rows_in(query.order)
        counts = bitmaps.count_terms(matching, masks, self._kit.term_fiches)
        return Results(
            query=query,
            rows=self._kept(order, bitmaps.narrowed(matching, masks)),
            scores=found.scores if query.order is Order.RELEVANCE else {},
            counts=counts,
            direct=self._code_of(self._direct(query.text)),
            terms=tuple(concept.spelling for concept in reading.concepts),
            corrections=reading.corrections,
            missing=found.missing,
            drops=tuple(self._counted(drop, query) for drop in found.drops[:DROPS_AT_MOST]),
            understood=read.understood,
            offers=filter_offers(query.text, self._kit.taxonomy, counts, query.filters),
            meanings=self._meanings(query.text),
        )

    def count(self, query: Query) -> int:
        """Return how many fiches answer a query."""
        read = read_query(query.text, self._kit.taxonomy)
        found = self._found(query, read, self._reader.read(read.words, verbatim=query.verbatim))
        matching = bitmaps.bitmap_of(found.rows, self._highest)
        masks = bitmaps.filter_masks(query.filters, self._kit.term_fiches)
        return bitmaps.narrowed(matching, masks).bit_count()

    def sought(self, typed: str) -> tuple[SoughtWord, ...]:
        """Return what to mark in a text that answers a query: light words left out."""
        read = read_query(typed, self._kit.taxonomy)
        return sought_words(self._reader.read(read.ranking).required)

    def explain(self, query: Query, row: int) -> ResultExplanation:
        """Tell why a fiche answers a query: a second search, then a look at that fiche's words."""
        read = read_query(query.text, self._kit.taxonomy)
        reading = self._reader.read(read.words, verbatim=query.verbatim)
        found = self._found(query, read, reading)
        ranking = self._ranking(read, reading)
        return self._explainer.explain(row, Asked(read, ranking.concepts, found))

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

    def _counted(self, drop: Drop, query: Query) -> Drop:
        """Give a drop the number of fiches that choosing it shows: filtered, partial ones too."""
        return replace(drop, count=self.count(replace(query, text=drop.text)))

    def _found(self, query: Query, read: ReadQuery, reading: ReadText) -> Answer:
        direct = self._direct(query.text)
        found = self._answer(query, read, reading)
        return found if direct is None else _with_direct(found, direct)

    def _answer(self, query: Query, read: ReadQuery, reading: ReadText) -> Answer:
        if not reading.concepts and read.condition is None:
            return self._without_concept(query.text)
        allowed = None
        if read.condition is not None:
            bitmap = self._conditions.find(read.condition)
            allowed = set(bitmaps.members(bitmap, range(1, self._highest + 1), self._highest))
        ranking = self._ranking(read, reading)
        return answer(Request(query.text, reading, ranking, allowed), self._ranker)

    def _ranking(self, read: ReadQuery, reading: ReadText) -> ReadText:
        """Read the words that make an answer better, if they are not the free words."""
        return reading if read.ranking == read.words else self._reader.read(read.ranking, verbatim=True)

    def _without_concept(self, text: str) -> Answer:
        """Answer an empty field with everything, small words as they stand, signs with nothing."""
        if not text.strip():
            return Answer(range(1, self._highest + 1))
        found = self._texts.phrase(text)
        return Answer(tuple(bitmaps.members(found, range(1, self._highest + 1), self._highest)))

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
    return Answer(rows, {**found.scores, direct: math.inf}, looked_at=found.looked_at)
