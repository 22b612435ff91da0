"""Every pair of colours that the window uses can be read by tired eyes."""

import pytest

from tressons_kit.ui.theme import DARK, LIGHT, PAIRS, Palette

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


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


@PALETTES
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast_of_roles(palette: Palette, front: str, back: str, least: float) -> None:
    assert contrast(getattr(palette, front), getattr(palette, back)) >= least


@PALETTES
@pytest.mark.parametrize("back", ["paper", "surface", "accent_tint", "hover"])
def test_contrast_of_types_as_text(palette: Palette, back: str) -> None:
    for kind, colour in palette.types.items():
        assert contrast(colour, getattr(palette, back)) >= 4.5, kind


@PALETTES
def test_contrast_of_codes_on_their_type(palette: Palette) -> None:
    for kind, colour in palette.types.items():
        assert contrast(palette.surface, colour) >= 4.5, kind
