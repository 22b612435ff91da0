"""Fiches of one type side by side: what differs, what is the same, each part beside its like."""

from collections.abc import Sequence
from dataclasses import dataclass

from tressons_kit.domain.fiche import Fiche, KeyFigure, Section
from tressons_kit.domain.fiche_types import FicheType

FEWEST, MOST = 2, 4
"""How many fiches are compared: more columns could no longer be read."""


@dataclass(frozen=True, slots=True)
class ComparedFiche:
    """A column; `place` is ready to read, or empty."""

    fiche: Fiche
    place: str = ""


@dataclass(frozen=True, slots=True)
class FacetRow:
    """What each fiche says on one subject, a list of labels a column; `shared` are in every column."""

    facet: str
    label: str
    values: tuple[tuple[str, ...], ...]

    @property
    def shared(self) -> frozenset[str]:
        """The labels that every fiche has."""
        return frozenset.intersection(*map(frozenset, self.values))

    @property
    def differs(self) -> bool:
        """Tell whether two fiches say something else; their order says nothing."""
        return len({frozenset(values) for values in self.values}) > 1


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Figures that measure the same thing, one a column; None where a fiche has none."""

    figures: tuple[KeyFigure | None, ...]


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of the body, one a column; None where a fiche has no such part."""

    title: str
    sections: tuple[Section | None, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two to four fiches of one type, in the order in which they were asked for.

    `other_figures` are, a column, the figures that no other fiche has.
    """

    columns: tuple[ComparedFiche, ...]
    facets: tuple[FacetRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    other_figures: tuple[tuple[KeyFigure, ...], ...] = ()
    parts: tuple[PartRow, ...] = ()

    @property
    def type(self) -> FicheType:
        """The type of all the fiches."""
        return self.columns[0].fiche.type

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the columns."""
        return tuple(column.fiche.code for column in self.columns)

    @property
    def differing(self) -> tuple[FacetRow, ...]:
        """The facets on which two fiches differ."""
        return tuple(row for row in self.facets if row.differs)

    @property
    def alike(self) -> tuple[FacetRow, ...]:
        """The facets on which all the fiches say the same."""
        return tuple(row for row in self.facets if not row.differs)


def without(codes: Sequence[str], code: str) -> tuple[str, ...]:
    """Return the columns that are left once one is taken away."""
    return tuple(kept for kept in codes if kept != code)
