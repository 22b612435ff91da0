"""The names of filters among what was typed: « SCIC énergie Bretagne » → Région : Bretagne."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tressons_kit.domain.query import FilterOffer, Filters
from tressons_kit.domain.taxonomy import DEPARTMENT_FACET, REGION_FACET, Taxonomy
from tressons_kit.foundation.french import fold, is_stop_word
from tressons_kit.library.query_syntax import may_be_syntax
from tressons_kit.library.taxonomy_names import NamedTerm, names_of

OFFERED_AT_MOST = 3
_LONGEST_NAME = 6
_PLACES = frozenset({DEPARTMENT_FACET, REGION_FACET})
_SHORTEST_BEGINNING = 4
_ELISION = re.compile(r"\A(?:[dl]|qu)['’]", re.IGNORECASE)
_OPERATORS = frozenset({"OU", "OR", "SAUF", "NON", "NOT"})

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class _Found:
    """A term that was named, and the place of its name among the words typed."""

    named: NamedTerm
    start: int


def filter_offers(
    typed: str, taxonomy: Taxonomy, counts: Counts, chosen: Filters | None = None
) -> tuple[FilterOffer, ...]:
    """Offer the terms named by what was typed or by its last words, those that would keep a fiche.

    `counts` are those of the results, by facet and term; `chosen` are the filters already there. The
    longest name comes first, and a name within it is not offered.
    """
    if "(" in typed and may_be_syntax(typed):
        return ()
    pieces = typed.split()
    offers: dict[str, FilterOffer] = {}
    for found in _named(typed, pieces, taxonomy):
        facet, term = found.named.facet, found.named.term
        count = counts.get(facet.id, {}).get(term.id, 0)
        if count and term.id not in (chosen or {}).get(facet.id, ()):
            text = _without_name(pieces, found.start)
            # Guadeloupe is a region and a department: the first facet says enough.
            offers.setdefault(fold(term.label), FilterOffer(facet.id, term.id, term.label, count, text))
    return tuple(offers.values())[:OFFERED_AT_MOST]


def named_places(typed: str, taxonomy: Taxonomy) -> tuple[tuple[str, str], ...]:
    """Return the regions and departments that a text names, or ends with: facets and terms.

    « dans le 56 », « SCIC énergie Bretagne », « Grand Est », whose second word the search leaves out.
    """
    pieces = typed.split()
    return tuple(
        (found.named.facet.id, found.named.term.id)
        for found in _with_whole_name(pieces, taxonomy)
        if found.named.facet.id in _PLACES
    )


def _with_whole_name(pieces: Sequence[str], taxonomy: Taxonomy) -> Iterator[_Found]:
    names = names_of(taxonomy)
    for start in _starts(pieces):
        if named := names.everywhere.get(_form(pieces[start:])):
            yield from (_Found(each, start) for each in named)
            return


def _named(typed: str, pieces: Sequence[str], taxonomy: Taxonomy) -> Iterator[_Found]:
    whole = list(_with_whole_name(pieces, taxonomy))
    if whole:
        yield from whole
        return
    names = names_of(taxonomy)
    if pieces and _is_free(pieces, len(pieces) - 1) and typed.endswith(pieces[-1]):
        form = _form(pieces[-1:])
        if len(form) >= _SHORTEST_BEGINNING:
            for name, each in names.single_words:
                if name.startswith(form):
                    yield _Found(each, len(pieces) - 1)


def _starts(pieces: Sequence[str]) -> Iterator[int]:
    """Give where a name may start, the longest name first."""
    first = len(pieces)
    while first > max(0, len(pieces) - _LONGEST_NAME) and _is_free(pieces, first - 1):
        first -= 1
    yield from range(first, len(pieces))


def _is_free(pieces: Sequence[str], position: int) -> bool:
    """Tell a piece that is plain words: what the query language reads has nothing to be offered."""
    if position > 0 and pieces[position - 1] in _OPERATORS:
        return False
    return not may_be_syntax(pieces[position])


def _form(pieces: Sequence[str]) -> str:
    return fold(_ELISION.sub("", pieces[0]) + "".join(pieces[1:]))


def _without_name(pieces: Sequence[str], start: int) -> str:
    """Take a name away, and the « en », « dans le » that led to it."""
    while start > 0 and is_stop_word(fold(pieces[start - 1])):
        start -= 1
    return " ".join(pieces[:start])
