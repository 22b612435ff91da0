"""Fiches side by side in the window: marked in the list, compared, printed, left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import a_fiche, a_kit
from tests.qt.printed import read
from tests.ui.conftest import OpenWindow
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.navigation import PageName
from tressons_kit.ui.printing.dialog import PrintDialog

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(scope="module")
def cases_kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile a kit of five cases, two of them alike, and a form."""
    return a_kit(
        tmp_path_factory.mktemp("cas"),
        a_fiche("C01", "Le train", themes=["mobilite"], issue="arrete", links=["C02", "F03"]),
        a_fiche("C02", "L’épicerie", body="Voir [la Scic](F03)."),
        *(a_fiche(f"C0{number}", f"Le café {number}") for number in (3, 4, 5)),
        a_fiche("F03", "La Scic"),
    )


@pytest.fixture
def cases(open_window: OpenWindow, cases_kit: Path) -> Iterator[MainWindow]:
    """The window on the cases, at its list."""
    window = open_window(cases_kit)
    window.show_library()
    window.library.results.list.setFocus()
    yield window
    for dialog in window.findChildren(PrintDialog):
        dialog.close()


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """Press a key where the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def mark(qtbot: QtBot, window: MainWindow, *positions: int) -> None:
    """Mark some results with the key."""
    results = window.library.results
    results.list.setFocus()
    for position in positions:
        results.list.setCurrentIndex(results.model.index(position, 0))
        press(qtbot, Key.Key_Space)


def columns(window: MainWindow) -> list[str]:
    """Return the codes of what is compared."""
    return list(window.compare.comparison.codes) if window.compare.comparison else []


def marked(window: MainWindow) -> list[str]:
    """Return the codes of the marked results."""
    return list(window.library.results.choice.codes)


def test_by_keyboard_mark_compare_take_a_column_away_and_come_back(
    cases: MainWindow, qtbot: QtBot
) -> None:
    window, tray = cases, cases.library.results.tray
    mark(qtbot, window, 0)
    assert tray.isVisible()
    assert tray.label.text() == "1 fiche à comparer : C01"
    assert not tray.compare.isEnabled()
    mark(qtbot, window, 1, 2)
    assert tray.label.text() == "3 fiches à comparer : C01, C02, C03"

    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget() is tray.compare
    press(qtbot, Key.Key_Space)
    assert window.compare.isVisible()
    assert "Ce qui diffère" in window.compare.text

    window.search.setFocus()
    press(qtbot, Key.Key_F6)
    assert QApplication.focusWidget() is window.compare.heads[0]
    assert "colonne 1 sur 3" in window.compare.heads[0].accessibleName()
    press(qtbot, Key.Key_F6)
    press(qtbot, Key.Key_Delete)
    assert columns(window) == ["C01", "C03"]
    assert QApplication.focusWidget() is window.compare.heads[1]
    press(qtbot, Key.Key_Delete)  # a comparison of one fiche would be none
    assert columns(window) == ["C01", "C03"]

    press(qtbot, Key.Key_Left, Modifier.AltModifier)
    assert columns(window) == ["C01", "C02", "C03"]
    window.compare.heads[0].setFocus()
    press(qtbot, Key.Key_Escape)
    assert window.library.isVisible()


def test_the_box_of_a_card_marks_it_and_does_not_open_it(cases: MainWindow, qtbot: QtBot) -> None:
    results = cases.library.results
    rect = results.list.visualRect(results.model.index(1, 0))
    delegate = results.list.itemDelegate()
    point = delegate.mark_box(rect).center()  # type: ignore[attr-defined]  # ours
    qtbot.mouseClick(results.list.viewport(), Qt.MouseButton.LeftButton, pos=point)

    assert marked(cases) == ["C02"]
    assert cases.reader.code is None
    assert "à comparer" in results.model.spoken(1)
    qtbot.mouseClick(results.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert marked(cases) == []
    assert not results.tray.isVisible()


def test_another_type_and_a_fifth_fiche_are_refused_with_the_reason(
    cases: MainWindow, qtbot: QtBot
) -> None:
    mark(qtbot, cases, 0, 5)
    assert marked(cases) == ["C01"]
    assert any("même type" in label.text() for label in cases.notice.findChildren(QLabel))

    mark(qtbot, cases, 1, 2, 3, 4)
    assert len(marked(cases)) == 4


def test_emptying_the_tray_gives_the_list_its_focus(cases: MainWindow, qtbot: QtBot) -> None:
    mark(qtbot, cases, 0, 1)
    tray = cases.library.results.tray
    tray.empty.setFocus()
    press(qtbot, Key.Key_Space)

    assert not tray.isVisible()
    assert QApplication.focusWidget() is cases.library.results.list


def test_a_neighbour_of_the_same_type_is_compared_from_the_reader(cases: MainWindow) -> None:
    cases.open_fiche("C01")
    html = cases.reader.page.toHtml()
    assert "comparer:C02" in html
    assert "comparer:F03" not in html

    cases.reader.page.link_activated.emit(QUrl("comparer:C02"))
    assert columns(cases) == ["C01", "C02"]


def test_what_is_the_same_is_unfolded_and_links_lead_to_fiches_and_sources(cases: MainWindow) -> None:
    cases.navigator.show_comparison(("C02", "C03"))
    browser = cases.compare.browser
    assert "Scic" not in cases.compare.text.split("Partie par partie")[0]

    browser.anchorClicked.emit(QUrl("pareil:"))
    assert "Forme d’organisation : Scic" in cases.compare.text
    browser.anchorClicked.emit(QUrl("#source-C03-1"))
    assert browser.verticalScrollBar().value() > 0
    browser.anchorClicked.emit(QUrl("fiche:F03"))
    assert cases.reader.code == "F03"
    cases.navigator.go_back()
    assert cases.navigator.page is PageName.COMPARE
    assert browser.verticalScrollBar().value() > 0


def test_fiches_that_cannot_be_compared_are_told(cases: MainWindow) -> None:
    cases.navigator.show_comparison(("C01", "F03"))

    assert cases.navigator.page is PageName.LIBRARY
    assert cases.notice.isVisible()


def test_columns_are_never_too_narrow_and_the_focus_brings_them_in_sight(
    cases: MainWindow, qtbot: QtBot
) -> None:
    cases.resize(1024, 600)
    cases.navigator.show_comparison(("C01", "C02", "C03", "C04"))
    heads, bar = cases.compare.heads, cases.compare.browser.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert cases.compare.browser.lineWrapColumnOrWidth() >= 4 * 260
    assert heads[0].x() >= 0

    heads[3].setFocus()
    qtbot.waitUntil(lambda: bar.value() > 0)
    assert heads[3].geometry().right() <= cases.compare.width()


def test_the_comparison_is_printed_on_the_long_side(
    cases: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    cases.navigator.show_comparison(("C01", "C02"))
    qtbot.keyClick(cases, Key.Key_P, Modifier.ControlModifier)
    dialog = cases.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    qtbot.waitUntil(lambda: bool(dialog.count.text()))
    assert not dialog.essential.isVisible()

    assert dialog.save_as(tmp_path / "comparaison.pdf")
    pdf = read((tmp_path / "comparaison.pdf").read_bytes())
    assert "Comparaison : C01, C02" in pdf.text
    assert pdf.document.pages[0].mediabox.width > pdf.document.pages[0].mediabox.height
