"""The themes to choose from, each with a small picture of what it looks like."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.settings.one_of_several import OneOfSeveral
from tressons_kit.ui.theme import (
    BODY,
    DARK,
    GAP,
    LIGHT,
    PALETTES,
    RADIUS,
    SNUG,
    TARGET,
    TIGHT,
    Palette,
    ThemeChoice,
)

_WIDTH, _HEIGHT, _MARK = 116, 72, 16
_LINES = ((0.34, "ink", 0.30), (0.52, "soft_ink", 0.62), (0.66, "soft_ink", 0.50))
"""The lines of text of a picture: how far down, in which colour, how long."""


class ThemeCards(QWidget):
    """Says which theme was chosen."""

    chosen = Signal(ThemeChoice)

    def __init__(self, appearance: Appearance, texts: Texts) -> None:
        super().__init__()
        self.setAccessibleName(texts("Thème"))
        self._appearance = appearance
        self._group = OneOfSeveral(self)
        row = FlowLayout(self, spacing=SNUG)
        self.cards: dict[ThemeChoice, ThemeCard] = {}
        for choice, label in theme_labels(texts).items():
            card = ThemeCard(choice, label, appearance)
            card.toggled.connect(lambda on, choice=choice: self.chosen.emit(choice) if on else None)
            row.addWidget(card)
            self._group.addButton(card)
            self.cards[choice] = card
        self._group.take(self.cards[appearance.choice])
        appearance.changed.connect(self._follow)

    def _follow(self) -> None:
        self.cards[self._appearance.choice].setChecked(True)


class ThemeCard(QRadioButton):
    """A window in small, and the name of its theme under it."""

    def __init__(self, choice: ThemeChoice, label: str, appearance: Appearance) -> None:
        super().__init__(label)
        self._choice, self._appearance = choice, appearance

    def sizeHint(self) -> QSize:
        look = self._appearance
        name = look.advance(self.text(), BODY, bold=True) + look.pixels(_MARK) + TIGHT
        width = max(look.pixels(_WIDTH), name) + 2 * SNUG
        return QSize(width, look.pixels(_HEIGHT) + look.pixels(TARGET) + SNUG)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._appearance, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ring = "focus" if self.hasFocus() else "accent" if self.isChecked() else ""
        if ring or self.underMouse():
            painter.setPen(QPen(look.colour(ring), 2) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_tint" if self.isChecked() else "hover"))
            painter.drawRoundedRect(around, RADIUS, RADIUS)
        picture = QRectF(SNUG, SNUG, self.width() - 2 * SNUG, look.pixels(_HEIGHT) - SNUG)
        self._paint_pictures(painter, picture)
        words = self.rect().adjusted(0, round(picture.bottom()), 0, 0)
        self._write_name(painter, words.height(), round(picture.bottom()))

    def _write_name(self, painter: QPainter, height: int, top: int) -> None:
        look, chosen = self._appearance, self.isChecked()
        mark = look.pixels(_MARK) if chosen else 0
        width = look.advance(self.text(), BODY, bold=chosen)
        left = (self.width() - width - (mark + TIGHT if chosen else 0)) // 2
        if chosen:
            # The ring is not enough for who does not see its colour.
            picture = look.picture("check", "accent", mark, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(left, top + (height - mark) // 2), picture)
            left += mark + TIGHT
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(BODY, bold=chosen))
        painter.drawText(left, top, width + SNUG, height, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_pictures(self, painter: QPainter, area: QRectF) -> None:
        if self._choice is not ThemeChoice.SYSTEM:
            _paint_window(painter, area, PALETTES[self._choice])
            return
        # As the computer says: by day, and by night.
        _paint_window(painter, area, LIGHT)
        night = QPainterPath(area.topRight())
        night.lineTo(area.bottomRight())
        night.lineTo(area.bottomLeft())
        night.closeSubpath()
        painter.save()
        painter.setClipPath(night)
        _paint_window(painter, area, DARK)
        painter.restore()


def theme_labels(texts: Texts) -> dict[ThemeChoice, str]:
    """Return the name of each theme."""
    return {
        ThemeChoice.SYSTEM: texts("Comme l’ordinateur"),
        ThemeChoice.LIGHT: texts("Clair"),
        ThemeChoice.DARK: texts("Sombre"),
        ThemeChoice.HIGH_CONTRAST: texts("Contraste élevé"),
    }


def _paint_window(painter: QPainter, area: QRectF, palette: Palette) -> None:
    painter.setPen(QPen(QColor(palette.outline), 1))
    painter.setBrush(QColor(palette.paper))
    painter.drawRoundedRect(area, RADIUS / 2, RADIUS / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    left, width = area.x() + GAP, area.width() - 2 * GAP
    stroke = max(area.height() * 0.07, 3.0)
    painter.setBrush(QColor(palette.accent))
    painter.drawRoundedRect(QRectF(left, area.y() + area.height() * 0.14, stroke * 3, stroke), 2, 2)
    for down, role, share in _LINES:
        painter.setBrush(QColor(getattr(palette, role)))
        top = area.y() + area.height() * down
        painter.drawRoundedRect(QRectF(left, top, width * share, stroke), 2, 2)
    painter.setBrush(QColor(palette.mark))
    painter.drawRect(QRectF(left, area.y() + area.height() * 0.80, width * 0.24, stroke))
