"""The page « Glossaire », driven by keyboard and by clicks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tressons_kit.foundation.french import fold
from tressons_kit.ui.glossary.page import GlossaryPage
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.navigation import PageName

Key = Qt.Key


@pytest.fixture
def real_window(open_window: OpenWindow, real_kit: Path) -> MainWindow:
    """The window on the real kit."""
    return open_window(real_kit)


@pytest.fixture
def page(real_window: MainWindow, qtbot: QtBot) -> GlossaryPage:
    """The glossary, opened by the rail."""
    real_window.rail.page_requested.emit(PageName.GLOSSARY)
    qtbot.waitUntil(lambda: real_window.glossary.list.count() > 0)
    return real_window.glossary


def listed(page: GlossaryPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def completed(page: GlossaryPage, qtbot: QtBot, act: Callable[[], None]) -> str:
    with qtbot.waitSignal(page.pane.completed):
        act()
    return page.pane.toPlainText()


def test_all_terms_are_there_and_the_first_is_defined(page: GlossaryPage) -> None:
    assert len(listed(page)) == len(page._services.glossary.terms)
    assert "Économie sociale et solidaire (ESS)" in listed(page)
    assert page.pane.toPlainText().startswith("Accompagnement")


def test_typing_filters_and_arrows_choose_without_leaving_the_field(
    page: GlossaryPage, qtbot: QtBot
) -> None:
    page.field.setFocus()
    with qtbot.waitSignal(page.answered):
        qtbot.keyClicks(page.field, "scop")
    assert listed(page)[0] == "Société coopérative et participative (Scop)"

    second = listed(page)[1]
    qtbot.keyClick(page.field, Key.Key_Down)
    assert page.term is not None
    assert second.startswith(page.term.term)
    qtbot.keyClick(page.field, Key.Key_Return)
    assert QApplication.focusWidget() is page.pane

    page.field.setFocus()
    with qtbot.waitSignal(page.answered):
        qtbot.keyClick(page.field, Key.Key_Escape)
    assert page.field.text() == ""
    assert page.term is not None
    assert second.startswith(page.term.term) is False or page.list.currentRow() >= 0


def test_a_letter_leads_to_its_terms(page: GlossaryPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page._letters["E"], Qt.MouseButton.LeftButton)

    assert page.term is not None
    assert fold(page.term.term).startswith("e")
    assert QApplication.focusWidget() is page.list
    assert set(page._letters) == {fold(term.term)[0].upper() for term in page._services.glossary.terms}


def test_a_use_opens_the_fiche_with_the_words_marked(
    real_window: MainWindow, page: GlossaryPage, qtbot: QtBot
) -> None:
    text = completed(page, qtbot, lambda: real_window.show_term("de minimis"))
    details = page.pane.details
    assert details is not None
    assert details.uses
    used = next(n for n, use in enumerate(details.uses) if use.spelling == "de minimis")
    assert f"Où c’est employé · {len(details.uses)} fiches\n" in text

    page.pane.anchorClicked.emit(QUrl(f"emploi:{used}"))

    assert real_window.navigator.page is PageName.LIBRARY
    assert real_window.reader.code == details.uses[used].card.code
    assert real_window.reader.words == "de minimis"


def test_links_lead_to_near_terms_and_copy_addresses(
    real_window: MainWindow, page: GlossaryPage, qtbot: QtBot
) -> None:
    completed(page, qtbot, lambda: real_window.show_term("GAL"))
    page.pane.anchorClicked.emit(QUrl("source:0"))
    assert QGuiApplication.clipboard().text().startswith("http")
    assert real_window.notice.isVisible()

    page.pane.anchorClicked.emit(QUrl("terme:0"))
    assert page.term is not None
    assert page.term.acronym == "LEADER"


def test_nothing_found_leads_to_the_fiches(
    real_window: MainWindow, page: GlossaryPage, qtbot: QtBot
) -> None:
    page.field.setFocus()
    with qtbot.waitSignal(page.answered):
        qtbot.keyClicks(page.field, "zzz")
    assert not page.list.isVisible()
    assert page._nothing.text() == "Aucun terme ne répond à « zzz »."
    assert page.pane.toPlainText() == ""

    qtbot.mouseClick(page._elsewhere, Qt.MouseButton.LeftButton)
    assert real_window.navigator.page is PageName.LIBRARY
    assert real_window.search.text() == "zzz"


def test_a_kit_without_a_glossary_says_so(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.glossary.answered):
        window.rail.page_requested.emit(PageName.GLOSSARY)

    assert window.glossary._nothing.text() == "Ce kit n’a pas de glossaire."
    assert not window.glossary._elsewhere.isVisible()


def test_f6_goes_through_the_page(real_window: MainWindow, page: GlossaryPage, qtbot: QtBot) -> None:
    real_window.search.setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_F6)
        seen.append(QApplication.focusWidget())

    assert seen == [page.field, page.list, page.pane, real_window.search]


def test_near_terms_of_an_empty_answer_open_the_glossary(real_window: MainWindow) -> None:
    real_window.library.results.no_result.term_chosen.emit("Coopérative")

    assert real_window.navigator.page is PageName.GLOSSARY
    assert real_window.glossary.term is not None
    assert real_window.glossary.term.term == "Coopérative"
