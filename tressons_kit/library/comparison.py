"""Reading fiches of one type and setting them side by side, row by row."""

import re
from collections.abc import Iterator, Sequence

from tressons_kit.domain.comparison import (
    FEWEST,
    MOST,
    ComparedFiche,
    Comparison,
    FacetRow,
    FigureRow,
    PartRow,
)
from tressons_kit.domain.errors import ComparedTypesDiffer, WrongNumberToCompare
from tressons_kit.domain.fiche import Fiche, KeyFigure, Section
from tressons_kit.domain.fiche_types import RULES, FicheType
from tressons_kit.domain.taxonomy import TYPE_FACET, Taxonomy
from tressons_kit.foundation.french import words
from tressons_kit.library.fiches import FicheRepository
from tressons_kit.library.kit import Kit

_DETAIL = re.compile(r"[,(;:]")
"""What follows says how it was counted: « sociétaires, dont 2 000 particuliers »."""


class ComparisonService:
    """Compares fiches of a kit."""

    def __init__(self, kit: Kit, fiches: FicheRepository) -> None:
        self._kit, self._fiches = kit, fiches

    def compare(self, spoken_codes: Sequence[str]) -> Comparison:
        """Set fiches side by side, each once, by their codes as people say them.

        Raises FicheNotFound, WrongNumberToCompare, or ComparedTypesDiffer.
        """
        fiches = {fiche.code: fiche for fiche in map(self._fiches.get, spoken_codes)}
        return compare([self._column(fiche) for fiche in fiches.values()], self._kit.taxonomy)

    def _column(self, fiche: Fiche) -> ComparedFiche:
        row = self._fiches.find_row(fiche.code)
        cards = self._fiches.cards([row] if row is not None else [])
        return ComparedFiche(fiche, cards[row].place if row in cards else "")


def compare(columns: Sequence[ComparedFiche], taxonomy: Taxonomy) -> Comparison:
    """Align the facets, the key figures and the parts of some fiches."""
    fiches = [column.fiche for column in columns]
    if not FEWEST <= len(fiches) <= MOST:
        raise WrongNumberToCompare(len(fiches))
    if len({fiche.type for fiche in fiches}) > 1:
        raise ComparedTypesDiffer([(fiche.code, fiche.type) for fiche in fiches])
    figures = _figure_rows(fiches)
    aligned = {id(figure) for row in figures for figure in row.figures}
    return Comparison(
        columns=tuple(columns),
        facets=tuple(_facet_rows(fiches, taxonomy)),
        figures=figures,
        other_figures=tuple(
            tuple(figure for figure in fiche.figures if id(figure) not in aligned) for fiche in fiches
        ),
        parts=tuple(_part_rows(fiches)),
    )


def _facet_rows(fiches: Sequence[Fiche], taxonomy: Taxonomy) -> Iterator[FacetRow]:
    """Give the subjects on which a fiche says something, in the taxonomy's order, then its years."""
    for facet in taxonomy:
        values = tuple(
            tuple(taxonomy.label(facet.id, term) for term in fiche.facets.get(facet.id, ()))
            for fiche in fiches
        )
        if facet.id != TYPE_FACET and any(values):
            yield FacetRow(facet.id, facet.label, values)
    years = tuple(_years(fiche) for fiche in fiches)
    if any(years):
        yield FacetRow("annees", "Années", years)


def _years(fiche: Fiche) -> tuple[str, ...]:
    if not fiche.started:
        return ()
    return (f"{fiche.started}-{fiche.ended}" if fiche.ended else f"depuis {fiche.started}",)


def _figure_rows(fiches: Sequence[Fiche]) -> tuple[FigureRow, ...]:
    """Align the figures that two fiches or more have, by what their labels say."""
    measured: dict[str, list[KeyFigure | None]] = {}
    for column, fiche in enumerate(fiches):
        for figure in fiche.figures:
            row = measured.setdefault(_measure(figure.label), [None] * len(fiches))
            # A fiche that gives one measure twice (two dates) keeps the first here.
            row[column] = row[column] or figure
    return tuple(
        FigureRow(tuple(row))
        for row in measured.values()
        if sum(figure is not None for figure in row) >= FEWEST
    )


def _measure(label: str) -> str:
    """Return what a label counts: its words before any detail, without capitals or accents."""
    return " ".join(word.form for word in words(_DETAIL.split(label)[0])) or label


def _part_rows(fiches: Sequence[Fiche]) -> Iterator[PartRow]:
    sections = [{section.title: section for section in fiche.sections} for fiche in fiches]
    for title in _titles(fiches[0].type, sections):
        row = tuple(parts.get(title) for parts in sections)
        if any(row):
            yield PartRow(title, row)


def _titles(kind: FicheType, sections: Sequence[dict[str, Section]]) -> list[str]:
    """Return the parts of the type in their order, then the others as the fiches give them."""
    return list(dict.fromkeys((*RULES[kind].parts, *(title for parts in sections for title in parts))))
