"""The gallery of components shows all that the style sheet knows, in every theme."""

import re

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tressons_kit.foundation.texts import FRENCH
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.gallery.content import LABEL_ROLES
from tressons_kit.ui.gallery.controls import BUTTON_ROLES, TOOL_ROLES
from tressons_kit.ui.gallery.window import SECTIONS, GalleryWindow
from tressons_kit.ui.style_sheet import style_sheet
from tressons_kit.ui.theme import LIGHT, PALETTES, ThemeChoice


@pytest.mark.parametrize("theme", PALETTES)
def test_every_section_is_shown_in_every_theme(
    qtbot: QtBot, appearance: Appearance, theme: ThemeChoice
) -> None:
    window = GalleryWindow(appearance, FRENCH)
    qtbot.addWidget(window)
    appearance.choose(theme)
    window.show()

    assert not window.grab().isNull()
    headings = [widget.property("role") for widget in window.findChildren(QWidget)].count("heading")
    assert headings >= len(SECTIONS)


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("QPushButton", BUTTON_ROLES), ("QToolButton", TOOL_ROLES), ("QLabel", LABEL_ROLES)],
)
def test_no_role_of_the_style_sheet_is_left_out(kind: str, shown: tuple[str, ...]) -> None:
    assert set(re.findall(rf'{kind}\[role="(\w+)"\]', style_sheet(LIGHT, 1.0))) <= set(shown)
