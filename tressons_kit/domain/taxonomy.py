"""What fiches can be filtered by: facets, their terms, and how people read them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

TYPE_FACET = "type"
REGION_FACET = "region"
DEPARTMENT_FACET = "departement"


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a facet; `parent` is the region of a department."""

    id: str
    label: str
    plural: str = ""
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet and its terms, in the order in which people read them."""

    id: str
    label: str
    terms: tuple[Term, ...]

    def find(self, term_id: str) -> Term | None:
        """Return the term, or None: kits change and addresses outlive them."""
        return next((term for term in self.terms if term.id == term_id), None)


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Every facet of a kit, in order."""

    facets: tuple[Facet, ...]

    def __iter__(self) -> Iterator[Facet]:
        """Go through the facets in order."""
        return iter(self.facets)

    def find(self, facet_id: str) -> Facet | None:
        """Return the facet, or None."""
        return next((facet for facet in self.facets if facet.id == facet_id), None)

    def label(self, facet_id: str, term_id: str) -> str:
        """Return what people read for a term; its own name when the kit does not know it."""
        facet = self.find(facet_id)
        term = facet.find(term_id) if facet else None
        return term.label if term else term_id

    def labels(self, facets: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Return the labels of all terms of a fiche, facet after facet."""
        return tuple(self.label(facet.id, term) for facet in self for term in facets.get(facet.id, ()))
