"""Draws a line: its section in the margin, a sign, what it is, and what helps to tell it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tressons_kit.domain.completion import FicheMatch
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.completion.lines import Line, LineKind
from tressons_kit.ui.theme import BODY, GAP, SMALL, SNUG, TARGET

LINE_ROLE = Qt.ItemDataRole.UserRole + 1

_SIGNS = {
    LineKind.FICHE: "file-text",
    LineKind.TERM: "book-a",
    LineKind.FILTER: "list-filter",
    LineKind.SAVED: "bookmark",
    LineKind.RECENT: "history",
    LineKind.SETTINGS: "settings",
}
_SIGN = 16
_LEAST_DETAIL = 60
"""Pixels: less than that of a detail says nothing."""

AnyIndex = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Draws lines of one height; the margin is as wide as the widest name of a section."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._margin = 0

    def measure(self, lines: Sequence[Line]) -> None:
        """Make room for the names of the sections."""
        widths = [self._appearance.advance(line.heading, SMALL) for line in lines]
        self._margin = max(widths, default=0) + GAP

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(200, self._appearance.pixels(TARGET))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line: Line | None = index.data(LINE_ROLE)
        if line is None:
            return
        painter.save()
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing from Qt's annotations
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        look = self._appearance
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("accent_tint"))
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), look.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        area = rect.adjusted(SNUG + 4, 0, -SNUG, 0)
        painter.setFont(look.font(SMALL))
        painter.setPen(look.colour("soft_ink"))
        painter.drawText(area, _MIDDLE, line.heading)
        area.setLeft(area.left() + self._margin)
        self._paint_sign(painter, area, line)
        area.setLeft(area.left() + look.pixels(_SIGN) + SNUG)
        self._paint_words(painter, area, line)
        painter.restore()

    def _paint_sign(self, painter: QPainter, area: QRect, line: Line) -> None:
        size = self._appearance.pixels(_SIGN)
        ratio = painter.device().devicePixelRatioF()
        picture = self._appearance.picture(_SIGNS[line.kind], "soft_ink", size, ratio)
        painter.drawPixmap(area.left(), area.center().y() - size // 2, picture)

    def _paint_words(self, painter: QPainter, area: QRect, line: Line) -> None:
        look = self._appearance
        text = line.text
        if isinstance(line.value, FicheMatch):
            painter.setFont(look.font(BODY, bold=True))
            painter.setPen(look.colour("ink"))
            painter.drawText(area, _MIDDLE, line.value.code)
            area.setLeft(area.left() + look.advance(line.value.code, BODY, bold=True) + SNUG)
        painter.setFont(look.font(BODY))
        painter.setPen(look.colour("ink"))
        painter.drawText(area, _MIDDLE, look.elided(text, BODY, area.width()))
        area.setLeft(area.left() + look.advance(text, BODY) + GAP)
        if isinstance(line.value, FicheMatch) or area.width() < _LEAST_DETAIL:
            return
        painter.setFont(look.font(SMALL))
        painter.setPen(look.colour("soft_ink"))
        painter.drawText(area, _MIDDLE, look.elided(line.detail, SMALL, area.width()))


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
