"""A box to tick in the colours of the theme: Qt's own has no visible outline on a dark ground."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import BODY, SNUG, TARGET, TIGHT

_SIDE = 18


class TickBox(QCheckBox):
    """Draws as the filters do."""

    def __init__(self, text: str, appearance: Appearance) -> None:
        super().__init__(text)
        self._appearance = appearance

    def sizeHint(self) -> QSize:
        look = self._appearance
        width = look.pixels(_SIDE) + 2 * SNUG + look.advance(self.text(), BODY) + TIGHT
        return QSize(width, look.pixels(TARGET))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, side = self._appearance, self._appearance.pixels(_SIDE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(SNUG, (self.height() - side) // 2, side, side)
        chosen, usable = self.isChecked(), self.isEnabled()
        ground = "accent" if usable else "disabled"
        painter.setPen(QPen(look.colour(ground if chosen else "outline"), 1.5))
        painter.setBrush(look.colour(ground if chosen else "surface"))
        painter.drawRoundedRect(box, TIGHT, TIGHT)
        if chosen:
            picture = look.picture(
                "check", "on_accent" if usable else "surface", side, self.devicePixelRatioF()
            )
            painter.drawPixmap(box.topLeft(), picture)
        painter.setFont(look.font(BODY))
        painter.setPen(look.colour("ink" if usable else "disabled"))
        words = self.rect().adjusted(box.right() + SNUG, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), TIGHT, TIGHT)
