"""Colours, sizes and spacings, by the names of their roles. Values only: no Qt.

`tests/ui/test_theme.py` computes the WCAG contrast of every pair in `PAIRS` for each palette.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tressons_kit.domain.fiche_types import FicheType

FAMILY = "Atkinson Hyperlegible Next"

# The scale of text, in pixels at 100 %.
SMALL, BODY, READING, HEADING, TITLE, DISPLAY = 13, 15, 17, 20, 25, 32

# The scale of spacings, on a grid of four pixels.
TIGHT, SNUG, GAP, WIDE, ROOMY = 4, 8, 12, 16, 24
RADIUS = 8
ICON = 18
TARGET = 32
"""The smallest side of what a finger or a shaky hand must hit."""

SMALLEST_SCALE, LARGEST_SCALE = 0.8, 2.0


class ThemeChoice(StrEnum):
    """What the user asked for; the values are stored in the state file."""

    SYSTEM = "systeme"
    LIGHT = "clair"
    DARK = "sombre"
    HIGH_CONTRAST = "contraste"


class MotionChoice(StrEnum):
    """How much of the window may move; the values are stored in the state file."""

    SYSTEM = "systeme"
    REDUCED = "reduit"


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of the window, `#RRGGBB`.

    Elevation is told by borders, never by shadows, which old screens lose: nothing around what lies on
    the page, `line` around what is a piece of it (tile, table), `outline` around what floats above it
    (popup, menu, tip) and around what takes text.
    """

    theme: ThemeChoice
    paper: str
    surface: str
    ink: str
    soft_ink: str
    line: str
    outline: str
    disabled: str
    accent: str
    on_accent: str
    accent_tint: str
    hover: str
    focus: str
    mark: str
    mark_ink: str
    current_mark: str
    warning_tint: str
    types: Mapping[FicheType, str] = field(default_factory=dict)

    def type_colour(self, kind: FicheType) -> str:
        """Return the hue of a type of fiche: never the only signal of it."""
        return self.types.get(kind, self.soft_ink)


LIGHT = Palette(
    theme=ThemeChoice.LIGHT,
    paper="#FBF9F4",
    surface="#FFFFFF",
    ink="#1F2A24",
    soft_ink="#55625B",
    line="#E4DFD3",
    outline="#857F70",
    disabled="#7B7668",
    accent="#2F6B4F",
    on_accent="#FFFFFF",
    accent_tint="#E6F0EA",
    hover="#F2EEE4",
    focus="#B4540A",
    mark="#FFE9C7",
    mark_ink="#5E2C04",
    current_mark="#FFC978",
    warning_tint="#FFF1DC",
    types={
        FicheType.CASE: "#2F6B4F",
        FicheType.PORTRAIT: "#4F7029",
        FicheType.LEVER: "#A84B0B",
        FicheType.ORGANISATION_FORM: "#34559B",
        FicheType.SCHEME: "#7D5A00",
        FicheType.ACTOR: "#74408A",
        FicheType.MONOGRAPH: "#1B6B7B",
        FicheType.REFERENCE: "#6A4D2F",
        FicheType.PRACTICE: "#9E2F47",
        FicheType.ARGUMENT: "#A3246B",
        FicheType.HANDBOOK: "#45546A",
        FicheType.SESSION: "#146356",
        FicheType.NOTE: "#55625B",
    },
)

DARK = Palette(
    theme=ThemeChoice.DARK,
    paper="#141B17",
    surface="#1C2520",
    ink="#ECEFEA",
    soft_ink="#AEBBB3",
    line="#34413A",
    outline="#76857C",
    disabled="#7E8D84",
    accent="#8CCBA8",
    on_accent="#10231A",
    accent_tint="#24382E",
    hover="#26322B",
    focus="#FFB266",
    mark="#5A3A10",
    mark_ink="#FFE3BC",
    current_mark="#7F4A0B",
    warning_tint="#3A2C16",
    types={
        FicheType.CASE: "#8CCBA8",
        FicheType.PORTRAIT: "#B4CF8B",
        FicheType.LEVER: "#F2A873",
        FicheType.ORGANISATION_FORM: "#A3BAF0",
        FicheType.SCHEME: "#DDBE6B",
        FicheType.ACTOR: "#D3A9E5",
        FicheType.MONOGRAPH: "#84CBDA",
        FicheType.REFERENCE: "#D2B392",
        FicheType.PRACTICE: "#F09FB0",
        FicheType.ARGUMENT: "#F09DCB",
        FicheType.HANDBOOK: "#B2C2DA",
        FicheType.SESSION: "#7FCDBD",
        FicheType.NOTE: "#AEBBB3",
    },
)

