"""« Pourquoi ce résultat ? », asked by mouse and by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.library.reasons_table import ReasonsTable
from tressons_kit.ui.library.why_dialog import WhyDialog
from tressons_kit.ui.main_window import MainWindow

# A menu takes the keyboard and comes to the front: offscreen, there is none of both.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TypeText = Callable[[MainWindow, str], None]


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Callable[[], WhyDialog]:
    """Wait for the dialog and return it."""

    def wait() -> WhyDialog:
        qtbot.waitUntil(lambda: window.findChild(WhyDialog) is not None)
        found = window.findChild(WhyDialog)
        assert isinstance(found, WhyDialog)
        return found

    return wait


def table_of(dialog: WhyDialog) -> ReasonsTable:
    """Return the table of a dialog."""
    assert dialog.table is not None
    return dialog.table


def rows(table: ReasonsTable) -> list[list[str]]:
    """Return the texts of a table, row after row."""
    return [
        [item.text() if (item := table.item(row, column)) else "" for column in range(5)]
        for row in range(table.rowCount())
    ]


def labels(dialog: WhyDialog) -> list[str]:
    """Return the sentences above the table."""
    return [label.text() for label in dialog.findChildren(QLabel)]


def menu_of(qtbot: QtBot) -> QMenu:
    """Wait for the menu of a card."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_right_click_tells_why_this_card_answers(
    window: MainWindow, qtbot: QtBot, type_text: TypeText, dialog: Callable[[], WhyDialog]
) -> None:
    type_text(window, "coop")
    results = window.library.results
    second = results.list.visualRect(results.model.index(1, 0)).center()
    viewport = results.list.viewport()
    QApplication.postEvent(
        viewport,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, second, viewport.mapToGlobal(second)),
    )
    menu = menu_of(qtbot)
    why = menu.actions()[0]
    assert why.text().startswith("Pourquoi ce résultat ?")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(why).center())

    card = results.model.card_at(1)
    assert card is not None
    assert labels(dialog())[0] == f"{card.code} · {card.title}"
    assert window.reader.code is None


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Key.Key_Menu, Modifier.NoModifier), (Key.Key_F10, Modifier.ShiftModifier)],
)
def test_by_keyboard_the_menu_is_that_of_the_current_card(
    window: MainWindow,
    qtbot: QtBot,
    type_text: TypeText,
    dialog: Callable[[], WhyDialog],
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
) -> None:
    type_text(window, "coop")
    results = window.library.results
    results.list.setFocus()
    results.move_by(1)
    results.move_by(1)
    if key == Key.Key_Menu:  # the platform makes an event of it, anywhere on the list
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
        QApplication.postEvent(results.list, event)
    else:
        qtbot.keyClick(results.list, key, modifier)
    qtbot.keyClick(menu_of(qtbot), Key.Key_Return)

    opened = dialog()
    card = results.model.card_at(1)
    assert card is not None
    assert labels(opened)[0].startswith(card.code)
    assert QApplication.focusWidget() is opened.table
    qtbot.keyClick(table_of(opened), Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(WhyDialog) is None)
    assert window.focusWidget() is results.list


def test_no_menu_beside_the_cards(window: MainWindow, type_text: TypeText) -> None:
    type_text(window, "cafe")
    results = window.library.results
    below = QPoint(5, results.list.viewport().height() - 5)
    asked: list[object] = []
    results.list.menu_asked.connect(lambda *what: asked.append(what))
    viewport = results.list.viewport()
    for reason in QContextMenuEvent.Reason:
        event = QContextMenuEvent(reason, below, viewport.mapToGlobal(below))
        QApplication.sendEvent(viewport, event)

    assert asked == []


def test_a_key_tells_why_from_the_field(
    window: MainWindow, qtbot: QtBot, type_text: TypeText, dialog: Callable[[], WhyDialog]
) -> None:
    type_text(window, "ferroviare")
    qtbot.keyClick(window.search, Key.Key_Return, Modifier.AltModifier)

    opened = dialog()
    table = table_of(opened)
    found = rows(table)
    assert window.reader.code is None
    assert labels(opened)[1].startswith("Note : ")
    assert found[0][0].startswith("ferroviare, lu « ferroviaire » · rareté ")
    assert found[1][:3] == ["ferroviaire", "correction", "titre"]
    assert found[1][4].endswith("%")
    assert "Titre et proximité" in [row[0] for row in found]
    names = [table.horizontalHeaderItem(column) for column in range(5)]
    assert [name.text() for name in names if name] == ["Mot trouvé", "Nature", "Où", "Poids", "Part"]
    assert table.accessibleName()
    assert opened.accessibleDescription() == labels(opened)[1]

    qtbot.keyClick(table, Key.Key_Tab)
    close = QApplication.focusWidget()
    assert isinstance(close, QPushButton)
    qtbot.keyClick(close, Key.Key_Space)
    qtbot.waitUntil(lambda: window.findChild(WhyDialog) is None)
    assert window.focusWidget() is window.search


def test_the_key_waits_for_the_answer_to_what_was_typed(
    window: MainWindow, qtbot: QtBot, dialog: Callable[[], WhyDialog]
) -> None:
    window.show_library()
    qtbot.keyClicks(window.search, "cafe")
    qtbot.keyClick(window.search, Key.Key_Return, Modifier.AltModifier)

    assert labels(dialog())[0].startswith("C03")


def test_an_empty_field_is_said_without_a_table(
    window: MainWindow, qtbot: QtBot, dialog: Callable[[], WhyDialog]
) -> None:
    window.show_library()
    qtbot.keyClick(window.search, Key.Key_Return, Modifier.AltModifier)

    opened = dialog()
    assert opened.table is None
    assert "Rien n’a été tapé" in labels(opened)[1]
    assert isinstance(QApplication.focusWidget(), QPushButton)


def test_nothing_to_explain_opens_nothing(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    qtbot.keyClick(window.search, Key.Key_Return, Modifier.AltModifier)
    type_text(window, "introuvable")
    with qtbot.assertNotEmitted(window.library.controller.explanation_found):
        qtbot.keyClick(window.search, Key.Key_Return, Modifier.AltModifier)
        window.library.controller.stop()

    assert window.findChild(WhyDialog) is None


@pytest.mark.parametrize("steps", [0, 10])
def test_every_column_is_on_show_at_every_text_size(
    open_window: OpenWindow, qtbot: QtBot, appearance: Appearance, real_kit: Path, steps: int
) -> None:
    appearance.resize_text(steps)
    window = open_window(real_kit)
    window.show_library()
    window.search.setText("société coopérative d’intérêt collectif")
    qtbot.waitUntil(lambda: not window.library.controller.is_pending)
    window.library.explain_current()
    qtbot.waitUntil(lambda: window.findChild(WhyDialog) is not None)
    opened = window.findChild(WhyDialog)
    assert isinstance(opened, WhyDialog)
    table = table_of(opened)
    opened.resize(942, 552)
    qtbot.waitUntil(lambda: table.horizontalHeader().length() <= table.viewport().width())

    assert opened.height() == 552
    qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible())
    for row in range(table.rowCount()):
        assert table.rowHeight(row) >= table.sizeHintForRow(row)
    appearance.resize_text(-1)
    assert table.horizontalHeader().length() <= table.viewport().width()
    appearance.resize_text(0)
