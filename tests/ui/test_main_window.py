"""Whole tasks, by keyboard and by mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QTableView,
)
from pytestqt.qtbot import QtBot

from tressons_kit.foundation import paths
from tressons_kit.foundation.remembered import read_remembered
from tressons_kit.services import open_services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.home.card import Card
from tressons_kit.ui.home.content_map import ContentMap
from tressons_kit.ui.library.facets_model import ROW_ROLE
from tressons_kit.ui.library.page import Pane
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.navigation import PageName
from tressons_kit.ui.theme import DARK, ThemeChoice

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TypeText = Callable[[MainWindow, str], None]


def listed(window: MainWindow) -> list[str]:
    """Return the codes in the list."""
    model = window.library.results.model
    cards = [model.card_at(position) for position in range(model.rowCount())]
    return [card.code for card in cards if card is not None]


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """Press a key where the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def test_the_window_opens_on_accueil_ready_to_type(window: MainWindow) -> None:
    assert window.welcome.home.isVisible()
    assert QApplication.focusWidget() is window.search


def test_by_keyboard_alone_find_read_open_the_sources_and_come_back(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    type_text(window, "ferroviaire")
    assert listed(window) == ["C01"]

    press(qtbot, Key.Key_Return)
    assert window.reader.code == "C01"
    assert QApplication.focusWidget() is window.reader.page

    press(qtbot, Key.Key_Tab)  # the first link of the page says how fresh it is
    press(qtbot, Key.Key_Tab)  # the next is the call of a note
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Return)  # the card of the note leads to the sources
    qtbot.waitUntil(lambda: window.reader.page.scroll_position() > 0)

    press(qtbot, Key.Key_Left, Modifier.AltModifier)
    qtbot.waitUntil(lambda: window.reader.page.scroll_position() == 0)
    assert window.reader.code == "C01"

    press(qtbot, Key.Key_Escape)
    assert QApplication.focusWidget() is window.library.results.list
    press(qtbot, Key.Key_Escape)
    assert QApplication.focusWidget() is window.search
    press(qtbot, Key.Key_Escape)
    assert window.search.text() == ""
    press(qtbot, Key.Key_Escape)
    assert window.welcome.home.isVisible()


def test_arrows_move_the_list_while_the_cursor_stays_in_the_field(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    type_text(window, "coop")
    press(qtbot, Key.Key_Escape)  # the suggestions, not the text
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Down)

    assert QApplication.focusWidget() is window.search
    assert window.search.text() == "coop"
    assert window.library.results.list.currentIndex().row() == 1
    qtbot.waitUntil(lambda: window.reader.code == listed(window)[1])


def test_enter_pressed_before_the_answer_opens_what_was_typed(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.search, "cafe")
    press(qtbot, Key.Key_Return)

    qtbot.waitUntil(lambda: window.reader.code == "C03")


def test_a_code_opens_its_fiche(window: MainWindow, qtbot: QtBot, type_text: TypeText) -> None:
    type_text(window, "f 3")
    press(qtbot, Key.Key_Return)

    assert window.reader.code == "F03"


def test_slash_goes_to_the_field_from_anywhere_but_is_a_letter_in_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_fiche("C01")
    qtbot.keyClick(window.reader.page, Key.Key_Slash)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.search)

    qtbot.keyClicks(window.search, "a/b")
    assert window.search.text() == "a/b"


def test_links_lead_to_other_fiches_and_history_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    with qtbot.waitSignal(window.reader.fiche_requested):
        window.reader.fiche_requested.emit("F03")
    assert window.reader.code == "F03"

    press(qtbot, Key.Key_Left, Modifier.AltModifier)
    assert window.reader.code == "C01"
    press(qtbot, Key.Key_Right, Modifier.AltModifier)
    assert window.reader.code == "F03"


def test_an_unknown_code_is_told_and_the_fiche_on_show_stays(window: MainWindow) -> None:
    window.open_fiche("C01")
    window.open_fiche("C99")

    assert window.reader.code == "C01"
    assert window.notice.isVisible()


def test_filters_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.show_library()
    model = window.library.filters.model()
    rows = [model.index(number, 0).data(ROW_ROLE) for number in range(model.rowCount())]
    position = next(number for number, row in enumerate(rows) if row.term == "mobilite")
    window.library.filters.setFocus()
    window.library.filters.setCurrentIndex(model.index(position, 0))

    press(qtbot, Key.Key_Space)
    qtbot.waitUntil(lambda: listed(window) == ["C03"])

    chips = window.library.results.findChildren(QPushButton)
    chip = next(button for button in chips if "Mobilité" in button.text())
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(listed(window)) == 4)


def test_no_result_offers_to_lift_the_filters(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    window.library.controller.toggle("themes", "mobilite")
    type_text(window, "ferroviaire")
    assert listed(window) == []

    panel = window.library.results.no_result
    qtbot.waitUntil(lambda: any(button.isVisible() for button in panel.offered))
    (lift,) = panel.offered
    assert lift.text() == "Sans Mobilité (1)"
    qtbot.mouseClick(lift, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: listed(window) == ["C01"])


def test_the_map_of_accueil_filters_the_library(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.welcome.home.findChildren(ContentMap)))
    (view,) = window.welcome.home.findChildren(ContentMap)
    cases = view.visualRect(view.model().index(0, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cases)

    qtbot.waitUntil(lambda: listed(window) == ["C01", "C02", "C03"])
    assert window.library.isVisible()


def test_a_click_opens_a_result(window: MainWindow, qtbot: QtBot, type_text: TypeText) -> None:
    type_text(window, "epicerie")
    results = window.library.results.list
    centre = results.visualRect(results.model().index(0, 0)).center()

    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(centre))

    assert window.reader.code == "C02"


