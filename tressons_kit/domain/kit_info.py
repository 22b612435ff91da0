"""What a kit says of itself."""

from dataclasses import dataclass, field
from datetime import date

from tressons_kit.domain.codes import FicheCode


@dataclass(frozen=True, slots=True)
class PathStep:
    """A fiche of the path for newcomers, and why it is worth reading at that moment."""

    code: FicheCode
    reason: str


@dataclass(frozen=True, slots=True)
class GuidedPath:
    """A few fiches to read in order; no step when the kit has no path."""

    title: str = ""
    steps: tuple[PathStep, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What is new in this version of the kit; no code when it is about no fiche alone."""

    text: str
    code: FicheCode | None = None


@dataclass(frozen=True, slots=True)
class KitInfo:
    """The identity of a kit and what it holds; dates are ISO, the digest is hexadecimal.

    `figures` is the fiche whose key figures greet the reader.
    """

    title: str
    content_version: str
    content_date: str
    content_digest: str
    program_version: str
    licence: str
    authors: tuple[str, ...]
    notice: str
    fiche_count: int
    source_count: int
    glossary_count: int
    medium_count: int
    word_count: int
    figures: FicheCode | None = None
    path: GuidedPath = field(default_factory=GuidedPath)
    news: tuple[News, ...] = ()

    @property
    def content_day(self) -> date | None:
        """The date of the content, or None when the kit dates itself in another way."""
        try:
            return date.fromisoformat(self.content_date)
        except ValueError:
            return None
