"""Sets of fiches as whole numbers: bit n is set for the fiche of id n.

At 10,000 fiches a set is 1,250 bytes, an intersection takes a microsecond, and the counts of all
facets a fraction of a millisecond: fast enough to be made again at each letter typed.
"""

from collections.abc import Iterable, Iterator, Mapping

from tressons_kit.domain.query import Filters

Bitmap = int
_ONE = ord("1")


def bitmap_of(rows: Iterable[int], highest: int) -> Bitmap:
    """Make the set of some ids, none above `highest`."""
    # Written in binary digits, then read as a number: three times as fast as setting bits.
    digits = bytearray(b"0") * (highest + 1)
    for row in rows:
        digits[highest - row] = _ONE
    return int(digits, 2)


def members(bitmap: Bitmap, rows: Iterable[int], highest: int) -> Iterator[int]:
    """Keep the ids that are in the set, in their order."""
    bits = bitmap.to_bytes(highest // 8 + 1, "little")
    return (row for row in rows if bits[row >> 3] >> (row & 7) & 1)


def filter_masks(
    filters: Filters, term_fiches: Mapping[str, Mapping[str, Bitmap]]
) -> dict[str, Bitmap]:
    """Return, by facet, the fiches that have one of its chosen terms; unknown terms have none."""
    masks: dict[str, Bitmap] = {}
    for facet, terms in filters.items():
        mask = 0
        for term in terms:
            mask |= term_fiches.get(facet, {}).get(term, 0)
        masks[facet] = mask
    return masks


def narrowed(matching: Bitmap, masks: Mapping[str, Bitmap], *, lifting: str = "") -> Bitmap:
    """Intersect a set with every facet's mask but the one that is lifted."""
    for facet, mask in masks.items():
        if facet != lifting:
            matching &= mask
    return matching


def count_terms(
    matching: Bitmap,
    masks: Mapping[str, Bitmap],
    term_fiches: Mapping[str, Mapping[str, Bitmap]],
) -> dict[str, dict[str, int]]:
    """Count the fiches of every term, as if its own facet's filter were lifted."""
    narrow = narrowed(matching, masks)
    counts: dict[str, dict[str, int]] = {}
    for facet, terms in term_fiches.items():
        base = narrowed(matching, masks, lifting=facet) if facet in masks else narrow
        counts[facet] = {term: (base & fiches).bit_count() for term, fiches in terms.items()}
    return counts
