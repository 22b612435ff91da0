"""Boxes to tick and choices to take in the colours of the theme: Qt's own are hard to see on dark."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import BODY, SNUG, TARGET, TIGHT

_SIDE = 18
_DOT = 0.24
_NARROWEST = 160
_WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class TickBox(QCheckBox):
    """Draws as the filters do."""

    def __init__(self, text: str, appearance: Appearance) -> None:
        super().__init__(text)
        self._appearance = appearance
        _let_wrap(self)

    def sizeHint(self) -> QSize:
        return _size(self, self._appearance)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.pixels(_NARROWEST), self._appearance.pixels(TARGET))

    def heightForWidth(self, width: int) -> int:
        return _height(self, self._appearance, width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._appearance, QPainter(self)
        box = _begin(self, look, painter)
        painter.drawRoundedRect(box, TIGHT, TIGHT)
        if self.isChecked():
            role = "on_accent" if self.isEnabled() else "surface"
            picture = look.picture("check", role, box.width(), self.devicePixelRatioF())
            painter.drawPixmap(box.topLeft(), picture)
        _write(self, look, painter)


class RadioChoice(QRadioButton):
    """One of several choices, of which one is taken."""

    def __init__(self, text: str, appearance: Appearance) -> None:
        super().__init__(text)
        self._appearance = appearance
        _let_wrap(self)

    def sizeHint(self) -> QSize:
        return _size(self, self._appearance)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.pixels(_NARROWEST), self._appearance.pixels(TARGET))

    def heightForWidth(self, width: int) -> int:
        return _height(self, self._appearance, width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._appearance, QPainter(self)
        box = _begin(self, look, painter)
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("on_accent"))
            radius = box.width() * _DOT
            painter.drawEllipse(QRectF(box).center(), radius, radius)
        _write(self, look, painter)


def _let_wrap(button: QAbstractButton) -> None:
    """Let a long label take several lines where there is no room: large letters on a small screen."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _size(button: QAbstractButton, look: Appearance) -> QSize:
    width = _words_start(look) + look.advance(button.text(), BODY) + TIGHT
    return QSize(width, look.pixels(TARGET))


def _height(button: QAbstractButton, look: Appearance, width: int) -> int:
    room = QRect(0, 0, max(width - _words_start(look), 1), 10_000)
    written = QFontMetrics(look.font(BODY)).boundingRect(room, _WRAPPED, button.text())
    return max(look.pixels(TARGET), written.height() + SNUG)


def _words_start(look: Appearance) -> int:
    return look.pixels(_SIDE) + 2 * SNUG


def _begin(button: QAbstractButton, look: Appearance, painter: QPainter) -> QRect:
    """Take the colours of the mark, and say where it is."""
    side = look.pixels(_SIDE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chosen, ground = button.isChecked(), "accent" if button.isEnabled() else "disabled"
    painter.setPen(QPen(look.colour(ground if chosen else "outline"), 1.5))
    painter.setBrush(look.colour(ground if chosen else "surface"))
    return QRect(SNUG, (button.height() - side) // 2, side, side)


def _write(button: QAbstractButton, look: Appearance, painter: QPainter) -> None:
    """Write the words beside the mark, and the ring of the focus around both."""
    painter.setFont(look.font(BODY))
    painter.setPen(look.colour("ink" if button.isEnabled() else "disabled"))
    words = button.rect().adjusted(_words_start(look), 0, 0, 0)
    painter.drawText(words, _WRAPPED, button.text())
    if button.hasFocus():
        painter.setPen(QPen(look.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(button.rect().adjusted(1, 1, -1, -1), TIGHT, TIGHT)
