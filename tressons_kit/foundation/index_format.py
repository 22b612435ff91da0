"""How the word index is packed: the treaty between the compiler that writes it and the search.

For each word the kit holds a **posting**: the fiches that have it, and for each the *weight* of the
word in that fiche. The weight is BM25F's pseudo-frequency: the number of times that the word is in
each field, divided by what the length of that field makes likely, times the weight of the field, and
summed. So the search adds the weights of the forms of a word *before* saturating them, as BM25F wants
it, and needs no length at query time. (FTS5's `bm25()` shares one length between its columns.)

Source: Robertson & Zaragoza, « The Probabilistic Relevance Framework: BM25 and Beyond », 2009, § 3.6.
"""

import sys
from array import array
from collections.abc import Iterable
from functools import cache

FIELDS = ("title", "names", "summary", "headings", "facets", "body", "sources")
"""What a fiche is made of, in the order of its tokens."""

FIELD_WEIGHTS = (5.0, 4.0, 2.2, 1.6, 1.6, 1.0, 0.25)
"""How much one occurrence in each field is worth; tuned on the judged set and on foreign collections
(docs/decisions/0009)."""

FIELD_LENGTHS = (0.4, 0.2, 0.3, 0.5, 0.2, 0.65, 0.5)
"""BM25F's b: how much a long field lowers the worth of one occurrence, from 0 to 1."""

_STEPS = 19.0
_LOWEST = -6.0
"""A weight is a byte on a logarithmic scale: 2⁻⁶ to 2⁷ in steps of 3.7 %."""

WEIGHTS: tuple[float, ...] = (0.0, *(2.0 ** (_LOWEST + step / _STEPS) for step in range(255)))
"""The weight that each byte stands for."""

LONGEST_PREFIX = 3
"""The postings of prefixes up to so many letters are merged when the kit is compiled."""

INFLECTION, STEM, SOUND = range(3)
"""The kinds of family: words that share an inflection, a stem, or are pronounced alike."""

_SMALL = 65_536


_FINENESS = 4096
_GREATEST = 2.0 ** (_LOWEST + 254 / _STEPS)


def pack_weight(weight: float) -> int:
    """Return the byte that stands for a positive weight."""
    return _packed_weights()[int(min(weight, _GREATEST) * _FINENESS)]


@cache
def _packed_weights() -> bytes:
    """Return the byte of each 1/4096: a kit of ten thousand fiches packs seven million weights."""
    table = b""
    for step in range(255):
        last = 2.0 ** (_LOWEST + (step + 0.5) / _STEPS) * _FINENESS
        table += bytes([step + 1]) * (max(len(table), round(last)) - len(table))
    return table


def number_type(highest: int) -> str:
    """Return the typecode of the arrays of whole numbers up to `highest`: two bytes or four."""
    return "H" if highest < _SMALL else "I"


def pack_numbers(numbers: Iterable[int], highest: int) -> bytes:
    """Write whole numbers as little-endian bytes."""
    packed = array(number_type(highest), numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def unpack_numbers(packed: bytes, highest: int) -> "array[int]":
    """Read back what `pack_numbers` wrote; raises ValueError when bytes are missing."""
    numbers = array(number_type(highest))
    numbers.frombytes(packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
