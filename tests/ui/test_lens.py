"""The lens: terms of the glossary underlined in a fiche, and defined there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QCursor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.navigation import PageName
from tressons_kit.ui.reader.found_places import PagePart
from tressons_kit.ui.reader.lens_text import prose_of

Key = Qt.Key


@pytest.fixture
def real_window(open_window: OpenWindow, real_kit: Path, qtbot: QtBot) -> MainWindow:
    """The window on the real kit, a fiche open and its terms underlined."""
    window = open_window(real_kit)
    read(window, qtbot, "C01")
    return window


def read(window: MainWindow, qtbot: QtBot, code: str) -> None:
    with qtbot.waitSignal(window.reader.lens.underlined):
        window.open_fiche(code)


def underlined(window: MainWindow) -> list[str]:
    text = window.reader.page.document().toRawText()
    return [text[place.start : place.end] for place in window.reader.lens.places]


def look_at(window: MainWindow, position: int) -> QTextCharFormat:
    cursor = QTextCursor(window.reader.page.document())
    cursor.setPosition(position + 1)
    return cursor.charFormat()


def test_the_first_of_each_term_is_underlined_in_prose(real_window: MainWindow) -> None:
    found = underlined(real_window)
    terms = [place.term for place in real_window.reader.lens.places]

    assert found[:2] == ["coopérative", "sociétaires"]
    assert len(terms) == len(set(terms))
    for place in real_window.reader.lens.places:
        block = real_window.reader.page.document().findBlock(place.start)
        look = look_at(real_window, place.start)
        assert not block.blockFormat().headingLevel()
        assert look.anchorHref() == f"terme:{place.term}"
        assert look.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine


def test_a_fiche_about_a_term_does_not_underline_it(real_window: MainWindow, qtbot: QtBot) -> None:
    read(real_window, qtbot, "F03")

    assert "scic" not in [word.lower() for word in underlined(real_window)]


def test_links_notes_code_and_headings_are_not_looked_in() -> None:
    document = QTextDocument()
    document.setHtml(
        '<h2>Scic</h2><p>La <a href="fiche:F03">Scic</a><sup>2</sup>, <code>Scic</code>, Scic</p>'
    )
    parts = [PagePart(0, "Scic", ""), PagePart(5, "La Scic , Scic, Scic", "")]

    (prose,) = prose_of(document, parts)

    assert prose.position == 5
    assert prose.readable.hidden == ((3, 7), (7, 8), (10, 14))


def test_a_key_defines_and_escape_gives_the_page_back(real_window: MainWindow, qtbot: QtBot) -> None:
    page, lens = real_window.reader.page, real_window.reader.lens
    page.setFocus()
    qtbot.keyClick(page, Key.Key_D)

    assert lens.card.isVisible()
    assert lens.card.term is not None
    assert lens.card.term.term == "Coopérative"
    assert QApplication.focusWidget() is lens.card
    assert "Entreprise" in lens.card.accessibleDescription()
    qtbot.keyClick(lens.card, Key.Key_Escape)
    assert not lens.card.isVisible()
    assert QApplication.focusWidget() is page


def test_the_tab_key_shows_the_definition_and_keeps_the_focus(
    real_window: MainWindow, qtbot: QtBot
) -> None:
    page, lens = real_window.reader.page, real_window.reader.lens
    page.setFocus()
    # The head of a page has links of its own before the first term.
    while not page.textCursor().charFormat().anchorHref().startswith("terme:"):
        qtbot.keyClick(page, Key.Key_Tab)
        assert QApplication.focusWidget() is page
    qtbot.waitUntil(lens.card.isVisible)
    assert QApplication.focusWidget() is page

    qtbot.keyClick(page, Key.Key_Escape)
    assert not lens.card.isVisible()
    assert real_window.reader.code == "C01"
    assert real_window.navigator.is_in_reader()
    qtbot.keyClick(page, Key.Key_Return)
    assert QApplication.focusWidget() is lens.card


def test_the_mouse_shows_the_definition_and_takes_it_away(
    real_window: MainWindow, qtbot: QtBot
) -> None:
    page, lens = real_window.reader.page, real_window.reader.lens
    real_window.search.setFocus()
    QCursor.setPos(real_window.mapToGlobal(QPoint(4, 4)))
    page.highlighted.emit(QUrl(f"terme:{lens.places[0].term}"))
    qtbot.waitUntil(lens.card.isVisible)
    assert QApplication.focusWidget() is real_window.search

    page.highlighted.emit(QUrl())
    qtbot.waitUntil(lambda: not lens.card.isVisible())

    page.highlighted.emit(QUrl("source:1"))
    assert lens._pointed is None


def test_what_is_selected_is_defined(real_window: MainWindow, qtbot: QtBot) -> None:
    page, lens = real_window.reader.page, real_window.reader.lens
    cursor = page.document().find("Scic")
    page.setTextCursor(cursor)
    page.setFocus()
    qtbot.keyClick(page, Key.Key_D)

    assert lens.card.term is not None
    assert lens.card.term.acronym == "Scic"


def test_the_card_leads_to_the_uses(real_window: MainWindow, qtbot: QtBot) -> None:
    page, lens = real_window.reader.page, real_window.reader.lens
    page.setFocus()
    qtbot.keyClick(page, Key.Key_D)
    uses = next(button for button in lens.card.findChildren(QPushButton) if "employé" in button.text())
    qtbot.waitUntil(lambda: "fiches" in uses.text())
    qtbot.mouseClick(uses, Qt.MouseButton.LeftButton)

    assert real_window.navigator.page is PageName.GLOSSARY
    assert real_window.glossary.term is not None
    assert real_window.glossary.term.term == "Coopérative"
    assert not lens.card.isVisible()


def test_the_lens_can_be_turned_off_for_good(
    real_window: MainWindow, open_window: OpenWindow, real_kit: Path
) -> None:
    places = list(real_window.reader.lens.places)
    real_window._memory.keep_lens(False)

    assert not real_window.reader.lens.places
    assert not look_at(real_window, places[0].start).isAnchor()
    assert not look_at(real_window, places[0].start).fontUnderline()
    real_window.close()
    again = open_window(real_kit)
    assert not again._memory.state.lens
    again.open_fiche("C02")
    assert not again.reader.lens._painted.isActive()


def test_acronyms_of_a_card_are_told(real_window: MainWindow) -> None:
    model = real_window.library.results.model
    position = next(
        n for n in range(model.rowCount()) if (card := model.card_at(n)) and card.code == "A02"
    )
    index = model.index(position, 0)

    described = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "RTES : Réseau des collectivités territoriales pour une économie solidaire" in described
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("<p>")
