"""A large button that shows what one kind of fiche is, and how many there are."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import BODY, GAP, HEADING, SNUG

_DRAWING = 40


class Tile(QPushButton):
    """A count and a label, with the sign of a type where there is one."""

    def __init__(
        self,
        label: str,
        count: int,
        appearance: Appearance,
        texts: Texts,
        kind: FicheType | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label, self._count, self._kind, self._appearance = label, count, kind, appearance
        self._texts = texts
        self.setProperty("role", "tile")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        fiches = texts.plural("{} fiche", "{} fiches", count).format(number(count, texts))
        self.setAccessibleName(f"{label}, {fiches}")

    def sizeHint(self) -> QSize:
        look = self._appearance
        height = look.line_height(BODY) + 2 * SNUG
        if self._kind:
            height = look.line_height(HEADING, bold=True) + look.line_height(BODY) + 2 * SNUG
        return QSize(120, max(height, 36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self._kind:
            self._paint_type(painter, self._kind)
        else:
            self._paint_line(painter)
        painter.end()

    def _paint_type(self, painter: QPainter, kind: FicheType) -> None:
        look = self._appearance
        hue = look.palette.type_colour(kind)
        size = look.pixels(_DRAWING)
        drawing = look.drawing(kind, size, self.devicePixelRatioF())
        painter.drawPixmap(GAP, (self.height() - size) // 2, drawing)
        area = self.rect().adjusted(GAP + size + GAP, SNUG - 1, -SNUG, -SNUG)
        painter.setFont(look.font(HEADING, bold=True))
        painter.setPen(QColor(hue))
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, number(self._count, self._texts))
        self._paint_label(painter, area, Qt.AlignmentFlag.AlignBottom)

    def _paint_line(self, painter: QPainter) -> None:
        look = self._appearance
        area = self.rect().adjusted(GAP, 0, -GAP, 0)
        font = look.font(BODY, bold=True)
        painter.setFont(font)
        painter.setPen(look.colour("accent"))
        count = number(self._count, self._texts)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        area.setRight(area.right() - QFontMetrics(font).horizontalAdvance(count) - SNUG)
        self._paint_label(painter, area, Qt.AlignmentFlag.AlignVCenter)

    def _paint_label(self, painter: QPainter, area: QRect, align: Qt.AlignmentFlag) -> None:
        look = self._appearance
        painter.setFont(look.font(BODY))
        painter.setPen(look.colour("ink"))
        label = painter.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, align, label)
