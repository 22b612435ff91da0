"""What screen readers are told when nothing that they follow says it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleTextSelectionEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.walk.places import Walker
from tests.ui.walk.rules import LEAST_TARGET
from tressons_kit.domain.query import Query
from tressons_kit.foundation import paths
from tressons_kit.foundation.remembered import read_remembered
from tressons_kit.ui.announcement import PatientVoice
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.navigation import PageName
from tressons_kit.ui.theme import ThemeChoice

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
TypeText = Callable[[MainWindow, str], None]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand where a screen reader listens, and note what comes."""
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            assert event.politeness() is QAccessible.AnnouncementPoliteness.Polite
            heard.append(event.message())
        elif isinstance(event, QAccessibleTextSelectionEvent):
            heard.append("(sélection)")

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    return heard


def test_the_count_is_told_once_typing_pauses(
    window: MainWindow, said: list[str], type_text: TypeText, qtbot: QtBot
) -> None:
    type_text(window, "ferroviaire")

    qtbot.waitUntil(lambda: bool(said))
    assert said == ["1 fiche"]


def test_nothing_is_told_of_a_list_that_is_not_on_show(
    window: MainWindow, said: list[str], qtbot: QtBot
) -> None:
    voice = PatientVoice(window.library.results)
    heard_here = PatientVoice(window.search)
    voice.say("302 fiches")
    heard_here.say("ici")

    qtbot.waitUntil(lambda: bool(said))
    assert said == ["ici"]


def test_an_answer_that_was_overtaken_by_a_key_is_not_told(
    window: MainWindow, said: list[str], type_text: TypeText, qtbot: QtBot
) -> None:
    type_text(window, "ferroviaire")
    walker = Walker(window, qtbot)
    walker.press(Key.Key_Escape)
    walker.press(Key.Key_Down)
    qtbot.waitUntil(lambda: window.reader.code == "C01")

    assert [words for words in said if words.startswith("C01, ")] == said


def test_filters_chosen_and_removed_are_told_with_the_count(
    window: MainWindow, said: list[str], qtbot: QtBot
) -> None:
    walker = Walker(window, qtbot)
    walker.ask(Query().toggled("themes", "mobilite"))
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["filtre Mobilité choisi, 1 fiche"]

    said.clear()
    window.library.controller.clear_filters()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["filtre Mobilité retiré, 4 fiches"]


def test_a_correction_is_told(window: MainWindow, said: list[str], qtbot: QtBot) -> None:
    Walker(window, qtbot).ask(Query("feroviaire"))

    qtbot.waitUntil(lambda: bool(said))
    assert said == ["1 fiche, résultats pour ferroviaire"]


def test_what_to_try_is_told_after_the_empty_answer(
    window: MainWindow, said: list[str], qtbot: QtBot
) -> None:
    Walker(window, qtbot).ask(Query("ferroviaire").toggled("themes", "mobilite"))

    qtbot.waitUntil(lambda: any("proposition" in words for words in said))
    assert "Aucune fiche ne répond" in said[0]


def test_a_fiche_opened_from_another_one_is_told(window: MainWindow, said: list[str]) -> None:
    window.open_fiche("C01")
    assert said == []  # the focus went to the page, whose name is read

    window.reader.fiche_requested.emit("F03")
    assert said == ["F03, La Scic"]


def test_links_are_told_when_tab_comes_to_them(
    window: MainWindow, said: list[str], qtbot: QtBot
) -> None:
    window.open_fiche("C01")
    walker = Walker(window, qtbot)
    walker.press(Key.Key_Tab)

    assert said[0] == "(sélection)"
    assert said[1].startswith("lien : Vérifié en")


def test_the_call_of_a_note_is_told_as_such(window: MainWindow, said: list[str], qtbot: QtBot) -> None:
    window.open_fiche("C01")
    walker = Walker(window, qtbot)
    walker.press(Key.Key_Tab)
    walker.press(Key.Key_Tab)

    assert said[-1] == "note 1"


