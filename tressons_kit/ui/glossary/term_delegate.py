"""Draws a term of the list, on as many lines as its name takes: Qt's own cuts the acronym off."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import BODY, GAP, SNUG, TARGET

AnyIndex = QModelIndex | QPersistentModelIndex
_WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class TermDelegate(QStyledItemDelegate):
    """Gives each line the height of its words at the width of the list."""

    def __init__(self, appearance: Appearance, view: QListWidget) -> None:
        super().__init__(view)
        self._appearance, self._view = appearance, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        look, width = self._appearance, self._view.viewport().width()
        room = QRect(0, 0, width - 2 * GAP, 10_000)
        words = QFontMetrics(look.font(BODY)).boundingRect(room, int(_WRAPPED), str(index.data()))
        return QSize(width, max(words.height() + SNUG, look.pixels(TARGET)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look = self._appearance
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing from Qt's annotations
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("accent_tint"))
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), look.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        painter.setFont(look.font(BODY))
        painter.setPen(look.colour("ink"))
        painter.drawText(rect.adjusted(GAP, 0, -GAP, 0), int(_WRAPPED), str(index.data()))
        painter.restore()
