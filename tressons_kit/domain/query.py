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
    """Words as typed, chosen filters, order."""

    text: str = ""
    filters: Filters = field(default_factory=dict)
    order: Order = Order.RELEVANCE

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
class Results:
    """An answer: rows in order, counts by facet and term, and what was understood.

    `rows` are ids of the kit's fiches; `scores` tell how well a row answers (higher is better, infinite
    for the fiche whose code was typed, absent where nothing was ranked).
    `counts` are computed as if the facet's own filter were lifted. `direct` is the fiche whose
    code was typed. `terms` are the words that were searched.
    """

    query: Query
    rows: Sequence[int]
    counts: Mapping[str, Mapping[str, int]]
    scores: Mapping[int, float] = field(default_factory=dict)
    direct: FicheCode | None = None
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of the original text; `marks` are (start, end) positions to highlight."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
