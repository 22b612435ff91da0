"""The search field: typing never leaves it, the arrows move the list behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.clear_button import ClearButton
from tressons_kit.ui.theme import SNUG, TARGET

_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
MAX_LENGTH = 20_000


class SearchField(QLineEdit):
    """Says what is typed, by how many rows to move, when to open (with Ctrl, apart) or to give up."""

    moved = Signal(int)
    submitted = Signal()
    submitted_apart = Signal()
    abandoned = Signal()

    def __init__(self, appearance: Appearance, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setMaxLength(MAX_LENGTH)
        self.setPlaceholderText(texts("Un mot, un lieu, une situation, ou un code : C01"))
        self.setAccessibleName(texts("Rechercher"))
        self.setAccessibleDescription(
            texts("Flèches haut et bas pour parcourir les résultats, Entrée pour ouvrir.")
        )
        ClearButton(self, appearance, texts, sign="search")
        appearance.changed.connect(self._redraw)
        self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and key in _ENTER:
            self.submitted_apart.emit()
        elif key in _MOVES and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            self.moved.emit(_MOVES[key])
        elif key in _ENTER:
            self.submitted.emit()
        elif key == Qt.Key.Key_Escape:
            self.abandoned.emit()
        else:
            super().keyPressEvent(event)

    def _redraw(self) -> None:
        self.setFixedHeight(self._appearance.pixels(TARGET) + SNUG)
