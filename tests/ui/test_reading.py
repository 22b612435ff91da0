"""Reading a fiche: depths, outline, notes, copies, pictures, as a user meets them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.builders import a_fiche, a_kit
from tressons_kit.domain.depths import Depth
from tressons_kit.foundation import paths
from tressons_kit.foundation.remembered import read_remembered
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.reader.find_bar import FindBar
from tressons_kit.ui.reader.note_card import NoteCard
from tressons_kit.ui.reader.outline import Outline
from tressons_kit.ui.reader.picture_view import PictureView

Key = Qt.Key
OpenWindow = Callable[[Path], MainWindow]
_FILLER = "Un paragraphe de remplissage, assez long pour tenir plusieurs lignes. " * 8
_CHART = (
    "```graphique\ntitre: Habitants\nforme: barres\nsource: 1\nalternative: Deux barres.\n"
    "donnees:\n  - [A, 1]\n  - [B, 2]\n```"
)
_BODY = "\n\n".join(
    (
        *(_FILLER for _ in range(6)),
        "Le fournil a brûlé en 2019, puis le fournil a rouvert.",
        "::: cle\nUn village peut tenir une boulangerie.\n:::",
        "Un texte.",
        _CHART,
        *(_FILLER for _ in range(6)),
    )
)


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile a kit of two cases and a form."""
    return a_kit(
        tmp_path_factory.mktemp("lecture"),
        a_fiche("C01", "Un fournil", body=_BODY, links=["F03"]),
        a_fiche("C02", "Un café", links=["C01"]),
        a_fiche("C03", "Un autre fournil"),
        a_fiche("F03", "La Scic"),
    )


@pytest.fixture
def window(open_window: OpenWindow, kit: Path) -> MainWindow:
    """The window on that kit, a fiche open."""
    window = open_window(kit)
    window.open_fiche("C01")
    return window


def press(qtbot: QtBot, key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key)


def page_text(window: MainWindow) -> str:
    return window.reader.page.document().toPlainText()


def depth_of(window: MainWindow) -> str:
    return str(window.reader.reading_depth)


def follow(window: MainWindow, address: str) -> None:
    """Put the keyboard on a link and press Entrée, as Tab does."""
    page = window.reader.page
    cursor = QTextCursor(page.document())
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        if cursor.charFormat().anchorHref() == address:
            page.setTextCursor(cursor)
            page.link_activated.emit(address)
            return
    raise AssertionError(address)


def card_of(window: MainWindow) -> NoteCard:
    return window.reader.findChildren(NoteCard)[0]


def current_part(window: MainWindow) -> str:
    outline = window.reader.findChildren(Outline)[0]
    item = outline.currentItem()
    return item.text() if item else ""


def test_one_key_changes_how_far_a_fiche_is_read(window: MainWindow, qtbot: QtBot) -> None:
    assert "Le besoin de départ" in page_text(window)

    press(qtbot, Key.Key_1)
    assert "Un paragraphe" not in page_text(window)
    assert "Un village peut tenir une boulangerie." in page_text(window)
    assert "Un résumé ordinaire." in page_text(window)

    press(qtbot, Key.Key_2)
    assert "Un paragraphe." in page_text(window)
    assert "Le fournil a brûlé" not in page_text(window)
    assert "Un cas comme celui-ci" in page_text(window)

    press(qtbot, Key.Key_QuoteDbl)  # the key of 3 on a French keyboard
    assert "Le fournil a brûlé" in page_text(window)


def test_the_depth_is_kept_for_the_next_fiche_and_the_next_start(
    window: MainWindow, qtbot: QtBot
) -> None:
    buttons = {one.text(): one for one in window.reader.findChildren(QToolButton)}
    qtbot.mouseClick(buttons["30 s"], Qt.MouseButton.LeftButton)
    window.open_fiche("C02")

    assert window.reader.reading_depth is Depth.BRIEF
    assert "Un paragraphe." not in page_text(window)
    window.close()
    assert read_remembered(paths.state_file()).depth == "30s"


def test_what_is_left_out_is_named_and_one_step_away(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_1)
    assert "Aussi dans cette fiche" in page_text(window)

    window.reader.page.link_activated.emit("partie:les-difficultes")

    assert window.reader.reading_depth is Depth.FULL
    assert window.reader.page.scroll_position() > 0
    assert current_part(window) in {"", "Les difficultés"}


