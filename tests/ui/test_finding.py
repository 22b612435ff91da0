"""Words marked in the fiche on show, and Ctrl+F, as a user meets them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.builders import a_fiche, a_kit
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.reader.find_bar import FindBar
from tressons_kit.ui.theme import ThemeChoice

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TypeText = Callable[[MainWindow, str], None]
OpenWindow = Callable[[Path], MainWindow]

_FILLER = "Un paragraphe de remplissage, assez long pour tenir plusieurs lignes. " * 8
_BODY = "\n\n".join(
    (
        *(f"{_FILLER}" for _ in range(12)),
        "Les habitants ont monté une laiterie solidaire[^1] avec la S.C.I.C. du bourg \U0001f600.",
        *(f"{_FILLER}" for _ in range(4)),
        "Un élu tient la laiterie[^1]. La mairie loue les murs à la laiterie.",
        "::: question\nQue feriez-vous ?\n\n---\n\nLe fromager du hameau a proposé un prêt.\n:::",
        "Le chiffre d’affaires baisse ; un chiffre rond, des affaires rares.",
        *(f"{_FILLER}" for _ in range(4)),
    )
)


@pytest.fixture(scope="module")
def long_kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile a kit with a long fiche."""
    return a_kit(
        tmp_path_factory.mktemp("longue"),
        a_fiche("C01", "Une vallée", body=_BODY, links=["F03"], formes=["association"]),
        a_fiche("C02", "Une autre laiterie", themes=["sante"]),
        a_fiche("F03", "La forme"),
    )


@pytest.fixture
def window(open_window: OpenWindow, long_kit: Path) -> MainWindow:
    """The window on that kit."""
    return open_window(long_kit)


def bar_of(window: MainWindow) -> FindBar:
    return window.reader.findChildren(FindBar)[0]


def told(window: MainWindow) -> str:
    """Return what the bar says, nothing when it is hidden."""
    bar = bar_of(window)
    if not bar.isVisible():
        return ""
    return next(
        label.text()
        for label in bar.findChildren(QLabel)
        if label.accessibleDescription().startswith("Passages")
    )


def marked(window: MainWindow) -> list[str]:
    """Return the words that are highlighted around what is on the screen."""
    return [words for words, _ in selections(window)]


def selections(window: MainWindow) -> list[tuple[str, bool]]:
    """Return the words that are marked, and whether they are framed."""
    found: list[Any] = window.reader.page.extraSelections()
    framed = QTextFormat.Property.OutlinePen.value
    return [(mark.cursor.selectedText(), mark.format.hasProperty(framed)) for mark in found]


def current(window: MainWindow) -> list[str]:
    """Return what is framed."""
    return [words for words, framed in selections(window) if framed]


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def open_result(window: MainWindow, qtbot: QtBot, type_text: TypeText, words: str, code: str) -> None:
    """Type words, go to a result with the arrows, open it."""
    type_text(window, words)
    for _ in range(5):
        press(qtbot, Key.Key_Down)
        position = window.library.results.current_position()
        card = window.library.results.model.card_at(position) if position is not None else None
        if card is not None and card.code == code:
            break
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: window.reader.code == code)


