"""Every pair of colours that the window uses can be read by tired eyes."""

import re
from pathlib import Path

import pytest

import tressons_kit.ui
from tressons_kit.ui.icons import themed_svg
from tressons_kit.ui.theme import (
    HIGH_CONTRAST,
    PAIRS,
    PALETTES,
    TEXT,
    TYPE_GROUNDS,
    Palette,
)

THEMES = pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.theme)
UI = Path(tressons_kit.ui.__file__).parent
COLOUR = re.compile(
    r"#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})\b"
    r"|Qt\.GlobalColor\.(?!transparent)\w+|Qt\.(?:white|black|red|blue|green|gray)\b|rgba?\("
    r"|QColor\(\s*[\d\"']"
)


def level(palette: Palette) -> float:
    """What text is held to: AA, and AAA in high contrast."""
    return 7.0 if palette is HIGH_CONTRAST else TEXT


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.1."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast_of_roles(palette: Palette, front: str, back: str, least: float) -> None:
    if palette is HIGH_CONTRAST:
        least = 7.0 if least >= TEXT else TEXT
    assert contrast(getattr(palette, front), getattr(palette, back)) >= least


@THEMES
@pytest.mark.parametrize("back", TYPE_GROUNDS)
def test_contrast_of_types_as_text(palette: Palette, back: str) -> None:
    for kind, colour in palette.types.items():
        assert contrast(colour, getattr(palette, back)) >= level(palette), kind


@THEMES
def test_contrast_of_codes_on_their_type(palette: Palette) -> None:
    for kind, colour in palette.types.items():
        assert contrast(palette.surface, colour) >= level(palette), kind


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda path: path.name)
def test_every_colour_comes_from_a_role(file: Path) -> None:
    if file.name != "theme.py":
        found = COLOUR.findall(file.read_text(encoding="utf-8"))
        assert not found, f"{file.name} writes {found}: give the colour a role in theme.py"


@THEMES
def test_a_drawing_takes_the_colours_of_the_theme(palette: Palette) -> None:
    drawing = b'<path stroke="#1F2A24" fill="#e4dfd3"/><path stroke="#2f6b4f"/>'
    expected = f'<path stroke="{palette.ink}" fill="{palette.line}"/><path stroke="{palette.accent}"/>'
    assert themed_svg(drawing, palette) == expected.encode()
