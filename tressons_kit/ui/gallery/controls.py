"""The sections of the gallery that show what is pressed, ticked and typed in."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.gallery.specimens import HeldButton, HeldField, HeldState, HeldToolButton
from tressons_kit.ui.search_field import SearchField
from tressons_kit.ui.settings.choices import Choices
from tressons_kit.ui.settings.text_size import TextSize
from tressons_kit.ui.settings.theme_cards import ThemeCards
from tressons_kit.ui.settings.tick_box import TickBox
from tressons_kit.ui.theme import GAP, ICON, SNUG, TARGET

BUTTON_ROLES = ("", "primary", "quiet", "link", "part", "inline", "offer", "chip", "tile")
TOOL_ROLES = ("", "quiet", "segment", "cross")


def buttons(_appearance: Appearance, _texts: Texts) -> QWidget:
    """Show the buttons of each role in each state."""
    table, grid = _table()
    for line, role in enumerate(BUTTON_ROLES, start=1):
        grid.addWidget(_name(role or "sans rôle"), line, 0)
        for column, held in enumerate(HeldState, start=1):
            grid.addWidget(HeldButton("Ouvrir", role, held), line, column)
    return table


def tool_buttons(appearance: Appearance, _texts: Texts) -> QWidget:
    """Show the tool buttons, with their icons, and those of the rail."""
    table, grid = _table()
    line = 0
    for line, role in enumerate(TOOL_ROLES, start=1):
        grid.addWidget(_name(role or "sans rôle"), line, 0)
        for column, held in enumerate(HeldState, start=1):
            grid.addWidget(_with_icon(HeldToolButton("Filtres", role, held), appearance), line, column)
    grid.addWidget(_name("barre des pages"), line + 1, 0)
    for column, held in enumerate(HeldState, start=1):
        rail = QWidget()
        rail.setProperty("role", "rail")
        inside = QVBoxLayout(rail)
        inside.addWidget(_with_icon(HeldToolButton("Accueil", "", held), appearance))
        grid.addWidget(rail, line + 1, column)
    return table


def fields(appearance: Appearance, texts: Texts) -> QWidget:
    """Show the fields and the boxes to tick; the first of each can be used."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SNUG)
    column.addWidget(SearchField(appearance, texts))
    for held in (HeldState.NORMAL, HeldState.FOCUS, HeldState.DISABLED):
        field = HeldField(f"Un champ, {held.value}", held)
        field.setFixedHeight(appearance.pixels(TARGET))
        column.addWidget(field)
    for text, checked, enabled in (
        ("À cocher", False, True),
        ("Cochée", True, True),
        ("Inactive", True, False),
    ):
        tick = TickBox(text, appearance)
        tick.setChecked(checked)
        tick.setEnabled(enabled)
        column.addWidget(tick)
    return box


def choices(appearance: Appearance, texts: Texts) -> QWidget:
    """Show what is chosen among others: a theme, one of several lines, a size."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SNUG)
    column.addWidget(ThemeCards(appearance, texts))
    labels = {"un": "Un choix", "autre": "Un autre"}
    column.addWidget(Choices("Choix", labels, "un", appearance))
    column.addWidget(TextSize(appearance, texts))
    return box


def _table() -> tuple[QWidget, QGridLayout]:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(GAP)
    for column, held in enumerate(HeldState, start=1):
        grid.addWidget(_name(held.value), 0, column)
    grid.setColumnStretch(len(HeldState) + 1, 1)
    return table, grid


def _name(text: str) -> QLabel:
    name = QLabel(text)
    name.setProperty("role", "small")
    return name


def _with_icon(button: HeldToolButton, appearance: Appearance) -> HeldToolButton:
    button.setIcon(appearance.icon("list-filter"))
    button.setIconSize(QSize(appearance.pixels(ICON), appearance.pixels(ICON)))
    return button
