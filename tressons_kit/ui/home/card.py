"""A large button that says in a few words what it leads to."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import BODY, GAP, SMALL, SNUG, TIGHT

_SIDE = 26
_WRAPPED = Qt.TextFlag.TextWordWrap
_ANY_HEIGHT = 10_000


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card shows; the drawing of a type where there is no icon."""

    title: str
    text: str = ""
    icon: str = ""
    kind: FicheType | None = None


class Card(QPushButton):
    """Shows a sign, a title and a sentence, and gets as high as they need: nothing is ever cut."""

    def __init__(self, words: CardWords, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setProperty("role", "tile")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_words(words)
        appearance.changed.connect(self.updateGeometry)

    def set_words(self, words: CardWords) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(words.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, text = self._areas(width)
        return max(title.bottom(), text.bottom(), self._appearance.pixels(_SIDE) + SNUG) + 1 + SNUG

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._appearance
        title, text = self._areas(self.width())
        painter = QPainter(self)
        self._paint_sign(painter, title)
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(BODY, bold=True))
        painter.drawText(title, _WRAPPED, self._words.title)
        painter.setPen(look.colour("soft_ink"))
        painter.setFont(look.font(SMALL))
        painter.drawText(text, _WRAPPED, self._words.text)
        painter.end()

    def _areas(self, width: int) -> tuple[QRect, QRect]:
        """Return where the title and the sentence go in a card of a width."""
        look, words = self._appearance, self._words
        side = look.pixels(_SIDE)
        left = GAP + side + SNUG
        title = self._area(words.title, QRect(left, SNUG, width - left - GAP, 0), BODY, bold=True)
        if title.height() < side:
            title.moveTop(SNUG + (side - title.height()) // 2)
        top = max(title.bottom() + 1, SNUG + side) + TIGHT
        return title, self._area(words.text, QRect(GAP, top, width - 2 * GAP, 0), SMALL, bold=False)

    def _area(self, text: str, place: QRect, size: int, *, bold: bool) -> QRect:
        if not text:
            return QRect(place.x(), place.y(), place.width(), 0)
        metrics = QFontMetrics(self._appearance.font(size, bold=bold))
        room = QRect(0, 0, max(place.width(), 1), _ANY_HEIGHT)
        height = metrics.boundingRect(room, _WRAPPED, text).height()
        return QRect(place.x(), place.y(), place.width(), height)

    def _paint_sign(self, painter: QPainter, title: QRect) -> None:
        look, words = self._appearance, self._words
        side, ratio = look.pixels(_SIDE), self.devicePixelRatioF()
        # Level with the first line of the title.
        line = look.line_height(BODY, bold=True)
        top = max(SNUG, title.top() + (line - side) // 2)
        if words.icon:
            painter.drawPixmap(GAP, top, look.picture(words.icon, "accent", side, ratio))
        elif words.kind:
            painter.drawPixmap(GAP, top, look.drawing(words.kind, side, ratio))