def test_a_word_of_a_part_left_out_brings_the_whole_fiche_when_it_is_gone_to(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, Key.Key_1)
    qtbot.keyClick(window.reader.page, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = window.reader.findChildren(FindBar)[0]
    bar.field.insert("rouvert")
    bar.field.textEdited.emit("rouvert")
    told = next(
        one for one in bar.findChildren(QLabel) if one.accessibleDescription().startswith("Passages")
    )
    qtbot.waitUntil(lambda: told.text() == "1 passage dans la fiche complète")
    assert depth_of(window) == "30s"

    press(qtbot, Key.Key_Return)

    qtbot.waitUntil(lambda: told.text() == "1 sur 1")
    assert depth_of(window) == "complet"
    page = window.reader.page
    selected = QTextCursor(page.document())
    selected.setPosition(page.textCursor().position())
    selected.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    assert selected.selectedText() == "rouvert"
    assert page.is_in_sight(page.textCursor().position())


def test_a_note_pops_up_where_it_is_called_and_escape_gives_the_focus_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    follow(window, "source:1")
    card = card_of(window)
    assert card.isVisible()
    assert "Une source" in card.accessibleName()
    assert card.isAncestorOf(QApplication.focusWidget() or window)

    press(qtbot, Key.Key_Escape)
    assert not card.isVisible()
    assert QApplication.focusWidget() is window.reader.page
    assert window.navigator.is_in_reader()


def test_a_note_gives_its_reference_and_leads_to_its_source(window: MainWindow, qtbot: QtBot) -> None:
    buttons = {one.text(): one for one in card_of(window).findChildren(QPushButton)}
    follow(window, "source:1")
    buttons["Copier la référence"].click()
    assert QGuiApplication.clipboard().text() == (
        "Un éditeur, «\u00a0Une source\u00a0», 2020 (vérifié en novembre 2026)."
    )

    follow(window, "source:1")
    press(qtbot, Key.Key_Return)
    assert window.reader.page.scroll_position() > 0
    assert not card_of(window).isVisible()


def test_the_outline_follows_the_reading(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1900, 700)
    qtbot.waitUntil(window.reader.findChildren(Outline)[0].isVisible)
    page = window.reader.page
    assert current_part(window) == ""

    page.scrollToAnchor("ce-qui-a-ete-fait")
    assert current_part(window) == "Ce qui a été fait"
    page.scroll_to(0)
    assert current_part(window) == ""


def test_a_passage_is_copied_with_its_origin_and_a_word_without(window: MainWindow) -> None:
    page = window.reader.page
    cursor = page.document().find("Le fournil a brûlé en 2019")
    page.setTextCursor(cursor)
    page.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Le fournil a brûlé en 2019\n\nFiche C01, « Un fournil »")
    assert "Fiche C01" in QGuiApplication.clipboard().mimeData().html()

    page.setTextCursor(page.document().find("fournil"))
    page.copy()
    assert QGuiApplication.clipboard().text() == "fournil"


def test_a_picture_opens_on_the_whole_screen_and_escape_closes_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.reader.page.link_activated.emit("image:graphiques/C01-1.svg")
    views = window.reader.findChildren(PictureView)
    assert [view.isFullScreen() for view in views] == [True]

    qtbot.keyClick(views[0], Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.reader.page)


def test_a_case_says_which_are_like_it_and_where_it_is_cited(window: MainWindow) -> None:
    text = page_text(window)

    assert "Citée par" in text
    assert "C02 · Un café\u2028raison vers C01" in text or "C02 · Un café\nraison vers C01" in text
    assert "C03 · Un autre fournil" in text
    assert "même thème : Commerces et services de proximité · même forme : Scic" in text


def test_a_wider_reader_sets_the_key_figures_side_by_side(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    figures = [{"valeur": str(n), "libelle": "cafés", "date": "2024", "source": 1} for n in range(3)]
    window = open_window(a_kit(tmp_path, a_fiche("C01", "Un fournil", chiffres=figures)))
    window.open_fiche("C01")

    def columns() -> int:
        page = window.reader.page
        places = {page.cursorRect(page.document().find(str(n))).left() for n in range(3)}
        return len(places)

    qtbot.waitUntil(lambda: columns() == 3)


def test_the_state_of_a_fiche_is_explained(window: MainWindow) -> None:
    window.reader.page.link_activated.emit("fraicheur:")

    told = [one.text() for one in window.reader.findChildren(QLabel) if one.isVisible()]
    assert any("comparés à leurs sources" in one for one in told)
    assert window.reader.page.rect().contains(QPoint(1, 1))
