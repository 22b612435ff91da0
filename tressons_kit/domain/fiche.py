"""A fiche and its parts, as the compiler makes them and as the readers show them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche_types import FicheType


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fiche happens.

    `department` is an official number (`46`, `2A`, `974`), `region` a term of the taxonomy,
    `insee` the code of the commune; degrees are WGS 84. What is not known is None.
    """

    commune: str | None = None
    insee: str | None = None
    department: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure worth a card; `date` is written as the source dates it (`2018`, `mars 2024`)."""

    value: str
    label: str
    date: str | None = None
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from; `number` is what `[^3]` points to."""

    number: int
    title: str
    publisher: str | None = None
    date: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A neighbour of a fiche, with the reason in a few words."""

    target: FicheCode
    reason: str


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the body: the author's Markdown, and what it was compiled to.

    `html` is the subset described in docs/format-du-kit.md, free of any author's HTML;
    `text` is what a person reads, one paragraph a line.
    """

    slug: str
    title: str
    html: str
    text: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Fiche:
    """A whole fiche.

    `facets` maps the name of a facet to the terms that the fiche has, in the taxonomy's order;
    it includes `type`, and `region` and `departement` deduced from the places.
    """

    code: FicheCode
    type: FicheType
    title: str
    summary: str
    sections: tuple[Section, ...]
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    other_names: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    links: tuple[Link, ...] = ()
    sources: tuple[Source, ...] = ()
    started: int | None = None
    ended: int | None = None
    verified_on: date | None = None
    review_before: date | None = None
    authors: tuple[str, ...] = ()
    licence: str = ""


@dataclass(frozen=True, slots=True)
class FicheCard:
    """What a list shows of a fiche; `place` is ready to read (« Augan (Morbihan) »), or empty."""

    code: FicheCode
    type: FicheType
    title: str
    summary: str
    place: str = ""
    verified_on: date | None = None
    review_before: date | None = None


@dataclass(frozen=True, slots=True)
class SharedTerms:
    """What two fiches have in common in one facet, in the taxonomy's order."""

    facet: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SimilarFiche:
    """A fiche that is like another, and why."""

    card: FicheCard
    shared: tuple[SharedTerms, ...]


@dataclass(frozen=True, slots=True)
class RelatedFiche:
    """A neighbour as the reader shows it; `cites_us` when the other fiche made the link."""

    card: FicheCard
    reason: str
    cites_us: bool = False


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture or a chart: its bytes live in the kit under `name`."""

    name: str
    mime: str
    data: bytes
    alternative: str
    credit: str = ""


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word of the trade; `forms` are the acronym, the synonyms and other ways to write it."""

    term: str
    definition: str
    acronym: str | None = None
    forms: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    see: tuple[FicheCode, ...] = ()
