"""Fiches → the rows of the tables that hold them."""

import json
from collections.abc import Sequence
from typing import Any

from tressons_kit.authoring.fiche_file import CompiledFiche
from tressons_kit.domain.fiche import Fiche, KeyFigure, Place, Section, Source
from tressons_kit.domain.taxonomy import DEPARTMENT_FACET, REGION_FACET, Taxonomy
from tressons_kit.foundation.french import fold

Row = dict[str, Any]


def fiche_rows(compiled: Sequence[CompiledFiche], taxonomy: Taxonomy) -> dict[str, list[Row]]:
    """Return the rows of each table; fiches are numbered from 1 in the order given."""
    fiches = [one.fiche for one in compiled]
    numbers = {fiche.code: row for row, fiche in enumerate(fiches, start=1)}
    ranks = _title_ranks(fiches)
    rows: dict[str, list[Row]] = {
        name: [] for name in ("fiche", "fiche_term", "place", "section", "figure", "source", "link")
    }
    for fiche in fiches:
        number = numbers[fiche.code]
        rows["fiche"].append(_fiche_row(fiche, number, ranks[fiche.code], taxonomy))
        rows["fiche_term"] += [
            {"fiche": number, "facet": facet, "term": term}
            for facet, terms in fiche.facets.items()
            for term in terms
        ]
        rows["place"] += _numbered(number, fiche.places)
        rows["section"] += _numbered(number, fiche.sections)
        rows["figure"] += _numbered(number, fiche.figures)
        rows["source"] += [{"fiche": number, **columns(source)} for source in fiche.sources]
        rows["link"] += [
            {
                "fiche": number,
                "position": position,
                "target": numbers[link.target],
                "reason": link.reason,
            }
            for position, link in enumerate(fiche.links)
        ]
    return rows


def columns(value: Place | Section | KeyFigure | Source) -> Row:
    """Return the attributes of a flat value; `asdict` would copy each text, at ten times the cost."""
    return {name: getattr(value, name) for name in value.__slots__}


def _numbered(number: int, values: Sequence[Place | Section | KeyFigure]) -> list[Row]:
    return [
        {"fiche": number, "position": position, **columns(value)}
        for position, value in enumerate(values)
    ]


def _fiche_row(fiche: Fiche, number: int, rank: int, taxonomy: Taxonomy) -> Row:
    return {
        "id": number,
        "code": fiche.code,
        "type": str(fiche.type),
        "title": fiche.title,
        "summary": fiche.summary,
        "place": _readable(fiche.places[0], taxonomy) if fiche.places else "",
        "other_names": json.dumps(fiche.other_names, ensure_ascii=False),
        "started": fiche.started,
        "ended": fiche.ended,
        "verified_on": fiche.verified_on.isoformat() if fiche.verified_on else None,
        "review_before": fiche.review_before.isoformat() if fiche.review_before else None,
        "authors": json.dumps(fiche.authors, ensure_ascii=False),
        "licence": fiche.licence,
        "title_order": rank,
    }


def _title_ranks(fiches: Sequence[Fiche]) -> dict[str, int]:
    """Rank titles as a dictionary does: without accents, capitals or signs."""
    ordered = sorted(
        fiches, key=lambda fiche: ([fold(word) for word in fiche.title.split()], fiche.code)
    )
    return {fiche.code: rank for rank, fiche in enumerate(ordered)}


def _readable(place: Place, taxonomy: Taxonomy) -> str:
    """Name a place: « Augan (Morbihan) », or what is known of it."""
    department = taxonomy.label(DEPARTMENT_FACET, place.department) if place.department else ""
    if place.commune and department:
        return f"{place.commune} ({department})"
    if place.commune or department:
        return place.commune or department
    return taxonomy.label(REGION_FACET, place.region) if place.region else ""