HIGH_CONTRAST = Palette(
    theme=ThemeChoice.HIGH_CONTRAST,
    paper="#FFFFFF",
    surface="#FFFFFF",
    ink="#000000",
    soft_ink="#303030",
    line="#6E6E6E",
    outline="#000000",
    disabled="#5E5E5E",
    accent="#23503B",
    on_accent="#FFFFFF",
    accent_tint="#E3E3E3",
    hover="#EDEDED",
    focus="#733606",
    mark="#FFE37A",
    mark_ink="#000000",
    current_mark="#FFBE1A",
    warning_tint="#FFF3C4",
    types={
        FicheType.CASE: "#23503B",
        FicheType.PORTRAIT: "#374E1D",
        FicheType.LEVER: "#763408",
        FicheType.ORGANISATION_FORM: "#2B467F",
        FicheType.SCHEME: "#5E4300",
        FicheType.ACTOR: "#613674",
        FicheType.MONOGRAPH: "#144E5A",
        FicheType.REFERENCE: "#5B4228",
        FicheType.PRACTICE: "#80263A",
        FicheType.ARGUMENT: "#821D56",
        FicheType.HANDBOOK: "#3B485B",
        FicheType.SESSION: "#105046",
        FicheType.NOTE: "#404944",
    },
)
"""Black on white, whatever the system says: what reads best in sunlight and on a projector."""

PALETTES: Mapping[ThemeChoice, Palette] = {
    palette.theme: palette for palette in (LIGHT, DARK, HIGH_CONTRAST)
}

TEXT, SIGN = 4.5, 3.0
"""The least WCAG contrast, level AA, of words and of signs (icons, borders of fields, focus ring)."""

PAIRS: tuple[tuple[str, str, float], ...] = (
    # What is read at length is held to AAA in every theme.
    ("ink", "paper", 7.0),
    ("ink", "surface", 7.0),
    ("ink", "hover", 7.0),
    ("ink", "accent_tint", 7.0),
    ("ink", "warning_tint", 7.0),
    ("soft_ink", "paper", TEXT),
    ("soft_ink", "surface", TEXT),
    ("soft_ink", "hover", TEXT),
    ("soft_ink", "accent_tint", TEXT),
    ("soft_ink", "warning_tint", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "surface", TEXT),
    ("accent", "hover", TEXT),
    ("accent", "accent_tint", TEXT),
    ("accent", "warning_tint", TEXT),
    ("on_accent", "accent", TEXT),
    ("on_accent", "ink", TEXT),
    ("mark_ink", "mark", TEXT),
    ("mark_ink", "current_mark", TEXT),
    ("focus", "paper", TEXT),
    ("focus", "surface", TEXT),
    ("focus", "hover", SIGN),
    ("focus", "accent_tint", SIGN),
    ("focus", "warning_tint", SIGN),
    ("outline", "paper", SIGN),
    ("outline", "surface", SIGN),
    ("outline", "accent_tint", SIGN),
    ("disabled", "paper", SIGN),
    ("disabled", "surface", SIGN),
)
"""Foreground, background, and the least contrast between them: what a screen really puts together."""

TYPE_GROUNDS = ("paper", "surface", "hover", "accent_tint")
"""Where the hue of a type writes its name; the code is written in `surface` on the hue."""

MOTION = 120
"""Milliseconds of whatever moves: short enough not to be waited for."""


def pixels(size: int, scale: float) -> int:
    """Return a size of the scale at the user's text size, as whole pixels."""
    return round(size * scale)
