"""A typed text → the fiches that answer it, and what was understood.

Apart from `search.py`, so that a start, which asks for everything, imports neither the French analyser
nor the query language.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from tressons_kit.domain.codes import FicheCode, asked_code
from tressons_kit.domain.explanation import ResultExplanation
from tressons_kit.domain.query import FilterOffer, Meaning, Query
from tressons_kit.foundation.french import words
from tressons_kit.foundation.texts import Texts
from tressons_kit.library import bitmaps
from tressons_kit.library.condition_fiches import ConditionFiches
from tressons_kit.library.explanation import Asked, Explainer
from tressons_kit.library.filter_offers import Counts, filter_offers, named_places
from tressons_kit.library.indexed_texts import IndexedTexts
from tressons_kit.library.kit import Kit
from tressons_kit.library.matching import Answer, Request, answer
from tressons_kit.library.query_language import ReadQuery, read_query
from tressons_kit.library.query_reader import MAX_LENGTH, QueryReader, ReadText
from tressons_kit.library.ranking import Ranker
from tressons_kit.library.sought_words import SoughtWord, sought_words
from tressons_kit.library.spelling import Speller
from tressons_kit.library.word_index import WordIndex

_FICHE_OF_CODE = "SELECT id, code FROM fiche WHERE code = ?"
_ACRONYMS = "SELECT acronym, term FROM glossary WHERE acronym IS NOT NULL ORDER BY id"


@dataclass(frozen=True, slots=True)
class Answered:
    """The fiches found, before any filter, and how the text was read."""

    found: Answer
    read: ReadQuery
    reading: ReadText
    direct: FicheCode | None = None
    meanings: tuple[Meaning, ...] = ()


class Answerer:
    """Answers the texts typed on one kit; any text can be, none raises."""

    def __init__(self, kit: Kit, texts: Texts) -> None:
        self._kit, self._words = kit, texts
        self._index = WordIndex(kit)
        self._speller = Speller(self._index)
        self._reader = QueryReader(self._index, self._speller)
        self._ranker = Ranker(self._index)
        self._texts = IndexedTexts(kit, self._index, self._reader)
        self._conditions = ConditionFiches(kit, self._texts)

    def answer(self, query: Query) -> Answered:
        """Answer the text of a query; its filters are another matter."""
        read = read_query(query.text, self._kit.taxonomy, self._words)
        reading = self._reader.read(read.words, verbatim=query.verbatim)
        found = self._found(query.text, read, reading)
        meanings = self._meanings(query.text)
        direct = self._direct(query.text)
        if direct is None:
            return Answered(found, read, reading, meanings=meanings)
        row, code = direct
        return Answered(_with_direct(found, row), read, reading, code, meanings)

    def offers(self, query: Query, counts: Counts) -> tuple[FilterOffer, ...]:
        """Offer the filters that the text names, with what each would keep."""
        return filter_offers(query.text, self._kit.taxonomy, counts, query.filters)

    def sought(self, typed: str) -> tuple[SoughtWord, ...]:
        """Return what to mark in a text that answers: light words left out."""
        read = read_query(typed, self._kit.taxonomy)
        return sought_words(self._reader.read(read.ranking).required)

    def explain(self, query: Query, row: int) -> ResultExplanation:
        """Tell why a fiche answers: a second search, then a look at that fiche's words."""
        answered = self.answer(query)
        ranking = self._ranking(answered.read, answered.reading)
        asked = Asked(answered.read, ranking.concepts, answered.found)
        return Explainer(self._index, self._ranker).explain(row, asked)

    def prepare(self) -> None:
        """Load what the first typing error would wait for."""
        self._speller.prepare()

    @cached_property
    def _rows(self) -> range:
        return range(1, self._kit.info.fiche_count + 1)

    @cached_property
    def _acronyms(self) -> Mapping[str, Meaning]:
        return {
            "".join(word.form for word in words(acronym)): Meaning(acronym, term)
            for acronym, term in self._kit.rows(_ACRONYMS)
        }

    def _found(self, text: str, read: ReadQuery, reading: ReadText) -> Answer:
        if not reading.concepts and read.condition is None:
            # Small words alone are looked for as they stand; signs without a word find nothing.
            return Answer(self._members(self._texts.phrase(text)))
        allowed = None
        if read.condition is not None:
            allowed = frozenset(self._members(self._conditions.find(read.condition)))
        request = Request(text, reading, self._ranking(read, reading), allowed, self._there(text))
        return answer(request, self._ranker)

    def _there(self, text: str) -> frozenset[int]:
        """Return the fiches of the region or department that a text names."""
        bitmap = 0
        for facet, term in named_places(text, self._kit.taxonomy):
            bitmap |= self._kit.term_fiches.get(facet, {}).get(term, 0)
        return frozenset(self._members(bitmap)) if bitmap else frozenset()

    def _members(self, bitmap: bitmaps.Bitmap) -> tuple[int, ...]:
        return tuple(bitmaps.members(bitmap, self._rows, len(self._rows)))

    def _ranking(self, read: ReadQuery, reading: ReadText) -> ReadText:
        """Read the words that make an answer better, if they are not the free words."""
        return reading if read.ranking == read.words else self._reader.read(read.ranking, verbatim=True)

    def _direct(self, text: str) -> tuple[int, FicheCode] | None:
        """Return the fiche whose code was typed, as its row and its code."""
        code = asked_code(text[:MAX_LENGTH])
        rows = self._kit.rows(_FICHE_OF_CODE, (code,)) if code is not None else []
        return (int(rows[0][0]), FicheCode(rows[0][1])) if rows else None

    def _meanings(self, text: str) -> tuple[Meaning, ...]:
        typed = (word.form for word in words(text[:MAX_LENGTH]))
        return tuple(self._acronyms[form] for form in dict.fromkeys(typed) if form in self._acronyms)


def _with_direct(found: Answer, direct: int) -> Answer:
    """Put the fiche whose code was typed before all others."""
    rows = [direct, *(row for row in found.rows if row != direct)]
    return replace(found, rows=rows, scores={**found.scores, direct: math.inf})
