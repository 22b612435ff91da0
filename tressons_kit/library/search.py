"""Words and filters → fiches in order, with counts.

Ranking, first version: FTS5's bm25 with a weight a column, then a bonus for the words in the title.
A word found as it is written counts in a form column and again in a variant column, so the exact word
ranks above its family. The weights alone do not put titles first, because bm25 saturates: a weight of
12 is worth two weights of 1. So each word found in the title adds its share of the best score: a fiche
whose title holds every word ranks above all those whose title holds none.

What is typed most often is a single short prefix that half the fiches contain: there bm25 says little
and costs most. Past RANKED_AT_MOST matches only the words of titles count, first those of the titles
that start with what was typed; the rest follows in the order of codes.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cached_property

from tressons_kit.domain.codes import FicheCode, parse_code
from tressons_kit.domain.query import Order, Query, Results
from tressons_kit.library import bitmaps
from tressons_kit.library.kit import Kit
from tressons_kit.library.match_expression import match_expression, title_start_expression
from tressons_kit.library.query_words import QueryWord, read_words

RANKED_AT_MOST = 1_500
TELLING_LETTERS = 3
"""Fewer letters of an unfinished word are in half the titles: only those that start with them count."""

# In the order of kit_format's columns: title, names, summary, headings, facets, body, sources,
# then title_variants, summary_variants, body_variants.
_WEIGHTS = (12.0, 10.0, 5.0, 3.0, 4.0, 1.0, 0.3, 6.0, 2.5, 0.5)
_RANKED = f"""
    SELECT rowid, -bm25(search, {", ".join(map(str, _WEIGHTS))}) FROM search
    WHERE search MATCH ?"""  # noqa: S608 - constants only
# One value instead of ten thousand rows: twice as fast, and the interpreter is left alone meanwhile.
_MATCHING = "SELECT json_group_array(rowid) FROM search WHERE search MATCH ?"
_TITLES = "SELECT json_group_array(rowid) FROM search_title WHERE search_title MATCH ?"
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
        if direct is not None and direct not in matching_rows:
            matching_rows = [*matching_rows, direct]
        matching = bitmaps.bitmap_of(matching_rows, self._highest)
        masks = bitmaps.filter_masks(query.filters, self._kit.term_fiches)
        kept = bitmaps.narrowed(matching, masks)
        scores: Mapping[int, float] = {}
        if query.order is not Order.RELEVANCE:
            order = self._rows_in(query.order)
        elif query_words:
            scores = self._scores(query_words, matching_rows, direct)
            order = _by_score(matching_rows, scores)
        else:
            order = matching_rows
        return Results(
            query=query,
            rows=self._kept(order, kept),
            scores=scores,
            counts=bitmaps.count_terms(matching, masks, self._kit.term_fiches),
            direct=self._code_of(direct),
            terms=tuple(word.spelling for word in query_words),
        )

    def prepare(self) -> None:
        """Load what the first letter typed would wait for: 30 to 70 ms, so off the window's thread."""
        self.search(Query("épicerie"))

    @cached_property
    def _highest(self) -> int:
        return self._kit.info.fiche_count

    @cached_property
    def _rows_by_title(self) -> tuple[int, ...]:
        return tuple(row for (row,) in self._kit.rows(_BY_TITLE))

    @cached_property
    def _rows_by_date(self) -> tuple[int, ...]:
        return tuple(row for (row,) in self._kit.rows(_BY_DATE))

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
            return self._found(_MATCHING, match_expression(query_words))
        # An empty field shows everything; signs without a word (an emoji) match nothing.
        return () if text.strip() else range(1, self._highest + 1)

    def _found(self, sql: str, expression: str) -> list[int]:
        ((rows,),) = self._kit.rows(sql, (expression,))
        found: list[int] = json.loads(rows)
        return found

    def _scores(
        self, query_words: Sequence[QueryWord], matching_rows: Sequence[int], direct: int | None
    ) -> dict[int, float]:
        if len(matching_rows) > RANKED_AT_MOST:
            scores = self._scores_of_titles(query_words)
        else:
            scores = dict(self._kit.rows(_RANKED, (match_expression(query_words),)))
            share = max(scores.values(), default=0.0) / len(query_words)
            for word in query_words:
                for row in self._found(_TITLES, match_expression([word])):
                    if row in scores:
                        scores[row] += share
        if direct is not None:
            scores[direct] = math.inf
        return scores

    def _scores_of_titles(self, query_words: Sequence[QueryWord]) -> dict[int, float]:
        """Count the words of each title, and a half more where it starts with what was typed.

        Rows that match the words of no title have no score.
        """
        scores: dict[int, float] = {}
        telling = [
            word for word in query_words if not word.unfinished or len(word.form) >= TELLING_LETTERS
        ]
        for word in telling:
            for row in self._found(_TITLES, match_expression([word])):
                scores[row] = scores.get(row, 0.0) + 1.0
        for row in self._found(_TITLES, title_start_expression(query_words)):
            scores[row] = scores.get(row, 0.0) + 0.5
        return scores


def _by_score(rows: Sequence[int], scores: Mapping[int, float]) -> list[int]:
    """Sort the rows that have a score, best first; the others follow as they were."""
    # Sorting is stable, so rows of one score stay in the order of codes.
    ranked = sorted(sorted(scores), key=scores.__getitem__, reverse=True)
    ranked.extend([row for row in rows if row not in scores])
    return ranked
