"""Every page and dialog, walked by keyboard at 100 and 200 %: names, order, rings, targets, rows."""

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QListWidget,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import tressons_kit.ui
from tests.ui.walk import rules
from tests.ui.walk.places import PLACES, Place, Walker, has_focus, shown
from tressons_kit.domain.depths import Depth
from tressons_kit.domain.errors import KitMissing
from tressons_kit.foundation.explanations import explain
from tressons_kit.foundation.texts import FRENCH
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.problem_page import ProblemPage
from tressons_kit.ui.sections.section_dialog import SectionDialog
from tressons_kit.ui.theme import ThemeChoice

OpenWindow = Callable[[Path], MainWindow]
GoTo = Callable[[Place], Walker]

SCREENS = {
    "100": (0, (1366, 768), ThemeChoice.LIGHT),
    "200": (10, (1024, 600), ThemeChoice.DARK),
    "contraste": (0, (1024, 600), ThemeChoice.HIGH_CONTRAST),
}


@pytest.fixture(params=SCREENS)
def go_to(
    request: pytest.FixtureRequest,
    open_window: OpenWindow,
    real_kit: Path,
    appearance: Appearance,
    qtbot: QtBot,
) -> GoTo:
    """Open the real kit on a screen, in a theme and a size of text, and go somewhere."""
    steps, size, theme = SCREENS[request.param]
    appearance.choose(theme)
    appearance.resize_text(steps)
    window = open_window(real_kit)
    window.resize(*size)

    def go(place: Place) -> Walker:
        walker = Walker(window, qtbot)
        place.go(walker)
        qtbot.waitUntil(lambda: has_focus(shown(window)))
        return walker

    return go


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_everything_can_be_used_without_a_mouse_or_without_seeing(
    go_to: GoTo, place: Place, appearance: Appearance
) -> None:
    root = shown(go_to(place).window)

    assert not place.dialog or type(root).__name__ == place.dialog
    assert_usable(root, appearance)


def assert_usable(root: QWidget, appearance: Appearance) -> None:
    """Hold every rule on what is in front."""
    ring = appearance.colour("focus")
    assert rules.nameless(root) == []
    assert rules.silent_rows(root) == []
    assert rules.small_targets(root) == []
    forth = rules.walk(root, Qt.Key.Key_Tab, ring)
    assert rules.out_of_reach(root, forth) == []
    assert rules.without_ring(forth) == []
    back = rules.walk(root, Qt.Key.Key_Backtab, ring)
    assert {id(stop.widget) for stop in back} == {id(stop.widget) for stop in forth}


@pytest.mark.parametrize("steps", [0, 10])
def test_the_screen_without_a_kit_can_be_used_too(
    qtbot: QtBot, appearance: Appearance, tmp_path: Path, steps: int
) -> None:
    appearance.resize_text(steps)
    page = ProblemPage(explain(KitMissing(tmp_path), FRENCH), "journal.log", appearance, FRENCH)
    qtbot.addWidget(page)
    page.resize(1024, 600)
    page.show()
    page.choose.setFocus()
    qtbot.waitUntil(page.choose.hasFocus)

    assert_usable(page, appearance)
    assert "introuvable" in page.choose.accessibleDescription()


def test_every_dialog_is_walked() -> None:
    for module in pkgutil.walk_packages(tressons_kit.ui.__path__, "tressons_kit.ui."):
        importlib.import_module(module.name)

    ours = {
        kind.__name__ for kind in _subclasses(QDialog) if kind.__module__.startswith("tressons_kit")
    }

    ours -= {SectionDialog.__name__}  # what the settings and the help are made of
    # A dialog that is missing takes one line in `tests/ui/walk/places.py`.
    assert ours - {place.dialog for place in PLACES} == set()


def _subclasses(kind: type) -> set[type]:
    return {kind}.union(*map(_subclasses, kind.__subclasses__()))


def test_a_dialog_closed_gives_the_focus_back_to_where_it_was(
    window: MainWindow, qtbot: QtBot, type_text: Callable[[MainWindow, str], None]
) -> None:
    walker = Walker(window, qtbot)
    type_text(window, "ferroviaire")
    walker.press(Qt.Key.Key_Escape)
    for key, modifier in (
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier),
    ):
        window.library.results.list.setFocus()
        walker.press(key, modifier)
        qtbot.waitUntil(lambda: shown(window) is not window and has_focus(shown(window)))
        walker.press(Qt.Key.Key_Escape)
        # No window manager here: it would make the window active again.
        window.activateWindow()
        qtbot.waitUntil(window.library.results.list.hasFocus)


def test_the_arrows_go_through_the_depths(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    walker = Walker(window, qtbot)
    full = next(
        button
        for button in window.reader.findChildren(QToolButton)
        if button.property("role") == "segment" and button.isChecked()
    )
    full.setFocus()
    walker.press(Qt.Key.Key_Left)

    assert window.reader.reading_depth is Depth.SHORT
    assert QApplication.focusWidget() is not full


def test_the_walk_sees_what_is_wrong(qtbot: QtBot, appearance: Appearance) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    good, nameless, small, unreachable = (QPushButton(text) for text in ("Ouvrir", "", "×1", "Fermer"))
    small.setStyleSheet("min-height: 0; max-height: 10px; padding: 0; border: none")
    unreachable.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    silent = QListWidget()
    silent.setAccessibleName("Une liste")
    silent.addItem("")
    for widget in (good, nameless, small, unreachable, silent):
        column.addWidget(widget)
    root.show()
    good.setFocus()
    qtbot.waitUntil(good.hasFocus)

    assert len(rules.nameless(root)) == 1
    assert [told for told in rules.small_targets(root) if "×1" in told]
    assert rules.silent_rows(root)
    stops = rules.walk(root, Qt.Key.Key_Tab, appearance.colour("focus"))
    assert ["Fermer" in told for told in rules.out_of_reach(root, stops)] == [True]
    assert ["×1" in told for told in rules.without_ring(stops)] == [True]
