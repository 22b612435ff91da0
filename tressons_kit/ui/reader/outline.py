"""The outline of a fiche: its parts, and the one that is being read."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.theme import SNUG, TIGHT


class OutlineEntry(NamedTuple):
    """A part; one that is not shown at the present depth can be asked for all the same."""

    title: str
    anchor: str
    shown: bool = True


class Outline(QListWidget):
    """Lists the parts; the one being read is selected and in bold."""

    part_requested = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(texts("Sommaire de la fiche"))
        self.itemActivated.connect(self._on_item)
        self.itemClicked.connect(self._on_item)

    def show_entries(self, entries: Sequence[OutlineEntry]) -> None:
        """Replace the parts."""
        with QSignalBlocker(self):
            self.clear()
            for entry in entries:
                item = QListWidgetItem(entry.title, self)
                item.setData(Qt.ItemDataRole.UserRole, entry.anchor)
                if not entry.shown:
                    told = self._texts("{}, dans la fiche complète").format(entry.title)
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
                    item.setToolTip(told)
                    font = QFont()
                    font.setItalic(True)
                    item.setFont(font)
        self._fit_items()

    def follow(self, anchor: str) -> None:
        """Point at the part being read, unless the list itself is being used."""
        if self.hasFocus():
            return
        if not anchor:
            self.setCurrentRow(-1)
        for row in range(self.count()):
            item = self.item(row)
            here = item.data(Qt.ItemDataRole.UserRole) == anchor
            font = item.font()
            if font.bold() != here:
                font.setBold(here)
                item.setFont(font)
            if here and self.currentRow() != row:
                with QSignalBlocker(self):
                    self.setCurrentRow(row)
                self.scrollToItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_items()

    def _fit_items(self) -> None:
        """Give each part the lines that it needs in bold: Qt forgets the padding, and cuts."""
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        width = self.viewport().width() - 2 * SNUG - 2 * TIGHT
        for row in range(self.count()):
            item = self.item(row)
            room = QRect(0, 0, max(width, 1), 1000)
            needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(width, needed.height() + 2 * TIGHT))

    def _on_item(self, item: QListWidgetItem) -> None:
        self.part_requested.emit(item.data(Qt.ItemDataRole.UserRole))
