"""Several fiches open: tabs by keyboard and by mouse, and what is left of them at the next start."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_fiche, a_kit
from tests.ui.conftest import OpenWindow
from tressons_kit.foundation import paths
from tressons_kit.foundation.remembered import Remembered, read_remembered, write_remembered
from tressons_kit.ui.main_window import MainWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TypeText = Callable[[MainWindow, str], None]
LONG = "\n\n".join(f"Un paragraphe, le numéro {number}, assez long." for number in range(120))


@pytest.fixture(scope="module")
def long_kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile a kit of fiches that take several screens, each one linked to the next."""
    fiches = [
        a_fiche(
            f"C{number:02}",
            f"Le cas {number}",
            body=f"Voir [la suite](C{number % 14 + 1:02}).\n\n{LONG}",
        )
        for number in range(1, 15)
    ]
    return a_kit(tmp_path_factory.mktemp("long"), *fiches)


@pytest.fixture
def long_window(open_window: OpenWindow, long_kit: Path) -> MainWindow:
    """The window on the long fiches."""
    return open_window(long_kit)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """Press a key where the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def tabs(window: MainWindow) -> list[str]:
    """Return the codes of the tabs."""
    return [fiche.code for fiche in window.tabs.open.fiches]


def click_card(
    qtbot: QtBot,
    window: MainWindow,
    position: int,
    button: Qt.MouseButton,
    modifier: Qt.KeyboardModifier,
) -> None:
    """Click a result."""
    results = window.library.results.list
    point = results.visualRect(results.model().index(position, 0)).center()
    qtbot.mouseClick(results.viewport(), button, modifier, point)


def test_one_fiche_at_a_time_shows_no_tabs(window: MainWindow) -> None:
    window.open_fiche("C01")
    window.open_fiche("C02")

    assert tabs(window) == ["C02"]
    assert not window.tabs.strip.isVisible()


def test_by_keyboard_open_two_go_from_one_to_the_other_close_and_reopen(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    window.open_fiche("C01")
    type_text(window, "cafe")
    press(qtbot, Key.Key_Return, Modifier.ControlModifier)

    assert tabs(window) == ["C01", "C03"]
    assert window.reader.code == "C03"
    assert QApplication.focusWidget() is window.search
    assert window.tabs.strip.isVisible()

    qtbot.keyClick(window, Key.Key_Tab, Modifier.ControlModifier)
    assert window.reader.code == "C01"
    assert QApplication.focusWidget() is window.reader.page
    qtbot.keyClick(window, Key.Key_Backtab, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert window.reader.code == "C03"

    qtbot.keyClick(window, Key.Key_W, Modifier.ControlModifier)
    assert tabs(window) == ["C01"]
    assert window.reader.code == "C01"
    qtbot.keyClick(window, Key.Key_T, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert tabs(window) == ["C01", "C03"]
    assert window.reader.code == "C03"


def test_closing_the_last_one_leaves_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    qtbot.keyClick(window, Key.Key_W, Modifier.ControlModifier)

    assert tabs(window) == []
    assert window.reader.code is None
    assert not window.reader.page.isVisible()
    assert QApplication.focusWidget() is window.library.results.list
    qtbot.keyClick(window, Key.Key_W, Modifier.ControlModifier)


@pytest.mark.parametrize(
    ("button", "modifier"),
    [
        (Qt.MouseButton.MiddleButton, Modifier.NoModifier),
        (Qt.MouseButton.LeftButton, Modifier.ControlModifier),
    ],
)
def test_a_result_opens_in_another_tab_by_the_mouse(
    window: MainWindow, qtbot: QtBot, button: Qt.MouseButton, modifier: Qt.KeyboardModifier
) -> None:
    window.open_fiche("F03")
    click_card(qtbot, window, 0, button, modifier)

    assert tabs(window) == ["F03", "C01"]
    assert window.reader.code == "C01"


def test_a_link_opens_behind_what_is_being_read(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    page = window.reader.page
    cursor = page.document().find("La Scic")
    assert isinstance(cursor, QTextCursor)
    page.ensureCursorVisible()
    page.scroll_to(page.scroll_position() + page.cursorRect(cursor).top() - 60)
    place: QRect = page.cursorRect(cursor)
    point = place.center() - QPoint(10, 0)
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.MiddleButton, pos=point)

    assert window.reader.code == "C01"
    assert tabs(window) == ["C01", "F03"]
    page.link_opened_behind.emit(QUrl("fiche:C77"))
    assert tabs(window) == ["C01", "F03"]
    assert window.notice.isVisible()


def test_a_look_from_the_list_keeps_the_tabs(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    window.navigator.open_behind("C02")
    window.navigator.look_at("F03", "")

    assert window.reader.code == "F03"
    assert tabs(window) == ["C01", "C02"]
    assert "Aperçu" in window.tabs.strip.bar.tabText(2)

    qtbot.keyClick(window, Key.Key_W, Modifier.ControlModifier)
    assert window.reader.code == "C01"
    assert tabs(window) == ["C01", "C02"]


def test_each_tab_keeps_its_place(long_window: MainWindow) -> None:
    window = long_window
    window.open_fiche("C01")
    window.reader.page.scroll_to(700)
    window.navigator.open_behind("C02")
    window.navigator.step_tab(1)
    window.reader.page.scroll_to(300)

    window.navigator.step_tab(1)
    assert (window.reader.code, window.reader.page.scroll_position()) == ("C01", 700)
    window.navigator.go_back()
    assert (window.reader.code, window.reader.page.scroll_position()) == ("C02", 300)
    assert tabs(window) == ["C01", "C02"]


def test_tabs_are_reached_and_left_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    window.navigator.open_behind("C02")
    bar = window.tabs.strip.bar
    bar.setFocus()
    press(qtbot, Key.Key_Right)
    assert window.reader.code == "C02"
    assert QApplication.focusWidget() is bar

    press(qtbot, Key.Key_Delete)
    assert tabs(window) == ["C01"]

    window.navigator.open_behind("C02")
    bar.setFocus()
    press(qtbot, Key.Key_Escape)
    assert QApplication.focusWidget() is window.reader.page


def test_the_mouse_closes_with_the_cross_and_with_the_middle_button(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_fiche("C01")
    for code in ("C02", "C03"):
        window.navigator.open_behind(code)
    bar = window.tabs.strip.bar
    qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(2).center())
    assert len(tabs(window)) == 2

    qtbot.mouseClick(bar.cross, Qt.MouseButton.LeftButton)
    assert "C01" not in tabs(window)


def test_the_menu_names_every_fiche_and_closes_the_others(window: MainWindow) -> None:
    window.open_fiche("C01")
    for code in ("C02", "C03"):
        window.navigator.open_behind(code)
    menu = window.tabs.strip.more.menu()
    menu.aboutToShow.emit()
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}

    assert "C02 · Une épicerie coopérative" in actions
    actions["C02 · Une épicerie coopérative"].trigger()
    assert window.reader.code == "C02"
    actions["Fermer les autres"].trigger()
    assert tabs(window) == ["C02"]


def test_a_thirteenth_fiche_closes_the_oldest_and_says_so(long_window: MainWindow) -> None:
    window = long_window
    window.open_fiche("C01")
    for number in range(2, 14):
        window.navigator.open_behind(f"C{number:02}")

    assert len(tabs(window)) == 12
    assert "C02" not in tabs(window)
    assert window.notice.isVisible()


def test_tabs_come_back_at_the_next_start_where_they_were(
    open_window: OpenWindow, long_kit: Path, qtbot: QtBot
) -> None:
    window = open_window(long_kit)
    window.open_fiche("C01")
    window.navigator.open_behind("C02")
    window.reader.page.scroll_to(500)
    window.close()
    assert read_remembered(paths.state_file()).tabs == (("C01", 500), ("C02", 0))

    again = open_window(long_kit)
    assert tabs(again) == ["C01", "C02"]
    assert again.reader.code is None
    again.show_library()
    qtbot.waitUntil(lambda: again.reader.code == "C01")
    assert again.reader.page.scroll_position() == 500
    assert again.tabs.strip.isVisible()


def test_fiches_that_this_kit_has_not_are_left_out(open_window: OpenWindow, village_kit: Path) -> None:
    kept = Remembered(tabs=(("C77", 3), ("C02", 0)), current_tab="C77")
    paths.state_file().parent.mkdir(parents=True, exist_ok=True)
    write_remembered(paths.state_file(), kept)

    assert tabs(open_window(village_kit)) == ["C02"]


def test_every_tab_says_its_code_and_title(window: MainWindow) -> None:
    window.open_fiche("C01")
    window.navigator.open_behind("C02")
    strip: QWidget = window.tabs.strip

    assert window.tabs.strip.bar.accessibleTabName(1) == "C02, Une épicerie coopérative"
    assert window.tabs.strip.bar.accessibleName()
    assert window.tabs.strip.more.accessibleName() == "Les 2 fiches ouvertes"
    assert strip.isVisible()
