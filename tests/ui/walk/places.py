"""Where the walk goes: every page, every dialog, and the states that have controls of their own.

A page is found by itself, from `PageName`. A dialog or a state takes one line in `STATES`; the test
`test_every_dialog_is_walked` names the dialogs that are not there.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tressons_kit.domain.query import Query
from tressons_kit.ui.library.page import Pane
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.navigation import PageName

_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Walker:
    """Drives a window to a place."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    @property
    def focused(self) -> QWidget:
        """What has the focus."""
        return QApplication.focusWidget() or self.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused, key, modifier)

    def answer(self) -> None:
        """Wait for the answer to what was asked."""
        self.qtbot.waitUntil(lambda: not self.window.library.controller.is_pending)

    def ask(self, query: Query) -> None:
        """Ask with filters, as ticking them does."""
        self.window.show_library()
        self.window.search.setText(query.text)
        self.window.library.controller.ask(query)
        self.answer()
        self.window.library.results.list.setFocus()

    def type(self, words: str) -> None:
        """Type in the search field."""
        self.press(Qt.Key.Key_K, _CONTROL)
        QTest.keyClicks(self.window.search, words)
        self.answer()

    def read(self, code: str) -> None:
        """Open a fiche, and wait until its terms are underlined: they are links too."""
        with self.qtbot.waitSignal(self.window.reader.lens.underlined):
            self.window.open_fiche(code)


@dataclass(frozen=True, slots=True)
class Place:
    """A name for the test, how to get there, and the class of the dialog if there is one."""

    name: str
    go: Callable[[Walker], None]
    dialog: str = ""


def _nothing_found(walker: Walker) -> None:
    walker.ask(Query("ferroviaire").toggled("type", "forme").toggled("themes", "alimentation"))
    panel = walker.window.library.results.no_result
    walker.qtbot.waitUntil(lambda: any(button.isVisible() for button in panel.buttons))


def _filters(walker: Walker) -> None:
    walker.ask(Query().toggled("themes", "mobilite"))
    walker.window.library.show_pane(Pane.FILTERS)
    walker.window.library.filters.setFocus()


def _completion(walker: Walker) -> None:
    walker.type("coop")
    walker.qtbot.waitUntil(walker.window.aid.popup.isVisible)


def _find_bar(walker: Walker) -> None:
    walker.read("F03")
    walker.press(Qt.Key.Key_F, _CONTROL)
    QTest.keyClicks(walker.focused, "voix")


def _note(walker: Walker) -> None:
    """Tab to the first call of a note, and open it."""
    walker.read("F03")
    page = walker.window.reader.page
    while not page.textCursor().charFormat().anchorHref().startswith("source:"):
        walker.press(Qt.Key.Key_Tab)
        assert page.hasFocus()
    walker.press(Qt.Key.Key_Return)


def _definition(walker: Walker) -> None:
    walker.read("F03")
    walker.press(Qt.Key.Key_D)


def _glossary_term(walker: Walker) -> None:
    with walker.qtbot.waitSignal(walker.window.glossary.pane.completed):
        walker.window.show_term("Scic")


def _why(walker: Walker) -> None:
    walker.ask(Query("épicerie coopérative"))
    walker.press(Qt.Key.Key_Return, _ALT)
    walker.qtbot.waitUntil(lambda: _dialog() is not None)


def _picture(walker: Walker) -> None:
    walker.read("F03")
    page = walker.window.reader.page
    while not page.textCursor().charFormat().anchorHref().startswith("image:"):
        walker.press(Qt.Key.Key_Tab)
        assert page.hasFocus()
    walker.press(Qt.Key.Key_Return)


def _settings(walker: Walker) -> None:
    """Open the settings with something in each of its lists."""
    searches = walker.window.aid
    for words in ("scic", "ferroviaire"):
        walker.ask(Query(words))
        searches.save_search()
        searches.note_unanswered(Query(words))
    walker.press(Qt.Key.Key_Comma, _CONTROL)


def _print(walker: Walker) -> None:
    walker.read("F03")
    walker.press(Qt.Key.Key_P, _CONTROL)
    walker.qtbot.waitUntil(lambda: _dialog() is not None)


def _notice(walker: Walker) -> None:
    walker.window.notice.offer_address("https://exemple.fr/une-adresse")


def _marked(walker: Walker) -> None:
    """Mark two fiches of one type: the tray shows at the foot of the list."""
    walker.ask(Query().toggled("type", "cas"))
    for _ in range(2):
        walker.press(Qt.Key.Key_Space)
        walker.press(Qt.Key.Key_Down)


def _compare(walker: Walker) -> None:
    walker.window.navigator.show_comparison(_two_cases(walker))


def _tabs(walker: Walker) -> None:
    for code in _two_cases(walker):
        walker.window.navigator.open_apart(code)
        walker.answer()


def _two_cases(walker: Walker) -> tuple[str, ...]:
    walker.ask(Query().toggled("type", "cas"))
    cards = (walker.window.library.results.model.card_at(place) for place in range(2))
    return tuple(card.code for card in cards if card is not None)


STATES = (
    Place("une recherche corrigée", lambda walker: walker.ask(Query("coopértaive ferroviare"))),
    Place("aucun résultat", _nothing_found),
    Place("les filtres", _filters),
    Place("les suggestions", _completion),
    Place("une fiche", lambda walker: walker.read("F03")),
    Place("chercher dans la fiche", _find_bar),
    Place("une note", _note),
    Place("une définition", _definition),
    Place("un terme du glossaire", _glossary_term),
    Place("un avis", _notice),
    Place("des fiches à comparer", _marked),
    Place("comparer", _compare),
    Place("plusieurs onglets", _tabs),
    Place("pourquoi ce résultat", _why, "WhyDialog"),
    Place("une image", _picture, "PictureView"),
    Place("réglages", _settings, "SettingsDialog"),
    Place("aide", lambda walker: walker.press(Qt.Key.Key_F1), "HelpDialog"),
    Place("imprimer", _print, "PrintDialog"),
)


def _page(page: PageName) -> Place:
    return Place(f"page {page.name}", lambda walker: walker.window.rail.page_requested.emit(page))


PLACES = (*map(_page, PageName), *STATES)


def shown(window: QWidget) -> QWidget:
    """Return what is in front: the dialog that was opened, the card that has the focus, the window."""
    return _dialog() or _card() or window


def has_focus(root: QWidget) -> bool:
    """Tell whether the focus is in something."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is root or root.isAncestorOf(focused))


def _card() -> QWidget | None:
    widget = QApplication.focusWidget()
    while widget is not None and widget.property("role") != "popup":
        widget = widget.parentWidget()
    return widget


def _dialog() -> QDialog | None:
    opened = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog)]
    return next((dialog for dialog in opened if dialog.isVisible()), None)
