"""What the reading of one fiche must know of the rest of the folder."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tressons_kit.domain.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Context:
    """The folder, the day that dates are compared with, the terms, the kit's own defaults."""

    folder: Path
    today: date
    taxonomy: Taxonomy
    authors: tuple[str, ...] = ()
    licence: str = ""
