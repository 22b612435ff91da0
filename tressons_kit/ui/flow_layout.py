"""A layout that puts widgets one after the other and wraps them like words."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_Sized = tuple[QLayoutItem, QSize]


class FlowLayout(QLayout):
    """Wraps its widgets; with `column`, they all take the same width, at least that many pixels."""

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, column: int | None = None
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._column = column
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem:
        # Qt asks until there is nothing left; its annotations forget the null pointer.
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items in lines, or only measure; return the height used."""
        spacing, margins = self.spacing(), self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        y = inner.y()
        lines = list(self._lines(inner.width()))
        for line in lines:
            height = max(size.height() for _, size in line)
            if move:
                _place(line, QRect(inner.x(), y, inner.width(), height), spacing)
            y += height + spacing
        return y - (spacing if lines else 0) - rect.y() + margins.bottom()

    def _lines(self, width: int) -> Iterator[list[_Sized]]:
        """Cut the items on show into lines; one that is wider than a line has one of its own."""
        line: list[_Sized] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._size(item, width)
            if line and used + size.width() > width:
                yield line
                line, used = [], 0
            line.append((item, size))
            used += size.width() + self.spacing()
        if line:
            yield line

    def _size(self, item: QLayoutItem, width: int) -> QSize:
        hint = item.sizeHint()
        if self._column is None:
            return hint.boundedTo(QSize(width, hint.height()))
        # As many equal columns as fit: tiles line up under each other.
        columns = max(1, (width + self.spacing()) // (self._column + self.spacing()))
        column = (width - (columns - 1) * self.spacing()) // columns
        return QSize(column, hint.height())


def _place(line: Sequence[_Sized], area: QRect, spacing: int) -> None:
    """Put the items side by side, their middles at one height."""
    x = area.x()
    for item, size in line:
        y = area.y() + (area.height() - size.height()) // 2
        item.setGeometry(QRect(QPoint(x, y), size))
        x += size.width() + spacing
