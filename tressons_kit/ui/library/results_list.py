"""The view of the results: a table of one column, and what can be asked of a card beside opening it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QTableView

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CONTROL = Qt.KeyboardModifier.ControlModifier


class ResultsList(QTableView):
    """Says for which card a menu is asked, and where: under the pointer, or by keyboard on the card.

    Says as well which card is marked (Espace, or its box), and which one is opened in another tab
    (Ctrl+Entrée, Ctrl+clic, the middle button).

    One column of a table, not a list: QListView lays out every row at each change, ten thousand of them
    in 20 ms; a table with rows of one height only looks at those on show.
    """

    menu_asked = Signal(QModelIndex, QPoint)
    mark_asked = Signal(QModelIndex)
    opened_apart = Signal(QModelIndex)

    def find_boxes_with(self, box_of: Callable[[QRect], QRect]) -> None:
        """Take what tells where, in the rectangle of a card, a click marks it."""
        self._box_of = box_of

    def settle(self) -> None:
        """Lay the rows out now: Qt would do it after a first paint, and paint all of them again."""
        self.executeDelayedItemsLayout()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_current()
            return
        index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if index.isValid():
            self.menu_asked.emit(index, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt makes a menu event of this key on Windows only.
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._ask_current()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.mark_asked.emit(self.currentIndex())
        elif event.key() in _ENTER and event.modifiers() & _CONTROL:
            if self.currentIndex().isValid():
                self.opened_apart.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What is asked beside opening comes on release: nothing must be selected or opened before.
        if self._asked_by(event) is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        asked = self._asked_by(event)
        if asked is None:
            super().mouseReleaseEvent(event)
        else:
            asked()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._asked_by(event) is None:
            super().mouseDoubleClickEvent(event)

    def _asked_by(self, event: QMouseEvent) -> Callable[[], None] | None:
        """Return what a click asks beside opening the card, or None."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        left, middle = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
        if not index.isValid() or event.button() not in {left, middle}:
            return None
        if event.button() == middle or event.modifiers() & _CONTROL:
            return lambda: self.opened_apart.emit(index)
        if self._box_of(self.visualRect(index)).contains(point):
            return lambda: self.mark_asked.emit(index)
        return None

    def _ask_current(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.scrollTo(index)
            self.menu_asked.emit(index, self.viewport().mapToGlobal(self.visualRect(index).center()))
