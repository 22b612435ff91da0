"""Words and filters → fiches in order, with counts and what was understood."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from tressons_kit.domain.query import Drop, Order, Query, Results
from tressons_kit.foundation.texts import FRENCH, Texts
from tressons_kit.library import bitmaps
from tressons_kit.library.kit import Kit

if TYPE_CHECKING:
    from tressons_kit.domain.explanation import ResultExplanation
    from tressons_kit.library.answering import Answerer
    from tressons_kit.library.sought_words import SoughtWord

DROPS_AT_MOST = 3

_BY_TITLE = "SELECT id FROM fiche ORDER BY title_order"
_BY_DATE = "SELECT id FROM fiche ORDER BY verified_on DESC, id"


class SearchService:
    """Answers queries on one kit; any text is a query, none raises."""

    def __init__(self, kit: Kit, texts: Texts = FRENCH) -> None:
        self._kit, self._texts = kit, texts

    def search(self, query: Query) -> Results:
        """Answer a query: every fiche in order, and the counts of every facet."""
        if not query.text.strip():
            rows, counts = self._filtered(query, range(1, self._highest + 1))
            return Results(query, rows, counts)
        answered = self._answerer.answer(query)
        found, by_relevance = answered.found, query.order is Order.RELEVANCE
        rows, counts = self._filtered(query, found.rows)
        return Results(
            query=query,
            rows=rows,
            scores=found.scores if by_relevance else {},
            counts=counts,
            direct=answered.direct,
            terms=tuple(concept.spelling for concept in answered.reading.concepts),
            corrections=answered.reading.corrections,
            missing=found.missing,
            drops=tuple(self._counted(drop, query) for drop in found.drops[:DROPS_AT_MOST]),
            understood=answered.read.understood,
            offers=self._answerer.offers(query, counts),
            meanings=answered.meanings,
        )

    def count(self, query: Query) -> int:
        """Return how many fiches answer a query."""
        rows: Sequence[int] = range(1, self._highest + 1)
        if query.text.strip():
            rows = self._answerer.answer(query).found.rows
        masks = bitmaps.filter_masks(query.filters, self._kit.term_fiches)
        return bitmaps.narrowed(bitmaps.bitmap_of(rows, self._highest), masks).bit_count()

    def sought(self, typed: str) -> "tuple[SoughtWord, ...]":
        """Return what to mark in a text that answers a query: light words left out."""
        return self._answerer.sought(typed)

    def explain(self, query: Query, row: int) -> "ResultExplanation":
        """Tell why a fiche answers a query."""
        return self._answerer.explain(query, row)

    def prepare(self) -> None:
        """Load what the first letter typed would wait for: 50 to 100 ms, so off the window's thread."""
        self.search(Query("épicerie"))
        self._answerer.prepare()

    @cached_property
    def _answerer(self) -> "Answerer":
        from tressons_kit.library.answering import Answerer  # noqa: PLC0415 - a start does without

        return Answerer(self._kit, self._texts)

    @cached_property
    def _highest(self) -> int:
        return self._kit.info.fiche_count

    @cached_property
    def _rows_by_title(self) -> tuple[int, ...]:
        return tuple(row for (row,) in self._kit.rows(_BY_TITLE))

    @cached_property
    def _rows_by_date(self) -> tuple[int, ...]:
        return tuple(row for (row,) in self._kit.rows(_BY_DATE))

    def _filtered(
        self, query: Query, found: Sequence[int]
    ) -> tuple[Sequence[int], Mapping[str, Mapping[str, int]]]:
        """Return the rows that the filters keep, in the order asked for, and the counts."""
        matching = bitmaps.bitmap_of(found, self._highest)
        masks = bitmaps.filter_masks(query.filters, self._kit.term_fiches)
        kept = bitmaps.narrowed(matching, masks)
        order = found if query.order is Order.RELEVANCE else self._rows_in(query.order)
        rows: Sequence[int] = tuple(order)
        if len(order) != kept.bit_count():
            rows = tuple(bitmaps.members(kept, order, self._highest))
        return rows, bitmaps.count_terms(matching, masks, self._kit.term_fiches)

    def _rows_in(self, order: Order) -> Sequence[int]:
        """Return every row of the kit in an order that does not depend on the words."""
        if order is Order.TITLE:
            return self._rows_by_title
        return self._rows_by_date if order is Order.DATE else range(1, self._highest + 1)

    def _counted(self, drop: Drop, query: Query) -> Drop:
        """Give a drop the number of fiches that choosing it shows: filtered, partial ones too."""
        return replace(drop, count=self.count(replace(query, text=drop.text)))
