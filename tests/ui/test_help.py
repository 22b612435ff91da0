"""The help, the tour and « À propos », as a person meets them; what they say is what is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.test_settings import no_overflow, press
from tressons_kit import __version__
from tressons_kit.foundation import paths
from tressons_kit.foundation.remembered import Remembered, write_remembered
from tressons_kit.foundation.texts import FRENCH
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.application import Desk
from tressons_kit.ui.help.diagnostics import without_names
from tressons_kit.ui.help.dialog import HelpDialog
from tressons_kit.ui.home.card import Card
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.navigation import PageName
from tressons_kit.ui.shortcuts import KEYS, Command, key_name, shortcut_groups

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def help_dialog(window: MainWindow, qtbot: QtBot) -> HelpDialog:
    return opened_help(window, qtbot)


def opened_help(window: MainWindow, qtbot: QtBot) -> HelpDialog:
    qtbot.keyClick(window, Key.Key_F1)
    dialog = window.findChildren(HelpDialog)[-1]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.names)
    return dialog


def test_the_window_binds_the_keys_of_the_table_and_no_other(window: MainWindow) -> None:
    bound = {QKeySequence(key.key()) for key in window.findChildren(QShortcut)}
    written = {QKeySequence(key) for keys in KEYS.values() for key in keys.all}

    assert bound == written
    assert set(KEYS) == set(Command)


def test_the_help_shows_every_key_that_is_bound(help_dialog: HelpDialog) -> None:
    shown = {
        label.text()
        for label in help_dialog.keys.findChildren(QLabel)
        if label.property("role") == "key"
    }

    for keys in KEYS.values():
        assert {key_name(key, FRENCH) for key in keys.shown} <= shown


@pytest.mark.parametrize(
    ("written", "engraved"),
    [
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+Shift+D", "Ctrl+Maj+D"),
        ("Alt+Left", "Alt+←"),
        ("Return", "Entrée"),
        ("Ctrl+-", "Ctrl+-"),
        ("?", "?"),
    ],
)
def test_keys_are_named_as_on_the_keyboard(written: str, engraved: str) -> None:
    assert key_name(written, FRENCH) == engraved


def test_a_key_belongs_to_one_line_of_the_help() -> None:
    shown = [key for group in shortcut_groups(FRENCH) for line in group.lines for key in line.keys]

    assert len(shown) == len(set(shown))


def test_the_keys_scroll_by_keyboard(help_dialog: HelpDialog) -> None:
    help_dialog.resize(600, 320)
    press(Key.Key_Tab)
    area = QApplication.focusWidget()
    assert area
    assert area.accessibleName() == "Touches"

    press(Key.Key_PageDown)

    assert area.verticalScrollBar().value() > 0  # type: ignore[attr-defined]


def test_about_tells_the_program_the_kit_and_whose_it_is(help_dialog: HelpDialog) -> None:
    words = " ".join(label.text() for label in help_dialog.about.findChildren(QLabel))

    assert __version__ in words
    assert "4 fiches" in words
    assert "licence du contenu" in words


def test_what_is_copied_for_help_is_what_was_shown_and_names_nobody(
    help_dialog: HelpDialog, window: MainWindow
) -> None:
    help_dialog.show_section(help_dialog.about)
    QTest.mouseClick(help_dialog.about.copy, LEFT)

    copied = QGuiApplication.clipboard().text()
    assert copied == help_dialog.about.facts.toPlainText()
    assert f"Kit TRESSONS {__version__}" in copied
    assert window._services.kit.info.content_digest[:16] in copied
    assert "Qt : 6." in copied
    assert "copiées" in help_dialog.said.text()


def test_paths_are_given_without_the_name_of_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/jeanne")
    monkeypatch.setenv("USERPROFILE", "/home/jeanne")

    assert without_names(Path("/home/jeanne/kits/kit.sqlite")) == "~/kits/kit.sqlite"
    assert without_names(Path("/media/jeanne/CLE/kit.sqlite")) == "/media/…/CLE/kit.sqlite"
    assert without_names(Path("/opt/kit.sqlite")) == "/opt/kit.sqlite"


def test_a_licence_is_read_by_choosing_its_part(help_dialog: HelpDialog) -> None:
    licences = help_dialog.licences
    help_dialog.show_section(licences)
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is licences.list
    names = [part.name for part in licences.parts]

    for _ in range(names.index("Qt")):
        press(Key.Key_Down)

    assert "GNU LESSER GENERAL PUBLIC LICENSE" in licences.text.toPlainText()
    assert licences.about.text() == "Pour marcher : fenêtres, texte, impression"


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_page_of_the_help_is_cut(
    window: MainWindow, qtbot: QtBot, appearance: Appearance, size: tuple[int, int], scale: float
) -> None:
    window.resize(*size)
    appearance.scale_text(scale)

    dialog = opened_help(window, qtbot)
    no_overflow(dialog)
    for label in dialog.keys.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()


@pytest.fixture
def desk(qapp: QApplication, village_kit: Path) -> Iterator[Desk]:
    made = Desk(qapp, village_kit, None)
    yield made
    made.memory.close()
    if made.window:
        made.window.close()
        made.window.deleteLater()


def started(desk: Desk, qtbot: QtBot) -> MainWindow:
    desk.open_kit()
    assert isinstance(desk.window, MainWindow)
    window = desk.window
    qtbot.waitUntil(lambda: not window.library.controller.is_pending)
    return window


def test_the_first_start_offers_the_tour_and_leaves_the_search_field_alone(
    desk: Desk, qtbot: QtBot
) -> None:
    window = started(desk, qtbot)
    qtbot.waitUntil(lambda: window.welcome.tour.is_open)

    assert QApplication.focusWidget() is window.search
    qtbot.keyClicks(window.search, "cafe")
    qtbot.waitUntil(lambda: window.navigator.page is PageName.LIBRARY)
    assert not window.welcome.tour.is_open


def test_escape_refuses_the_tour_once_and_for_all(desk: Desk, qtbot: QtBot) -> None:
    window = started(desk, qtbot)
    qtbot.waitUntil(lambda: window.welcome.tour.is_open)

    press(Key.Key_Escape)

    assert not window.welcome.tour.is_open
    assert desk.memory.state.toured
    window.welcome.tour.offer()
    assert not window.welcome.tour._settled.isActive()


@pytest.mark.parametrize("state", [Remembered(toured=True), Remembered(last_read=("C01",))])
def test_who_was_here_before_is_not_offered_the_tour(
    state: Remembered, qapp: QApplication, village_kit: Path, qtbot: QtBot
) -> None:
    write_remembered(paths.state_file(), state)
    desk = Desk(qapp, village_kit, None)
    window = started(desk, qtbot)

    assert not window.welcome.tour._settled.isActive()
    window.close()
    window.deleteLater()


def test_the_tour_is_walked_by_keyboard_from_the_help_and_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_library()
    dialog = opened_help(window, qtbot)
    dialog.show_section(dialog.tour)
    press(Key.Key_Tab)
    press(Key.Key_Space)
    window.activateWindow()  # there is no window manager here

    assert window.navigator.page is PageName.HOME
    qtbot.waitUntil(lambda: window.welcome.tour.is_open and window.welcome.tour.card.forward.hasFocus())
    seen = [window.welcome.tour.card.title.text()]
    for _ in range(2):
        press(Key.Key_Space)
        seen.append(window.welcome.tour.card.title.text())
    assert seen == ["Trouver", "Lire", "Garder, emporter"]
    assert window.welcome.tour.card.forward.text() == "Terminer"
    assert not window.welcome.tour.card.refuse.isVisible()

    press(Key.Key_Space)
    assert not window.welcome.tour.is_open
    assert QApplication.focusWidget() is window.search


def test_the_page_under_the_tour_is_used_as_before(window: MainWindow) -> None:
    window.welcome.tour.start()
    action = next(iter(window.welcome.home.findChildren(Card)))

    QTest.mouseClick(action, LEFT)

    assert window.navigator.page is PageName.LIBRARY
    assert not window.welcome.tour.is_open
    assert not window._memory.state.toured


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_card_of_the_tour_is_whole_at_every_size(
    window: MainWindow, appearance: Appearance, size: tuple[int, int], scale: float
) -> None:
    window.resize(*size)
    window.welcome.tour.start()
    appearance.scale_text(scale)
    QApplication.processEvents()
    card = window.welcome.tour.card

    assert window.welcome.home.rect().contains(card.geometry())
    assert card.words.height() >= card.words.heightForWidth(card.words.width())
    assert card.forward.width() >= card.forward.sizeHint().width()


def test_the_tour_opened_by_hand_is_reached_by_the_pane_key(window: MainWindow) -> None:
    window.welcome.tour.start()
    window.search.setFocus()
    reached = set()
    for _ in range(6):
        press(Key.Key_F6)
        reached.add(QApplication.focusWidget())

    assert window.welcome.tour.card.forward in reached
