"""Completing and keeping searches, by keys and by clicks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.test_main_window import TypeText, listed, press
from tressons_kit.foundation import paths
from tressons_kit.foundation.kept_searches import KeptSearches
from tressons_kit.ui.completion.lines import LineKind
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.navigation import PageName
from tressons_kit.ui.settings.dialog import SettingsDialog

Key, Modifier = Qt.Key, Qt.KeyboardModifier
BRITTANY = {"region": frozenset({"bretagne"})}


@pytest.fixture
def searches(window: MainWindow) -> KeptSearches:
    return window._memory.searches


@pytest.fixture
def suggest(qtbot: QtBot, type_text: TypeText) -> Callable[[MainWindow, str], None]:
    """Type words and wait for the list under the field."""

    def type_and_wait(window: MainWindow, typed: str) -> None:
        type_text(window, typed)
        # Visible is not enough: it may still hold the suggestions of the letters before.
        qtbot.waitUntil(lambda: window.aid.popup.isVisible() and not window.aid.completer.is_waiting)

    return type_and_wait


def lines(window: MainWindow) -> list[tuple[LineKind, str]]:
    return [(line.kind, line.text) for line in window.aid.popup.lines]


def go_to(window: MainWindow, qtbot: QtBot, kind: LineKind) -> None:
    position = next(n for n, (found, _) in enumerate(lines(window)) if found is kind)
    for _ in range(position + 1):
        press(qtbot, Key.Key_Down)
    # Keys pressed before the suggestions of the last letter are there wait for them.
    qtbot.waitUntil(lambda: window.aid.popup.current is not None)
    assert window.aid.popup.current is not None
    assert window.aid.popup.current.kind is kind


def settings_of(window: MainWindow) -> SettingsDialog:
    (dialog,) = window.findChildren(SettingsDialog)
    return dialog


def test_suggestions_come_while_typing_and_the_cursor_stays(
    window: MainWindow, suggest: TypeText
) -> None:
    suggest(window, "coop")

    assert QApplication.focusWidget() is window.search
    assert window.aid.popup.current is None
    assert [kind for kind, _ in lines(window)][:2] == [LineKind.FICHE, LineKind.FICHE]
    assert window.search.accessibleDescription().startswith("2 suggestions")
    field = window.search.geometry()
    assert window.aid.popup.geometry().top() > window.search.mapTo(window, field.topLeft()).y()
    assert not window.aid.popup.geometry().intersects(
        window.search.rect().translated(window.search.mapTo(window, window.search.rect().topLeft()))
    )


def test_enter_opens_what_was_typed_not_a_suggestion(
    window: MainWindow, qtbot: QtBot, suggest: TypeText
) -> None:
    suggest(window, "ferroviaire")
    press(qtbot, Key.Key_Return)

    qtbot.waitUntil(lambda: window.reader.code == "C01")
    assert not window.aid.popup.isVisible()


def test_down_chooses_up_gives_the_field_back(
    window: MainWindow, qtbot: QtBot, suggest: TypeText
) -> None:
    suggest(window, "coop")
    press(qtbot, Key.Key_Down)
    assert window.aid.popup.current is not None
    press(qtbot, Key.Key_Up)
    assert not window.aid.popup.list.currentIndex().isValid()
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Down)
    (*_, chosen) = window.aid.popup.lines

    press(qtbot, Key.Key_Return)

    assert window.reader.code == chosen.detail
    assert not window.aid.popup.isVisible()


def test_under_the_last_suggestion_are_the_results(
    window: MainWindow, qtbot: QtBot, suggest: TypeText
) -> None:
    suggest(window, "coop")
    for _ in window.aid.popup.lines:
        press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Down)

    assert not window.aid.popup.isVisible()
    assert window.library.results.list.currentIndex().row() == 0


def test_keys_pressed_before_the_suggestions_do_the_same(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.search, "la scic")
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: window.reader.code == "F03")

    window.search.setFocus()
    window.search.clear()
    qtbot.keyClicks(window.search, "ordinaire")  # in every body, in no title
    press(qtbot, Key.Key_Down)
    qtbot.waitUntil(lambda: window.library.results.list.currentIndex().row() == 0)


def test_typing_again_leaves_the_list(window: MainWindow, qtbot: QtBot, suggest: TypeText) -> None:
    suggest(window, "coop")
    press(qtbot, Key.Key_Down)
    qtbot.keyClicks(window.search, "e")

    assert window.search.text() == "coope"
    assert window.aid.popup.current is None


def test_escape_closes_the_list_first_and_it_stays_closed(
    window: MainWindow, qtbot: QtBot, suggest: TypeText
) -> None:
    suggest(window, "coop")
    press(qtbot, Key.Key_Escape)
    assert not window.aid.popup.isVisible()
    assert window.search.text() == "coop"

    qtbot.keyClicks(window.search, "e")
    qtbot.waitUntil(lambda: not window.library.controller.is_pending)
    assert not window.aid.popup.isVisible()

    press(qtbot, Key.Key_Down, Modifier.AltModifier)
    qtbot.waitUntil(window.aid.popup.isVisible)
    assert window.aid.popup.current is not None
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_Escape)
    assert window.search.text() == ""

    suggest(window, "coop")


def test_the_tab_key_goes_on_and_chooses_nothing(
    window: MainWindow, qtbot: QtBot, suggest: TypeText
) -> None:
    suggest(window, "coop")
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Tab)

    assert QApplication.focusWidget() is window.aid.save_button
    assert not window.aid.popup.isVisible()
    assert window.reader.code is None


@pytest.mark.parametrize("leave", ["resize", "page", "focus"])
def test_the_list_closes_with_what_it_hangs_from(
    window: MainWindow, suggest: TypeText, leave: str
) -> None:
    suggest(window, "coop")
    if leave == "resize":
        window.resize(1200, 700)
    elif leave == "page":
        window.rail.page_requested.emit(PageName.HOME)
    else:
        window.library.results.list.setFocus()

    assert not window.aid.popup.isVisible()


def test_a_click_chooses(window: MainWindow, qtbot: QtBot, suggest: TypeText) -> None:
    suggest(window, "cafe")
    shown = window.aid.popup.list
    centre = shown.visualRect(shown.model().index(0, 0)).center()

    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=centre)

    assert window.reader.code == "C03"


def test_a_filter_takes_the_place_of_its_name(
    window: MainWindow, qtbot: QtBot, suggest: TypeText
) -> None:
    suggest(window, "cafe de mobil")
    go_to(window, qtbot, LineKind.FILTER)
    press(qtbot, Key.Key_Return)

    qtbot.waitUntil(lambda: listed(window) == ["C03"])
    assert window.search.text() == "cafe"
    assert window.library.controller.query.filters == {"themes": frozenset({"mobilite"})}


def test_a_term_opens_the_glossary(
    open_window: Callable[[Path], MainWindow], real_kit: Path, qtbot: QtBot, suggest: TypeText
) -> None:
    window = open_window(real_kit)
    suggest(window, "scic")
    go_to(window, qtbot, LineKind.TERM)
    press(qtbot, Key.Key_Return)

    assert window.navigator.page is PageName.GLOSSARY
    assert window.glossary.term is not None
    assert window.glossary.term.acronym == "Scic"
    assert QApplication.focusWidget() is window.glossary.pane


def test_recent_searches_are_those_that_led_somewhere(
    window: MainWindow, qtbot: QtBot, type_text: TypeText, searches: KeptSearches
) -> None:
    type_text(window, "ferroviaire")
    assert not searches.recent
    press(qtbot, Key.Key_Return)
    type_text(window, "epicerie")
    results = window.library.results.list
    centre = results.visualRect(results.model().index(0, 0)).center()
    press(qtbot, Key.Key_Escape)
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=centre)

    assert [search.text for search in searches.recent] == ["epicerie", "ferroviaire"]


def test_the_empty_field_offers_recent_and_saved_searches(
    window: MainWindow, qtbot: QtBot, searches: KeptSearches
) -> None:
    qtbot.mouseClick(window.search, Qt.MouseButton.LeftButton)
    assert not window.aid.popup.isVisible()
    searches.note_recent("café", {})
    searches.note_recent("épicerie", BRITTANY)
    searches.keep("Les trains", "ferroviaire", {})

    qtbot.keyClick(window, Key.Key_K, Modifier.ControlModifier)
    assert lines(window) == [
        (LineKind.SAVED, "Les trains"),
        (LineKind.RECENT, "épicerie"),
        (LineKind.RECENT, "café"),
        (LineKind.SETTINGS, "Gérer les recherches gardées…"),
    ]
    go_to(window, qtbot, LineKind.RECENT)
    press(qtbot, Key.Key_Delete)
    assert [search.text for search in searches.recent] == ["café"]
    assert window.aid.popup.current is not None
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_Return)

    qtbot.waitUntil(lambda: listed(window) == ["C01"])
    assert window.search.text() == "ferroviaire"
    assert QApplication.focusWidget() is window.search


def test_a_search_is_kept_with_its_filters_and_found_while_typing(
    window: MainWindow, qtbot: QtBot, suggest: TypeText, type_text: TypeText, searches: KeptSearches
) -> None:
    assert not window.aid.save_button.isEnabled()
    window.library.controller.toggle("themes", "mobilite")
    type_text(window, "un cafe")
    qtbot.mouseClick(window.aid.save_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window, Key.Key_D, Modifier.ControlModifier | Modifier.ShiftModifier)

    assert [kept.name for kept in searches.saved] == ["un cafe · Mobilité"]
    assert window.notice.isVisible()
    assert "gardée" in window.aid.save_button.accessibleName()

    window.library.controller.clear_filters()
    window.search.clear()
    suggest(window, "un caf")
    go_to(window, qtbot, LineKind.SAVED)
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: listed(window) == ["C03"])
    assert window.library.controller.query.filters == {"themes": frozenset({"mobilite"})}


def test_suggestions_can_be_turned_off(
    window: MainWindow, qtbot: QtBot, type_text: TypeText, open_window: Callable[[Path], MainWindow]
) -> None:
    qtbot.keyClick(window, Key.Key_Comma, Modifier.ControlModifier)
    dialog = settings_of(window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.names)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.search.completion)
    press(qtbot, Key.Key_Space)
    assert not dialog.search.completion.isChecked()
    dialog.accept()
    window.activateWindow()  # there is no window manager here
    qtbot.waitUntil(window.isActiveWindow)

    type_text(window, "coop")
    press(qtbot, Key.Key_Down)
    assert window.library.results.list.currentIndex().row() == 0
    assert not window.aid.popup.isVisible()
    window.close()

    again = open_window(window._services.kit.path)
    assert not again._memory.state.completion


def test_saved_searches_are_arranged_by_keyboard(
    window: MainWindow, qtbot: QtBot, searches: KeptSearches
) -> None:
    for word in ("un", "deux", "trois"):
        searches.keep(word, word, {})
    window.aid.show_settings(at_searches=True)
    dialog = settings_of(window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.names)
    press(qtbot, Key.Key_Tab)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.saved.list)

    press(qtbot, Key.Key_Down, Modifier.AltModifier)
    assert [kept.name for kept in searches.saved] == ["deux", "un", "trois"]
    press(qtbot, Key.Key_Delete)
    assert [kept.name for kept in searches.saved] == ["deux", "trois"]
    press(qtbot, Key.Key_Z, Modifier.ControlModifier)
    assert [kept.name for kept in searches.saved] == ["deux", "un", "trois"]

    press(qtbot, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not dialog.saved.list
    qtbot.keyClicks(editor, "Le premier")
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.saved.list.item(1).text() == "Le premier")
    assert [kept.name for kept in searches.saved] == ["deux", "Le premier", "trois"]

    dialog.saved.list.setFocus()
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: window.search.text() == "un")


def test_unanswered_searches_are_shown_exported_and_cleared_after_a_question(
    window: MainWindow, qtbot: QtBot, searches: KeptSearches, tmp_path: Path
) -> None:
    searches.note_unanswered("boulangerie ambulante", BRITTANY, "2026.1")
    window.rail.settings_requested.emit()
    section = settings_of(window).unanswered
    assert section.list.item(0).text().startswith("boulangerie ambulante · Bretagne · ")

    section.export_to(tmp_path / "liste.txt")
    assert "boulangerie ambulante" in (tmp_path / "liste.txt").read_text(encoding="utf-8")
    assert "liste.txt" in section.told.text()
    (tmp_path / "fichier").write_bytes(b"")
    section.export_to(tmp_path / "fichier" / "liste.txt")
    assert "Impossible d’écrire" in section.told.text()

    qtbot.mouseClick(section.clear, Qt.MouseButton.LeftButton)
    assert searches.unanswered
    qtbot.mouseClick(section.refuse, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(section.clear, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(section.confirm, Qt.MouseButton.LeftButton)
    assert not searches.unanswered
    settings_of(window).accept()


def test_recent_searches_can_be_forgotten(
    window: MainWindow, qtbot: QtBot, searches: KeptSearches
) -> None:
    searches.note_recent("café", {})
    window.aid.show_settings()
    section = settings_of(window).search
    qtbot.mouseClick(section.forget, Qt.MouseButton.LeftButton)

    assert not searches.recent
    assert not section.forget.isEnabled()
    settings_of(window).accept()


def test_a_disk_that_refuses_is_told_and_costs_nothing_else(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    qtbot.waitUntil(lambda: not window.library.controller.is_pending)
    paths.data_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.data_folder().write_text("un fichier à la place du dossier", encoding="utf-8")
    type_text(window, "cafe")
    qtbot.keyClick(window, Key.Key_D, Modifier.ControlModifier | Modifier.ShiftModifier)

    qtbot.waitUntil(lambda: "Impossible" in window.notice._label.text())
    assert window._memory.searches.saved[0].name == "cafe"


def test_what_is_kept_survives_a_restart(
    window: MainWindow, searches: KeptSearches, open_window: Callable[[Path], MainWindow]
) -> None:
    searches.keep("Les trains", "ferroviaire", {})
    window.close()

    again = open_window(window._services.kit.path)
    assert [kept.name for kept in again._memory.searches.saved] == ["Les trains"]
