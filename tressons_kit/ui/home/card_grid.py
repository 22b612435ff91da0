"""A layout of cards of one width, as many a line as fit, with no card alone on the last line."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.flow_layout import FlowLayout


class CardGrid(FlowLayout):
    """Makes the cards of a line equally high; `narrowest` is the least width of one, at 100 %."""

    def __init__(self, appearance: Appearance, narrowest: int, spacing: int) -> None:
        super().__init__(spacing=spacing)
        self._appearance, self._narrowest = appearance, narrowest

    def minimumSize(self) -> QSize:
        # Any width will do: the lines get longer and the cards higher.
        return QSize(self._narrowest // 2, 0)

    def columns(self, width: int) -> int:
        """Return how many cards a line has: four that do not fit make two lines of two."""
        shown = max(1, len(self._items))
        fitting = (width + self.spacing()) // (
            self._appearance.pixels(self._narrowest) + self.spacing()
        )
        lines = -(-shown // max(1, min(fitting, shown)))
        return -(-shown // lines)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the cards, or only measure; return the height used."""
        columns, spacing = self.columns(rect.width()), self.spacing()
        width = (rect.width() - (columns - 1) * spacing) // columns
        y = rect.y()
        for start in range(0, len(self._items), columns):
            line = self._items[start : start + columns]
            height = max(_height(item, width) for item in line)
            if move:
                for column, item in enumerate(line):
                    item.setGeometry(QRect(rect.x() + column * (width + spacing), y, width, height))
            y += height + spacing
        return max(0, y - spacing - rect.y())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
