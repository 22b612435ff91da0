"""What can complete the text being typed, besides the results themselves."""

from dataclasses import dataclass

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import GlossaryTerm
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.query import FilterOffer


@dataclass(frozen=True, slots=True)
class FicheMatch:
    """A fiche whose title, other name or code begins with what was typed, in whatever order."""

    code: FicheCode
    type: FicheType
    title: str


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term of the glossary, and the first sentence of its definition."""

    term: GlossaryTerm
    gist: str


@dataclass(frozen=True, slots=True)
class Completions:
    """Suggestions by kind, the best first."""

    typed: str = ""
    fiches: tuple[FicheMatch, ...] = ()
    terms: tuple[TermMatch, ...] = ()
    filters: tuple[FilterOffer, ...] = ()
