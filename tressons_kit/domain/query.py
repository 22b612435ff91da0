"""What a person asks of the library, and what the library answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tressons_kit.domain.codes import FicheCode


class Order(StrEnum):
    """How results are sorted."""

    RELEVANCE = "pertinence"
    TITLE = "titre"
    CODE = "code"
    DATE = "date"


Filters = Mapping[str, frozenset[str]]
"""Chosen terms by facet; several terms of one facet widen, several facets narrow."""


@dataclass(frozen=True, slots=True)
class Query:
    """Words as typed, chosen filters, order; `verbatim` when the words must not be corrected."""

    text: str = ""
    filters: Filters = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    verbatim: bool = False

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The chosen terms as sorted (facet, term) pairs."""
        return tuple(
            (facet, term) for facet in sorted(self.filters) for term in sorted(self.filters[facet])
        )

    def toggled(self, facet: str, term: str) -> "Query":
        """Return the query with one term added, or removed if it was chosen."""
        terms = self.filters.get(facet, frozenset()) ^ {term}
        filters = {name: chosen for name, chosen in self.filters.items() if name != facet}
        if terms:
            filters[facet] = terms
        return replace(self, filters=filters)

    def without_filters(self) -> "Query":
        """Return the same words with no filter."""
        return replace(self, filters={})


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was searched instead of the one typed."""

    typed: str
    spelling: str


@dataclass(frozen=True, slots=True)
class Drop:
    """A word that can be left out: the text without it, and how many fiches that finds."""

    word: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Understood:
    """A part read as query language, in words (« type : étude de cas »), and the text without it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class FilterOffer:
    """A term of a facet whose name was typed, with the number of fiches that it has.

    `text` is what was typed without that name.
    """

    facet: str
    term: str
    label: str
    count: int
    text: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """An acronym that was typed, and what it stands for."""

    acronym: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Results:
    """An answer: rows in order, counts by facet and term, and what was understood.

    `rows` are ids of the kit's fiches; `scores` tell how well a row answers (higher is better, infinite
    for the fiche whose code was typed, absent where nothing was ranked).
    `counts` are computed as if the facet's own filter were lifted. `direct` is the fiche whose
    code was typed. `terms` are the words that were searched, as they were after correction.

    When no fiche has all the words, the best partial answers come: `missing` gives, by row, the words
    that it has not, and `drops` the words that can be left out.
    """

    query: Query
    rows: Sequence[int]
    counts: Mapping[str, Mapping[str, int]]
    scores: Mapping[int, float] = field(default_factory=dict)
    direct: FicheCode | None = None
    terms: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    missing: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    drops: tuple[Drop, ...] = ()
    understood: tuple[Understood, ...] = ()
    offers: tuple[FilterOffer, ...] = ()
    meanings: tuple[Meaning, ...] = ()

    @property
    def is_partial(self) -> bool:
        """Tell whether no fiche of the answer has all the words."""
        return bool(self.rows) and all(row in self.missing for row in self.rows)


@dataclass(frozen=True, slots=True)
class LiftedFilter:
    """A chosen filter, with the number of fiches that the query finds without it."""

    facet: str
    term: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class NearTerm:
    """A term of the glossary that resembles what was typed."""

    term: str
    definition: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What can be tried when nothing is found, in the order in which to show it.

    `corrected` is the whole text corrected, with the number of fiches that it finds.
    """

    corrected: tuple[str, int] | None = None
    drops: tuple[Drop, ...] = ()
    lifted: tuple[LiftedFilter, ...] = ()
    terms: tuple[NearTerm, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of the original text; `marks` are (start, end) positions to highlight."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PassageGroup:
    """What one part of a fiche holds of a query: how many matches, and its best passages.

    `slug` is that of the section; both it and `heading` are empty for the title and the summary.
    """

    heading: str
    slug: str
    count: int
    passages: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class FichePassages:
    """The matches of a query in one fiche, counted, and the parts that answer best, the best first."""

    total: int = 0
    groups: tuple[PassageGroup, ...] = ()