def test_theme_and_size_are_told(window: MainWindow, said: list[str], qtbot: QtBot) -> None:
    window.rail.theme_chosen.emit(ThemeChoice.DARK)
    Walker(window, qtbot).press(Key.Key_Plus, Control)

    assert said == ["thème : Sombre", "texte à 110 %"]
    Walker(window, qtbot).press(Key.Key_0, Control)


def test_copies_are_told(window: MainWindow, said: list[str], qtbot: QtBot) -> None:
    window.open_fiche("C01")
    window.reader.page.selectAll()
    walker = Walker(window, qtbot)
    walker.press(Key.Key_C, Control)
    assert said[-1] == "passage copié"

    window.reader.page.anchorClicked.emit("citer:1")
    assert said[-1] == "Référence copiée"
    window.reader.page.anchorClicked.emit("https://exemple.fr/")
    assert said[-1] == "Adresse copiée"


def test_f7_reads_line_by_line_and_is_remembered(
    window: MainWindow, said: list[str], qtbot: QtBot
) -> None:
    window.open_fiche("C01")
    page, walker = window.reader.page, Walker(window, qtbot)
    walker.press(Key.Key_F7)
    assert said[-1].startswith("Lecture au curseur :")

    before = page.textCursor().position()
    walker.press(Key.Key_Down)
    assert page.textCursor().position() > before

    walker.press(Key.Key_F7)
    assert page.textInteractionFlags() == Qt.TextInteractionFlag.TextBrowserInteraction
    walker.press(Key.Key_F7)
    window.close()
    assert read_remembered(paths.state_file()).caret


def test_a_page_read_by_a_screen_reader_is_a_text(window: MainWindow) -> None:
    for page in (window.reader.page, window.glossary.pane):
        interface = QAccessible.queryAccessibleInterface(page)
        assert interface is not None
        assert interface.role() is QAccessible.Role.EditableText


def test_panes_are_read_from_left_to_right(window: MainWindow) -> None:
    panes = [window.library.filters, window.library.results, window.reader]
    splitter = window.library.results.parentWidget()
    assert splitter is not None
    order = [
        pane
        for child in splitter.children()
        for pane in panes
        if child is pane or child.isAncestorOf(pane)  # type: ignore[attr-defined]
    ]
    assert order == panes


def test_the_cross_of_every_field_empties_it_and_is_large_enough(window: MainWindow) -> None:
    fields = window.findChildren(QLineEdit)
    assert len(fields) == 3
    for field in fields:
        (cross,) = field.findChildren(QToolButton)
        assert cross.isHidden()
        field.setText("mot")
        assert not cross.isHidden()
        assert cross.accessibleName() == "Effacer le texte"
        assert min(cross.width(), cross.height()) >= LEAST_TARGET
        cross.click()
        assert field.text() == ""


@pytest.mark.parametrize("page", [PageName.HOME, PageName.GLOSSARY])
def test_going_back_from_a_fiche_leaves_the_focus_on_something_seen(
    window: MainWindow, qtbot: QtBot, page: PageName
) -> None:
    window.rail.page_requested.emit(page)
    window.open_fiche("C01")
    Walker(window, qtbot).press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    shown = window.navigator.stack.currentWidget()
    focused = QApplication.focusWidget()
    assert window.navigator.page is page
    assert focused is not None
    assert focused.isVisible()
    assert shown is not None
    assert shown.isAncestorOf(focused)


def test_a_chip_removed_gives_the_focus_to_the_list(window: MainWindow, qtbot: QtBot) -> None:
    Walker(window, qtbot).ask(Query().toggled("themes", "mobilite"))
    chip = next(
        button
        for button in window.library.results.findChildren(QPushButton)
        if "Mobilité" in button.text()
    )
    chip.setFocus()
    Walker(window, qtbot).press(Key.Key_Space)

    qtbot.waitUntil(window.library.results.list.hasFocus)
