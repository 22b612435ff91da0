"""What the kit holds, as a picture to click: the longer a mark, the more fiches."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tressons_kit.foundation.texts import Texts, number
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.home.content_model import CELL_ROLE, AnyIndex, Cell, ContentModel
from tressons_kit.ui.theme import BODY, GAP, RADIUS, SMALL, SNUG, TARGET, TIGHT

_DRAWING = 30
_MARK_HEIGHT = 22
_LABELS_AT_MOST = 0.44
"""The share of the width that the names of themes may take: then they wrap."""
_FRAME = 4
_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_WRAPPED = Qt.TextFlag.TextWordWrap
_ANY_HEIGHT = 10_000


class ContentMap(QTableView):
    """Says which filters were chosen, and which part of itself must be in sight."""

    filters_chosen = Signal(object)
    cell_reached = Signal(QRect)

    def __init__(
        self, model: ContentModel, appearance: Appearance, texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._content, self._appearance = model, appearance
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(model, appearance, texts, self))
        self.setProperty("role", "map")
        self.setAccessibleName(texts("Le contenu du kit, par thème et par type de fiche"))
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(1)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.clicked.connect(self._choose)
        appearance.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._content.index(0, 0))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.cell_reached.emit(self.visualRect(current))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and (cell := self._content.cell(index.row(), index.column())).count:
            self.filters_chosen.emit(cell.filters)

    def _fit(self) -> None:
        """Give every column the same width beside the names, and every line the height it needs."""
        room, content = self.viewport().width(), self._content
        names = min(_names_width(content, self._appearance), int(room * _LABELS_AT_MOST))
        count = max(1, content.columnCount() - 1)
        width = (room - names) // count
        self.setColumnWidth(0, room - width * count)
        for column in range(1, content.columnCount()):
            self.setColumnWidth(column, width)
        for row in range(content.rowCount()):
            self.setRowHeight(row, self._row_height(row))
        self.setFixedHeight(sum(map(self.rowHeight, range(content.rowCount()))) + _FRAME)

    def _row_height(self, row: int) -> int:
        look = self._appearance
        if row == 0:
            widest = max((look.advance(term.plural, SMALL) for term in self._content.types), default=0)
            return widest + look.pixels(_DRAWING) + look.line_height(BODY, bold=True) + 4 * TIGHT
        area = QRect(0, 0, self.columnWidth(0) - _count_width(look), _ANY_HEIGHT)
        label = self._content.cell(row, 0).label
        height = QFontMetrics(look.font(BODY)).boundingRect(area, _WRAPPED, label).height()
        return max(look.pixels(TARGET), height + TIGHT)


class _CellDelegate(QStyledItemDelegate):
    """Paints the totals as names, the rest as marks in the hue of the type, with their number."""

    def __init__(
        self, model: ContentModel, appearance: Appearance, texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._appearance, self._texts, self._largest = appearance, texts, model.largest()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(1, 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing from Qt's annotations
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        cell: Cell = index.data(CELL_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state, cell)
        if index.column() == 0:
            self._paint_name(painter, rect, cell, bold=index.row() == 0)
        elif index.row() == 0:
            self._paint_type(painter, rect, cell)
        elif cell.count:
            self._paint_mark(painter, rect, cell)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, cell: Cell
    ) -> None:
        look, area = self._appearance, QRectF(rect).adjusted(1, 1, -1, -1)
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        focused = QStyle.StateFlag.State_HasFocus in state
        if QStyle.StateFlag.State_MouseOver in state and cell.count:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRoundedRect(area, RADIUS, RADIUS)

    def _paint_name(self, painter: QPainter, rect: QRect, cell: Cell, *, bold: bool) -> None:
        look, flags = self._appearance, Qt.AlignmentFlag
        place = flags.AlignBottom if bold else flags.AlignVCenter
        area = rect.adjusted(SNUG, TIGHT, -SNUG, -TIGHT)
        painter.setFont(look.font(BODY, bold=True))
        painter.setPen(look.colour("accent"))
        painter.drawText(area, place | flags.AlignRight, number(cell.count, self._texts))
        painter.setFont(look.font(BODY, bold=bold))
        painter.setPen(look.colour("ink"))
        area.setRight(rect.right() - _count_width(look) + SNUG)
        painter.drawText(area, place | _WRAPPED, cell.label)

    def _paint_type(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        """Write the name upwards, then draw the sign of the type, and its count under it."""
        if cell.kind is None:
            return
        look, flags = self._appearance, Qt.AlignmentFlag
        hue = QColor(look.palette.type_colour(cell.kind))
        line, side = look.line_height(BODY, bold=True), look.pixels(_DRAWING)
        painter.setPen(hue)
        told = number(cell.count, self._texts)
        fits = look.advance(told, BODY, bold=True) + TIGHT <= rect.width()
        painter.setFont(look.font(BODY if fits else SMALL, bold=True))
        count = QRect(rect.x(), rect.bottom() - line - TIGHT, rect.width(), line)
        painter.drawText(count, flags.AlignCenter, told)
        ratio = self._ratio()
        shown = min(side, rect.width() - 2)
        x = rect.x() + (rect.width() - shown) // 2
        painter.drawPixmap(x, count.top() - shown, look.drawing(cell.kind, shown, ratio))
        painter.setFont(look.font(SMALL))
        painter.setPen(look.colour("ink"))
        painter.translate(rect.x(), count.top() - side - TIGHT)
        painter.rotate(-90)
        upwards = QRect(0, 0, count.top() - side - TIGHT - rect.y(), rect.width())
        painter.drawText(upwards, flags.AlignVCenter | flags.AlignLeft, cell.label)

    def _paint_mark(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        if cell.kind is None:
            return
        look = self._appearance
        text = number(cell.count, self._texts)
        height = min(look.pixels(_MARK_HEIGHT), rect.height() - 2)
        widest = rect.width() - 2 * TIGHT
        least = min(widest, max(height, look.advance(text, SMALL, bold=True) + SNUG))
        width = least + (widest - least) * cell.count // max(1, self._largest)
        x = rect.x() + (rect.width() - width) // 2
        mark = QRectF(x, rect.y() + (rect.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.palette.type_colour(cell.kind)))
        painter.drawRoundedRect(mark, height / 2, height / 2)
        painter.setPen(look.colour("surface"))
        painter.setFont(look.font(SMALL, bold=True))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, text)

    def _ratio(self) -> float:
        parent = self.parent()
        return parent.devicePixelRatioF() if isinstance(parent, QWidget) else 1.0


def _count_width(look: Appearance) -> int:
    """Return the room that the total of a theme takes at the right of its name."""
    return look.advance("0 000", BODY, bold=True) + 2 * SNUG


def _names_width(content: ContentModel, look: Appearance) -> int:
    labels = [content.cell(row, 0).label for row in range(content.rowCount())]
    return max(look.advance(label, BODY) for label in labels) + _count_width(look) + GAP
