"""The view of the results: a table of one column that asks for the menu of a card."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QTableView


class ResultsList(QTableView):
    """Says for which card a menu is asked, and where: under the pointer, or by keyboard on the card.

    One column of a table, not a list: QListView lays out every row at each change, ten thousand of them
    in 20 ms; a table with rows of one height only looks at those on show.
    """

    menu_asked = Signal(QModelIndex, QPoint)

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
            return
        super().keyPressEvent(event)

    def _ask_current(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.scrollTo(index)
            self.menu_asked.emit(index, self.viewport().mapToGlobal(self.visualRect(index).center()))