def test_last_read_fiches_are_on_accueil_and_survive_a_restart(
    window: MainWindow, open_window: Callable[[Path], MainWindow], village_kit: Path
) -> None:
    window.open_fiche("C03")
    window.open_fiche("C01")
    window.close()

    again = open_window(village_kit)

    links = [
        card.accessibleName()
        for card in again.welcome.home.findChildren(Card)
        if " · " in card.accessibleName()
    ]
    assert links[:2] == ["C01 · Railcoop, la coopérative ferroviaire", "C03 · Un café"]


def test_theme_text_size_and_window_are_remembered(
    window: MainWindow, qtbot: QtBot, appearance: Appearance
) -> None:
    window.rail.theme_chosen.emit(ThemeChoice.DARK)
    press(qtbot, Key.Key_Plus, Modifier.ControlModifier)
    press(qtbot, Key.Key_Plus, Modifier.ControlModifier)
    assert appearance.palette is DARK
    window.close()

    state = read_remembered(paths.state_file())

    assert (state.theme, state.text_scale) == ("sombre", 1.2)
    assert state.geometry
    press_zero = Modifier.ControlModifier
    qtbot.keyClick(window, Key.Key_0, press_zero)


def test_panes_are_not_forgotten_by_a_small_window(
    window: MainWindow, type_text: TypeText, qtbot: QtBot
) -> None:
    type_text(window, "ferroviaire")
    qtbot.waitUntil(lambda: bool(window.library.columns))
    window.resize(900, 600)
    qtbot.waitUntil(lambda: not window.reader.isVisible())
    assert not window.library.columns
    window.close()

    assert read_remembered(paths.state_file()).columns == ()


def test_under_1100_pixels_one_pane_shows_at_a_time(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    window.resize(1024, 600)
    type_text(window, "ferroviaire")
    assert window.library.results.isVisible()
    assert not window.reader.isVisible()
    assert not window.library.filters.isVisible()

    press(qtbot, Key.Key_Return)
    assert window.reader.isVisible()
    assert not window.library.results.isVisible()

    press(qtbot, Key.Key_Escape)
    assert window.library.results.isVisible()
    window.library.show_pane(Pane.FILTERS)
    assert window.library.filters.isVisible()


def test_f6_goes_round_the_panes(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    window.search.setFocus()
    visited = []
    for _ in range(4):
        press(qtbot, Key.Key_F6)
        visited.append(QApplication.focusWidget())

    library = window.library
    assert visited == [library.filters, library.results.list, window.reader.page, window.search]


def test_an_outside_address_is_copied_and_never_opened_by_itself(window: MainWindow) -> None:
    window.open_fiche("C01")
    address = "https://exemple.fr/article?a=1"

    window.reader.page.anchorClicked.emit(address)

    assert QGuiApplication.clipboard().text() == address


@pytest.mark.parametrize("typed", ["(", '"', "OR", "l'", "*", "a/b?c"])
def test_signs_typed_never_stop_the_window(window: MainWindow, type_text: TypeText, typed: str) -> None:
    type_text(window, typed)

    assert window.isVisible()


def test_every_control_has_an_accessible_name_or_a_text(window: MainWindow) -> None:
    window.open_fiche("C01")
    window.library.controller.toggle("themes", "mobilite")

    for button in window.findChildren(QAbstractButton):
        # Qt's own: the cross of the field, the arrows of a bar, the hidden corner of a table.
        qt_own = isinstance(button.parent(), QLineEdit | QScrollBar | QTableView)
        assert qt_own or button.text().strip() or button.accessibleName(), button.objectName()
    for view in window.findChildren(QAbstractScrollArea):
        if view.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            assert view.accessibleName(), view


@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (1024, 1.0), (1024, 2.0), (760, 1.5)])
def test_no_fiche_of_the_real_kit_is_wider_than_its_page(
    open_window: Callable[[Path], MainWindow],
    real_kit: Path,
    appearance: Appearance,
    qtbot: QtBot,
    width: int,
    scale: float,
) -> None:
    appearance.resize_text(round((scale - 1) * 10))
    window = open_window(real_kit)
    window.resize(width, 600)
    window.show_library()

    page = window.reader.page
    for (code,) in open_services(real_kit).kit.rows("SELECT code FROM fiche"):
        window.open_fiche(code)
        qtbot.waitUntil(lambda: page.viewport().width() > 100)
        qtbot.waitUntil(lambda: page.document().size().width() <= page.viewport().width() + 1)
        assert window.reader.code == code


def test_tags_that_are_typed_are_shown_as_typed(window: MainWindow, type_text: TypeText) -> None:
    type_text(window, "<b>zzz</b>")

    told = [label for label in window.library.results.findChildren(QLabel) if "zzz" in label.text()]
    assert [label.textFormat() for label in told] == [Qt.TextFormat.PlainText]


def test_going_home_gives_the_focus_to_the_field(window: MainWindow) -> None:
    window.open_fiche("C01")
    window.rail.page_requested.emit(PageName.HOME)

    assert QApplication.focusWidget() is window.search


def test_the_tab_key_goes_through_every_control_and_comes_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_fiche("C01")
    window.search.setFocus()
    visited = []
    for _ in range(60):
        press(qtbot, Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is window.search:
            break
        visited.append(focused)

    assert QApplication.focusWidget() is window.search
    rail = [widget.accessibleName() for widget in visited if window.rail.isAncestorOf(widget)]
    assert rail == ["Accueil", "Bibliothèque", "Glossaire", "Thème", "Réglages", "Aide"]
    library = window.library
    assert {library.filters, library.results.list, window.reader.page} <= set(visited)