def find(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Open the bar with Ctrl+F and type, as slowly as one likes."""
    qtbot.keyClick(QApplication.focusWidget() or window, Key.Key_F, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is bar_of(window).field)
    # Keys are those of the machine: a letter with an accent is put as an input method does.
    bar_of(window).field.clear()
    bar_of(window).field.insert(words)
    bar_of(window).field.textEdited.emit(words)


def test_a_result_opens_at_its_best_passage_with_its_words_marked(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    open_result(window, qtbot, type_text, "laiteries solidaires", "C01")

    qtbot.waitUntil(lambda: told(window) == "1 sur 4 · laiteries solidaires")
    assert current(window) == ["laiterie"]
    assert "solidaire" in marked(window)
    assert window.reader.page.scroll_position() > 0
    assert QApplication.focusWidget() is window.reader.page


def test_f3_goes_round_the_passages_both_ways(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    open_result(window, qtbot, type_text, "laiterie", "C01")
    qtbot.waitUntil(lambda: told(window) == "1 sur 3 · laiterie")

    press(qtbot, Key.Key_F3)
    assert told(window) == "2 sur 3 · laiterie"
    press(qtbot, Key.Key_F3, Modifier.ShiftModifier)
    press(qtbot, Key.Key_F3, Modifier.ShiftModifier)
    assert told(window) == "3 sur 3 · retour à la fin · laiterie"
    press(qtbot, Key.Key_F3)
    assert told(window) == "1 sur 3 · retour au début · laiterie"


def test_the_buttons_do_the_same_with_a_mouse(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    open_result(window, qtbot, type_text, "laiterie", "C01")
    qtbot.waitUntil(lambda: told(window) == "1 sur 3 · laiterie")
    buttons = {button.accessibleName(): button for button in bar_of(window).findChildren(QToolButton)}

    qtbot.mouseClick(buttons["Passage suivant (F3)"], Qt.MouseButton.LeftButton)
    assert told(window) == "2 sur 3 · laiterie"
    qtbot.mouseClick(buttons["Passage précédent (Maj+F3)"], Qt.MouseButton.LeftButton)
    assert told(window) == "1 sur 3 · laiterie"
    qtbot.mouseClick(buttons["Ne plus surligner"], Qt.MouseButton.LeftButton)
    assert told(window) == ""
    assert marked(window) == []


@pytest.mark.parametrize("width", [1366, 1024])
def test_in_every_fiche_of_the_real_kit_the_passage_it_opens_at_is_framed_and_in_sight(
    open_window: OpenWindow, real_kit: Path, qtbot: QtBot, width: int
) -> None:
    window = open_window(real_kit)
    window.resize(width, 600)
    page = window.reader.page
    for word in ("commune bénévole", "coopérative", "élus"):
        # One fiche in nine, of every type: all of them take minutes.
        for (code,) in window._services.kit.rows("SELECT code FROM fiche WHERE id % 9 = 1"):
            window.navigator.open_fiche(code, word)
            bar = bar_of(window)
            qtbot.waitUntil(lambda: not window.reader.finder.is_pending)
            if bar.isVisible():
                assert len(current(window)) == 1, (code, word)
                place = page.cursorRect(page.textCursor())
                assert page.viewport().rect().contains(place.center()), (code, word)


def test_escape_from_a_result_goes_back_to_the_list_at_once(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    open_result(window, qtbot, type_text, "laiterie", "C01")
    qtbot.waitUntil(lambda: told(window) != "")

    press(qtbot, Key.Key_Escape)

    assert QApplication.focusWidget() is window.library.results.list


def test_a_fiche_opened_by_a_link_marks_nothing_and_going_back_marks_again(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    open_result(window, qtbot, type_text, "laiterie", "C01")
    qtbot.waitUntil(lambda: told(window) == "1 sur 3 · laiterie")
    left_at = window.reader.page.scroll_position()
    window.reader.fiche_requested.emit("F03")
    assert told(window) == ""
    assert marked(window) == []

    press(qtbot, Key.Key_Left, Modifier.AltModifier)

    qtbot.waitUntil(lambda: told(window) == "1 sur 3 · laiterie")
    assert window.reader.page.scroll_position() == left_at


def test_words_typed_in_the_search_are_marked_without_moving_the_page(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    window.open_fiche("C01")
    assert told(window) == ""

    type_text(window, "laiterie")
    qtbot.waitUntil(lambda: told(window) == "1 sur 3 · laiterie")

    assert window.reader.page.scroll_position() == 0
    qtbot.keyClicks(window.search, "wkzj")
    qtbot.waitUntil(lambda: told(window) == "")


@pytest.mark.parametrize(
    ("typed", "count", "framed"),
    [
        ("elus", "1 sur 1", "élu"),
        ("scic", "1 sur 1", "S.C.I.C."),
        ("SCIC du bourg", "1 sur 1", "S.C.I.C. du bourg"),
        ("laiteries", "1 sur 3", "laiterie"),
        ("F03", "1 sur 2", "F03"),
        ("chiffre d'affaires", "1 sur 1", "chiffre d’affaires"),
        ("affaires rares chiffre", "1 sur 5 · mots séparés", "chiffre"),
    ],
)
def test_ctrl_f_finds_as_the_search_does(
    window: MainWindow, qtbot: QtBot, typed: str, count: str, framed: str
) -> None:
    window.open_fiche("C01")

    find(window, qtbot, typed)

    qtbot.waitUntil(lambda: told(window) == count)
    assert current(window) == [framed]
    assert bar_of(window).field.accessibleDescription() == count


def test_enter_goes_on_and_shift_enter_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    find(window, qtbot, "laiterie")
    qtbot.waitUntil(lambda: told(window) == "1 sur 3")

    press(qtbot, Key.Key_Return)
    assert told(window) == "2 sur 3"
    press(qtbot, Key.Key_Return, Modifier.ShiftModifier)
    assert told(window) == "1 sur 3"
    assert QApplication.focusWidget() is bar_of(window).field


def test_the_count_follows_each_letter(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    find(window, qtbot, "")
    assert told(window) == ""

    qtbot.keyClicks(bar_of(window).field, "lait")
    qtbot.waitUntil(lambda: told(window) == "1 sur 3")
    qtbot.keyClicks(bar_of(window).field, "on")
    qtbot.waitUntil(lambda: told(window) == "Aucun passage")
    assert bar_of(window).isVisible()


def test_escape_closes_the_bar_first_and_gives_the_focus_to_the_text(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_fiche("C01")
    find(window, qtbot, "laiterie")
    qtbot.waitUntil(lambda: told(window) == "1 sur 3")

    press(qtbot, Key.Key_Escape)

    assert told(window) == ""
    assert marked(window) == []
    assert QApplication.focusWidget() is window.reader.page
    press(qtbot, Key.Key_Escape)
    assert QApplication.focusWidget() is window.library.results.list


def test_escape_in_the_text_closes_the_bar_too(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    find(window, qtbot, "laiterie")
    window.reader.page.setFocus()

    press(qtbot, Key.Key_Escape)

    assert not bar_of(window).isVisible()


def test_a_folded_answer_opens_when_its_passage_becomes_current(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_fiche("C01")
    assert "fromager" not in window.reader.page.toPlainText()

    find(window, qtbot, "fromager")

    qtbot.waitUntil(lambda: current(window) == ["fromager"])
    assert told(window) == "1 sur 1"


def test_a_folded_answer_stays_folded_until_then(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    find(window, qtbot, "fromager laiterie")
    qtbot.waitUntil(lambda: told(window) == "1 sur 4 · mots séparés")
    assert "fromager" not in window.reader.page.toPlainText()

    for _ in range(3):
        press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: current(window) == ["fromager"])

    assert told(window) == "4 sur 4 · mots séparés"


def test_a_part_of_the_fiche_leads_to_its_first_passage(
    window: MainWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    open_result(window, qtbot, type_text, "paragraphe", "C01")
    qtbot.waitUntil(lambda: told(window) != "")
    parts = [button for button in bar_of(window).findChildren(QPushButton) if button.text()]
    assert [part.text() for part in parts] == [
        "En bref (1)",
        "Le besoin de départ (1)",
        "Ce qui a été fait (160)",
    ]
    assert parts[1].accessibleName() == "1 passage dans « Le besoin de départ »"
    assert "<b>paragraphe</b>" in parts[1].toolTip()

    qtbot.mouseClick(parts[1], Qt.MouseButton.LeftButton)

    assert told(window).startswith("2 sur ")


def test_marks_are_drawn_again_with_another_look(
    window: MainWindow, qtbot: QtBot, appearance: Appearance
) -> None:
    window.open_fiche("C01")
    find(window, qtbot, "laiterie")
    qtbot.waitUntil(lambda: told(window) == "1 sur 3")
    press(qtbot, Key.Key_Return)

    appearance.choose(ThemeChoice.DARK)
    appearance.resize_text(10)

    qtbot.waitUntil(lambda: current(window) == ["laiterie"])
    assert told(window) == "2 sur 3"
    page = window.reader.page
    place = page.cursorRect(page.textCursor())
    assert page.viewport().rect().intersects(place)


def test_ctrl_f_starts_from_what_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    assert window.reader.page.find("laiterie")

    qtbot.keyClick(window.reader.page, Key.Key_F, Modifier.ControlModifier)

    qtbot.waitUntil(lambda: told(window).endswith(" sur 3"))
    assert bar_of(window).field.selectedText() == "laiterie"


def test_ctrl_f_without_a_fiche_does_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.show_library()

    qtbot.keyClick(window.search, Key.Key_F, Modifier.ControlModifier)
    qtbot.keyClick(window.search, Key.Key_F3)

    assert not bar_of(window).isVisible()
    assert QApplication.focusWidget() is window.search


def test_on_the_smallest_screen_at_twice_the_size_everything_fits(
    window: MainWindow, qtbot: QtBot, appearance: Appearance
) -> None:
    appearance.resize_text(10)
    window.resize(1024, 600)
    window.open_fiche("C01")
    find(window, qtbot, "paragraphe")
    bar = bar_of(window)
    qtbot.waitUntil(lambda: told(window) != "")

    buttons = [button for button in bar.findChildren(QToolButton) if button.accessibleName()]
    assert all(bar.rect().contains(button.geometry()) for button in buttons if button.parent() is bar)
    assert window.width() == 1024
    assert window.reader.page.height() > 150
