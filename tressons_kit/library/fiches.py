"""Reading fiches, their cards, their neighbours and their pictures."""

import json
from collections.abc import Iterable
from datetime import date

from tressons_kit.domain.codes import FicheCode, parse_code
from tressons_kit.domain.errors import FicheNotFound
from tressons_kit.domain.fiche import (
    Fiche,
    FicheCard,
    GlossaryTerm,
    KeyFigure,
    Link,
    Medium,
    Place,
    RelatedFiche,
    Section,
    Source,
)
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.library.kit import Kit

_FICHE = """
    SELECT id, code, type, title, summary, other_names, started, ended, verified_on, review_before,
           authors, licence
    FROM fiche WHERE code = ?"""
_CARDS = """
    SELECT id, code, type, title, summary, place, verified_on, review_before
    FROM fiche WHERE id IN ({})"""
_SECTIONS = "SELECT slug, title, html, text, markdown FROM section WHERE fiche = ? ORDER BY position"
_FACETS = """
    SELECT fiche_term.facet, fiche_term.term FROM fiche_term
    JOIN term ON term.facet = fiche_term.facet AND term.id = fiche_term.term
    WHERE fiche = ? ORDER BY fiche_term.facet, term.position"""
_PLACES = """
    SELECT commune, insee, department, region, latitude, longitude
    FROM place WHERE fiche = ? ORDER BY position"""
_FIGURES = "SELECT value, label, date, source FROM figure WHERE fiche = ? ORDER BY position"
_SOURCES = "SELECT number, title, publisher, date, address FROM source WHERE fiche = ? ORDER BY number"
_LINKS = """
    SELECT fiche.code, link.reason FROM link JOIN fiche ON fiche.id = link.target
    WHERE link.fiche = ? ORDER BY link.position"""
_CITED_BY = """
    SELECT link.fiche, link.reason FROM link JOIN fiche ON fiche.id = link.fiche
    WHERE link.target = ? ORDER BY fiche.id"""


class FicheRepository:
    """The fiches of a kit."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def find_row(self, code: str) -> int | None:
        """Return the id of the row of a fiche, or None."""
        rows = self._kit.rows("SELECT id FROM fiche WHERE code = ?", (code,))
        return rows[0][0] if rows else None

    def get(self, spoken_code: str) -> Fiche:
        """Return a whole fiche by its code as people say it, or raise FicheNotFound."""
        code = parse_code(spoken_code) or FicheCode(spoken_code.strip().upper())
        rows = self._kit.rows(_FICHE, (code,))
        if not rows:
            raise FicheNotFound(spoken_code.strip(), self._codes_near(code))
        row, stored, kind, title, summary, names, started, ended, verified, review, authors, licence = (
            rows[0]
        )
        return Fiche(
            code=FicheCode(stored),
            type=FicheType(kind),
            title=title,
            summary=summary,
            sections=tuple(Section(*values) for values in self._kit.rows(_SECTIONS, (row,))),
            facets=self._facets(row),
            other_names=tuple(json.loads(names)),
            places=tuple(Place(*values) for values in self._kit.rows(_PLACES, (row,))),
            figures=tuple(KeyFigure(*values) for values in self._kit.rows(_FIGURES, (row,))),
            links=tuple(Link(*values) for values in self._kit.rows(_LINKS, (row,))),
            sources=tuple(Source(*values) for values in self._kit.rows(_SOURCES, (row,))),
            started=started,
            ended=ended,
            verified_on=_day(verified),
            review_before=_day(review),
            authors=tuple(json.loads(authors)),
            licence=licence,
        )

    def cards(self, rows: Iterable[int]) -> dict[int, FicheCard]:
        """Return the cards of some rows, by row; unknown rows are left out."""
        numbers = ",".join(str(int(row)) for row in rows)
        stored = self._kit.rows(_CARDS.format(numbers))
        return {
            row: FicheCard(code, FicheType(kind), title, summary, place, _day(verified), _day(review))
            for row, code, kind, title, summary, place, verified, review in stored
        }

    def related(self, fiche: Fiche) -> tuple[RelatedFiche, ...]:
        """Return the fiches that this one cites, then those that cite it, each with the reason."""
        row = self.find_row(fiche.code)
        targets = {link.target: link.reason for link in fiche.links}
        rows = {self.find_row(code): reason for code, reason in targets.items()}
        cited = self._kit.rows(_CITED_BY, (row,))
        cards = self.cards([*(number for number in rows if number), *(number for number, _ in cited)])
        ours = [
            RelatedFiche(cards[number], reason) for number, reason in rows.items() if number in cards
        ]
        theirs = [
            RelatedFiche(cards[number], reason, cites_us=True)
            for number, reason in cited
            if number in cards and number not in rows
        ]
        return (*ours, *theirs)

    def find_medium(self, name: str) -> Medium | None:
        """Return a picture or a chart by its name, or None."""
        rows = self._kit.rows(
            "SELECT name, mime, data, alternative, credit FROM medium WHERE name = ?", (name,)
        )
        return Medium(*rows[0]) if rows else None

    def glossary(self) -> tuple[GlossaryTerm, ...]:
        """Return every term of the glossary in alphabetical order."""
        forms: dict[int, list[str]] = {}
        for term, spelling in self._kit.rows(
            "SELECT term, spelling FROM glossary_form ORDER BY term, rowid"
        ):
            forms.setdefault(term, []).append(spelling)
        return tuple(
            GlossaryTerm(
                term=term,
                definition=definition,
                acronym=acronym,
                forms=tuple(forms.get(row, ())),
                sources=tuple(Source(**source) for source in json.loads(sources)),
                see=tuple(FicheCode(code) for code in json.loads(see)),
            )
            for row, term, acronym, definition, sources, see in self._kit.rows(
                "SELECT id, term, acronym, definition, sources, see FROM glossary ORDER BY id"
            )
        )

    def _facets(self, row: int) -> dict[str, tuple[str, ...]]:
        facets: dict[str, tuple[str, ...]] = {}
        for facet, term in self._kit.rows(_FACETS, (row,)):
            facets[facet] = (*facets.get(facet, ()), term)
        return facets

    def _codes_near(self, code: str) -> tuple[FicheCode, ...]:
        """Return the codes of the same letter: what people mistype is the number."""
        rows = self._kit.rows(
            "SELECT code FROM fiche WHERE code LIKE ? ORDER BY id LIMIT 8", (f"{code[:1]}%",)
        )
        return tuple(FicheCode(near) for (near,) in rows)


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
