"""What a kit says of itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class KitInfo:
    """The identity of a kit and what it holds; dates are ISO, the digest is hexadecimal."""

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

    @property
    def content_day(self) -> date | None:
        """The date of the content, or None when the kit dates itself in another way."""
        try:
            return date.fromisoformat(self.content_date)
        except ValueError:
            return None
