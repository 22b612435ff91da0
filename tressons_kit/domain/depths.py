"""How far one reads a fiche: thirty seconds, three minutes, or all of it.

At thirty seconds: the summary, the key figures, the key messages. At three minutes: also the parts
named here for its type. A body that has none of them (a handbook chapter, a note) gives its first part.
"""

from collections.abc import Sequence
from enum import StrEnum

from tressons_kit.domain.fiche import Section
from tressons_kit.domain.fiche_types import FicheType


class Depth(StrEnum):
    """A depth as the state file writes it."""

    BRIEF = "30s"
    SHORT = "3min"
    FULL = "complet"

    @classmethod
    def read(cls, written: str) -> "Depth":
        """Read a depth as it was written; the whole fiche when it is unknown."""
        return cls(written) if written in set(cls) else cls.FULL


SHORT_PARTS: dict[FicheType, tuple[str, ...]] = {
    FicheType.CASE: ("En bref", "Ce que l’on peut reprendre"),
    FicheType.PORTRAIT: ("En bref", "Ce que l’on peut reprendre"),
    FicheType.PRACTICE: ("En bref", "Quand s’en servir", "Points de vigilance"),
    FicheType.LEVER: ("En bref", "Points de vigilance"),
    FicheType.ORGANISATION_FORM: ("En bref", "Atouts et limites", "Quand la choisir"),
    FicheType.SCHEME: ("En bref", "Combien", "Points de vigilance"),
    FicheType.ACTOR: ("En bref", "Comment le solliciter"),
    FicheType.MONOGRAPH: ("En bref", "Freins et leviers", "Enseignements"),
    FicheType.REFERENCE: ("En bref", "Ce que cela change en milieu rural"),
    FicheType.ARGUMENT: ("L’objection", "La réponse courte", "Le chiffre"),
    FicheType.HANDBOOK: ("En bref",),
    FicheType.SESSION: ("En bref",),
    FicheType.NOTE: ("En bref",),
}
"""The parts that are read in three minutes, by their headings."""


def shown_sections(kind: FicheType, sections: Sequence[Section], depth: Depth) -> tuple[Section, ...]:
    """Return the parts of a fiche that are read at a depth, in their order."""
    if depth is Depth.FULL:
        return tuple(sections)
    if depth is Depth.BRIEF:
        return ()
    wanted = SHORT_PARTS[kind]
    return tuple(section for section in sections if section.title in wanted) or tuple(sections[:1])
