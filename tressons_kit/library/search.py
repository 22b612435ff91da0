"""Words and filters → fiches in order, with counts.

Ranking, first version: FTS5's bm25 with a weight a column, then a bonus for the words in the title.
A word found as it is written counts in a form column and again in a variant column, so the exact word
ranks above its family. The weights alone do not put titles first, because bm25 saturates: a weight of
12 is worth two weights of 1. So each word found in the title adds its share of the best score: a fiche
whose title holds every word ranks above all those whose title holds none.

What is typed most often is a single short prefix that half the fiches contain: there bm25 says little
and costs most, so past RANKED_AT_MOST matches only titles are ranked and the rest follows in the order
of codes.
"""

from collections.abc import Sequence
from functools import cached_property

from tressons_kit.domain.codes import FicheCode, parse_code
from tressons_kit.domain.query import Hit, Order, Query, Results
from tressons_kit.library import bitmaps
from tressons_kit.library.kit import Kit
from tressons_kit.library.match_expression import match_expression
from tressons_kit.library.query_words import QueryWord, read_words

RANKED_AT_MOST = 2_500

# In the order of kit_format's columns: title, names, summary, headings, facets, body, sources,
# then title_variants, summary_variants, body_variants.
_WEIGHTS = (12.0, 10.0, 5.0, 3.0, 4.0, 1.0, 0.3, 6.0, 2.5, 0.5)
_RANKED = f"""
    SELECT rowid, -bm25(search, {", ".join(map(str, _WEIGHTS))}) AS score
    FROM search WHERE search MATCH ? ORDER BY score DESC, rowid"""  # noqa: S608 - constants only
_MATCHING = "SELECT rowid FROM search WHERE search MATCH ?"
_BY_TITLE = "SELECT id FROM fiche ORDER BY title_order"
_BY_DATE = "SELECT id FROM fiche ORDER BY verified_on DESC, id"


class SearchService:
    """Answers queries on one kit; any text is a query, none raises."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def search(self, query: Query) -> Results:
        """Answer a query: every fiche in order, and the counts of every facet."""
        query_words = read_words(query.text)
        direct = self._direct(query.text)
        matching_rows = self._matching_rows(query.text, query_words)
        matching = bitmaps.bitmap_of(matching_rows, self._highest)
        if direct is not None:
            matching |= 1 << direct
        term_fiches = self._kit.term_fiches
        masks = bitmaps.filter_masks(query.filters, term_fiches)
        kept = bitmaps.narrowed(matching, masks)
        return Results(
            query=query,
            hits=self._ordered(query, query_words, matching_rows, kept, direct),
            counts=bitmaps.count_terms(matching, masks, term_fiches),
            direct=self._code_of(direct),
            terms=tuple(word.spelling for word in query_words),
        )

    @cached_property
    def _highest(self) -> int:
        return self._kit.info.fiche_count

    @cached_property
    def _rows_by_title(self) -> tuple[int, ...]:
        return tuple(row for (row,) in self._kit.rows(_BY_TITLE))

    @cached_property
    def _rows_by_date(self) -> tuple[int, ...]:
        return tuple(row for (row,) in self._kit.rows(_BY_DATE))

    def _direct(self, text: str) -> int | None:
        code = parse_code(text)
        if code is None:
            return None
        rows = self._kit.rows("SELECT id FROM fiche WHERE code = ?", (code,))
        return int(rows[0][0]) if rows else None

    def _code_of(self, row: int | None) -> FicheCode | None:
        if row is None:
            return None
        ((code,),) = self._kit.rows("SELECT code FROM fiche WHERE id = ?", (row,))
        return FicheCode(code)

    def _matching_rows(self, text: str, query_words: Sequence[QueryWord]) -> Sequence[int]:
        if query_words:
            found = self._kit.rows(_MATCHING, (match_expression(query_words),))
            return [row for (row,) in found]
        # An empty field shows everything; signs without a word (an emoji) match nothing.
        return () if text.strip() else range(1, self._highest + 1)

    def _ordered(
        self,
        query: Query,
        query_words: Sequence[QueryWord],
        matching_rows: Sequence[int],
        kept: bitmaps.Bitmap,
        direct: int | None,
    ) -> tuple[Hit, ...]:
        if query.order is Order.TITLE:
            rows: Sequence[int] = self._rows_by_title
        elif query.order is Order.DATE:
            rows = self._rows_by_date
        elif query.order is Order.CODE or not query_words:
            rows = range(1, self._highest + 1)
        else:
            return self._ranked(query_words, matching_rows, kept, direct)
        return tuple(Hit(row, 0.0) for row in bitmaps.members(kept, rows, self._highest))

    def _ranked(
        self,
        query_words: Sequence[QueryWord],
        matching_rows: Sequence[int],
        kept: bitmaps.Bitmap,
        direct: int | None,
    ) -> tuple[Hit, ...]:
        many = len(matching_rows) > RANKED_AT_MOST
        scores: dict[int, float] = dict(
            self._kit.rows(_RANKED, (match_expression(query_words, in_title=many),))
        )
        if many:
            for row in matching_rows:
                scores.setdefault(row, 0.0)
        else:
            self._add_title_bonus(scores, query_words)
        if direct is not None:
            scores[direct] = float("inf")
        # Sorting is stable: rows of one score stay in bm25's order, then in that of codes.
        order = sorted(scores, key=scores.__getitem__, reverse=True)
        return tuple(Hit(row, scores[row]) for row in bitmaps.members(kept, order, self._highest))

    def _add_title_bonus(self, scores: dict[int, float], query_words: Sequence[QueryWord]) -> None:
        share = max(scores.values(), default=0.0) / len(query_words)
        for word in query_words:
            for (row,) in self._kit.rows(_MATCHING, (match_expression([word], in_title=True),)):
                if row in scores:
                    scores[row] += share
