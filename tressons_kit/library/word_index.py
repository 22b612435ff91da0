"""The word index of a kit, read: numbers of words, their families, their weighted postings."""

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from tressons_kit.domain.errors import KitDamaged
from tressons_kit.foundation.index_format import LONGEST_PREFIX, WEIGHTS, unpack_numbers
from tressons_kit.library.kit import Kit

_LAST_LETTER = "\U0010ffff"
_WORD = "SELECT word, form, spelling, fiches FROM vocabulary WHERE"
_FORMS = """
    SELECT word, form, fiches FROM vocabulary
    WHERE fiches > 0 AND instr(form, ' ') = 0 ORDER BY word"""
_SPAN = (
    "SELECT min(word), max(word) FROM vocabulary WHERE form >= ? AND form < ? AND instr(form, ' ') = 0"
)
_FAMILY = """
    SELECT word, form, spelling, fiches FROM vocabulary JOIN family USING (word)
    WHERE kind = ? AND key = ? ORDER BY word"""
_NUMBERED = f"{_WORD} word IN (SELECT value FROM json_each(?))"  # noqa: S608
_POSTING = "SELECT fiches, weights FROM posting WHERE word = ?"
_PREFIX = "SELECT fiches, weights FROM prefix WHERE prefix = ?"
_ORDER = "SELECT words, ends FROM word_order WHERE fiche = ?"
_SYNONYMS = (
    "SELECT alternative, spelling, weight FROM synonym WHERE form = ? ORDER BY weight DESC, alternative"
)
_EXPRESSIONS = """
    SELECT form FROM synonym UNION SELECT form FROM vocabulary WHERE instr(form, ' ') > 0"""


class IndexedWord(NamedTuple):
    """A word of the kit, or an expression: its number, form, usual spelling, number of fiches."""

    number: int
    form: str
    spelling: str
    fiches: int


class Forms(NamedTuple):
    """Words by their place: their forms, their numbers, in how many fiches each is."""

    forms: Sequence[str]
    numbers: Sequence[int]
    fiches: Sequence[int]


class Synonym(NamedTuple):
    """What an expression also finds: its key, how it is written, what it is worth."""

    key: str
    spelling: str
    weight: float


class Posting(NamedTuple):
    """The fiches of a word, in order, and the byte of its weight in each (`index_format.WEIGHTS`)."""

    rows: Sequence[int]
    weights: bytes

    def weight_in(self, row: int) -> float:
        """Return the weight of the word in a fiche: 0 where it is not."""
        place = bisect_left(self.rows, row)
        if place < len(self.rows) and self.rows[place] == row:
            return WEIGHTS[self.weights[place]]
        return 0.0


_NOWHERE = Posting((), b"")


class WordIndex:
    """Reads the tables of the word index; keeps what was read last."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        # Bound to the instance, so that a closed kit lets go of what it kept.
        self.word = lru_cache(2048)(self._word)
        self.family = lru_cache(2048)(self._family)
        self.synonyms = lru_cache(1024)(self._synonyms)
        self.posting = lru_cache(512)(self._posting)
        self.order = lru_cache(256)(self._order)

    @cached_property
    def fiche_count(self) -> int:
        """The number of fiches, which is also the highest row."""
        return self._kit.info.fiche_count

    @cached_property
    def forms(self) -> Forms:
        """The words that are in a fiche, in the order of the alphabet: 60,000 at 10,000 fiches."""
        rows = self._kit.rows(_FORMS)
        return Forms(
            tuple(form for _, form, _ in rows),
            array("I", [number for number, _, _ in rows]),
            array("I", [fiches for _, _, fiches in rows]),
        )

    @cached_property
    def expressions(self) -> frozenset[str]:
        """The keys of all that has a synonym or that is known as one thing: 2,000 in the kit."""
        return frozenset(key for (key,) in self._kit.rows(_EXPRESSIONS))

    def numbered(self, numbers: Iterable[int]) -> dict[int, IndexedWord]:
        """Return words by their numbers."""
        rows = self._kit.rows(_NUMBERED, (json.dumps(sorted(set(numbers))),))
        return {row[0]: IndexedWord(*row) for row in rows}

    def span(self, prefix: str) -> tuple[int, int]:
        """Return the numbers of the words that start with some letters: the first, the last plus 1."""
        ((first, last),) = self._kit.rows(_SPAN, (prefix, prefix + _LAST_LETTER))
        return (0, 0) if first is None else (int(first), int(last) + 1)

    def has_beginning(self, prefix: str) -> bool:
        """Tell whether any word starts with some letters."""
        return self.span(prefix) != (0, 0)

    def short_prefix(self, prefix: str) -> Posting | None:
        """Return the merged posting of a short prefix, or None when it is too long to have one."""
        if len(prefix) > LONGEST_PREFIX:
            return None
        return self._unpacked(self._kit.rows(_PREFIX, (prefix,)))

    def fiches_of(self, numbers: Iterable[int]) -> set[int]:
        """Return the fiches that have one of some words."""
        return set().union(*(self.posting(number).rows for number in numbers))

    def _word(self, form: str) -> IndexedWord | None:
        rows = self._kit.rows(f"{_WORD} form = ?", (form,))
        return IndexedWord(*rows[0]) if rows else None

    def _family(self, kind: int, key: str) -> tuple[IndexedWord, ...]:
        return tuple(IndexedWord(*row) for row in self._kit.rows(_FAMILY, (kind, key)))

    def _synonyms(self, key: str) -> tuple[Synonym, ...]:
        return tuple(Synonym(*row) for row in self._kit.rows(_SYNONYMS, (key,)))

    def _posting(self, number: int) -> Posting:
        return self._unpacked(self._kit.rows(_POSTING, (number,)))

    def _order(self, row: int) -> tuple["array[int]", Sequence[int]]:
        """Return the numbers of the words of a fiche, field after field, and where each field ends."""
        rows = self._kit.rows(_ORDER, (row,))
        if not rows:
            return array("I"), ()
        words, ends = rows[0]
        try:
            return unpack_numbers(words, self._highest_word), unpack_numbers(ends, 2**32 - 1)
        except ValueError as error:
            raise KitDamaged(self._kit.path, f"word order: {error}") from error

    @cached_property
    def _highest_word(self) -> int:
        ((highest,),) = self._kit.rows("SELECT coalesce(max(word), 0) FROM vocabulary")
        return int(highest)

    def _unpacked(self, rows: Sequence[tuple[bytes, bytes]]) -> Posting:
        if not rows:
            return _NOWHERE
        fiches, weights = rows[0]
        try:
            numbers = unpack_numbers(fiches, self.fiche_count)
        except ValueError as error:
            raise KitDamaged(self._kit.path, f"posting: {error}") from error
        if len(numbers) != len(weights) or max(numbers, default=0) > self.fiche_count:
            raise KitDamaged(self._kit.path, "posting: weights or fiches that are none")
        return Posting(numbers, weights)


def add_posting(total: list[float], posting: Posting, worth: float) -> None:
    """Add the weights of a posting, times what it is worth, to a total by row."""
    worths = _worths(worth)
    for row, weight in zip(posting.rows, posting.weights, strict=True):
        total[row] += worths[weight]


@lru_cache(256)
def _worths(worth: float) -> tuple[float, ...]:
    return tuple(worth * weight for weight in WEIGHTS)
