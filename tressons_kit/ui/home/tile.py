"""A button of one line: a label, and how many fiches it leads to."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from tressons_kit.foundation.texts import Texts, number
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import BODY, GAP, SNUG, TARGET

_WRAPPED = Qt.TextFlag.TextWordWrap
_ANY_HEIGHT = 10_000


class Tile(QPushButton):
    """A label and a count; the label wraps where it has no room."""

    def __init__(
        self,
        label: str,
        count: int,
        appearance: Appearance,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label, self._count, self._appearance = label, number(count, texts), appearance
        self.setProperty("role", "tile")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        fiches = texts.plural("{} fiche", "{} fiches", count).format(number(count, texts))
        self.setAccessibleName(f"{label}, {fiches}")
        appearance.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(self._label_area(width).width(), 1), _ANY_HEIGHT)
        metrics = QFontMetrics(self._appearance.font(BODY))
        label = metrics.boundingRect(room, _WRAPPED, self._label).height()
        return max(self._appearance.pixels(TARGET), label + SNUG) + SNUG // 2

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, flags = self._appearance, Qt.AlignmentFlag
        painter = QPainter(self)
        painter.setFont(look.font(BODY, bold=True))
        painter.setPen(look.colour("accent"))
        area = self.rect().adjusted(GAP, 0, -GAP, 0)
        painter.drawText(area, flags.AlignVCenter | flags.AlignRight, self._count)
        painter.setFont(look.font(BODY))
        painter.setPen(look.colour("ink"))
        painter.drawText(self._label_area(self.width()), flags.AlignVCenter | _WRAPPED, self._label)
        painter.end()

    def _label_area(self, width: int) -> QRect:
        taken = self._appearance.advance(self._count, BODY, bold=True) + SNUG
        return QRect(GAP, 0, width - 2 * GAP - taken, self.height())
