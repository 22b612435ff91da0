"""What stands above a column: which fiche it is, where, how fresh; a way to open it or take it away."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from tressons_kit.domain.comparison import ComparedFiche
from tressons_kit.domain.freshness import Freshness
from tressons_kit.foundation.freshness_words import freshness_status, freshness_tag
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.freshness_signs import FRESHNESS_SIGNS
from tressons_kit.ui.theme import GAP, ICON, READING, SMALL, SNUG, TARGET, TIGHT

_TITLE_LINES = 2


class ColumnHead(QPushButton):
    """Says when its fiche should be opened or taken away, and when the focus comes to it."""

    removed = Signal()
    focused = Signal()

    def __init__(
        self,
        column: ComparedFiche,
        freshness: Freshness | None,
        appearance: Appearance,
        texts: Texts,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._column, self._freshness = column, freshness
        self._appearance, self._texts = appearance, texts
        self._compact = False
        self.setProperty("role", "tile")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        fiche = column.fiche
        self.setToolTip(texts("{} · {}\nOuvrir la fiche").format(fiche.code, fiche.title))
        self.remove = QToolButton(self)
        self.remove.setProperty("role", "quiet")
        name = texts("Retirer {} de la comparaison (Suppr)").format(fiche.code)
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(name)
        self.remove.clicked.connect(self.removed)
        self.redraw()

    def name(self, position: int, count: int) -> None:
        """Tell a screen reader which column it is, and what its fiche is."""
        fiche, texts = self._column.fiche, self._texts
        fresh = freshness_status(self._freshness, texts) if self._freshness else ""
        where = texts("colonne {} sur {}").format(position, count)
        parts = (fiche.code, fiche.title, self._column.place, fresh, where)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setAccessibleDescription(texts("Entrée ouvre la fiche, Suppr la retire."))

    def set_compact(self, *, compact: bool) -> None:
        """Keep one line of the title only, where the screen is low."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def redraw(self) -> None:
        """Follow the theme and the text size."""
        look = self._appearance
        self.remove.setIcon(look.icon("x"))
        self.remove.setFixedSize(look.pixels(TARGET), look.pixels(TARGET))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._appearance
        title = look.line_height(READING, bold=True)
        place = look.line_height(SMALL) + TIGHT
        lines = title if self._compact else _TITLE_LINES * title + place
        return QSize(200, look.line_height(SMALL, bold=True) + TIGHT + lines + 2 * SNUG)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.remove.move(self.width() - self.remove.width() - 2, 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.remove.isEnabled():
            self.removed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._appearance
        painter = QPainter(self)
        area = self.rect().adjusted(GAP, SNUG, -GAP, -SNUG)
        top = self._paint_code(painter, area) + TIGHT
        painter.setFont(look.font(READING, bold=True))
        painter.setPen(look.colour("ink"))
        for line in self._title_lines(area.width()):
            painter.drawText(area.left(), top + painter.fontMetrics().ascent(), line)
            top += look.line_height(READING, bold=True)
        if not self._compact and self._column.place:
            painter.setFont(look.font(SMALL))
            painter.setPen(look.colour("soft_ink"))
            shown = look.elided(self._column.place, SMALL, area.width())
            painter.drawText(area.left(), top + TIGHT + painter.fontMetrics().ascent(), shown)
        painter.end()

    def _paint_code(self, painter: QPainter, area: QRect) -> int:
        """Draw the code in the hue of its type, then the freshness; return where the line ends."""
        look, fiche = self._appearance, self._column.fiche
        height = look.line_height(SMALL, bold=True)
        pill = QRect(area.topLeft(), QSize(look.advance(fiche.code, SMALL, bold=True) + GAP, height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.palette.type_colour(fiche.type)))
        painter.drawRoundedRect(pill, TIGHT, TIGHT)
        painter.setFont(look.font(SMALL, bold=True))
        painter.setPen(look.colour("surface"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, fiche.code)
        if self._freshness:
            icon, role = FRESHNESS_SIGNS[self._freshness.state]
            side = look.pixels(SMALL)
            at = QPoint(pill.right() + SNUG, area.top() + (height - side) // 2)
            painter.drawPixmap(at, look.picture(icon, role, side, self.devicePixelRatioF()))
            painter.setFont(look.font(SMALL))
            painter.setPen(look.colour(role))
            words = freshness_tag(self._freshness, self._texts)
            room = area.right() - look.pixels(ICON) - at.x() - side - TIGHT
            baseline = area.top() + painter.fontMetrics().ascent()
            painter.drawText(at.x() + side + TIGHT, baseline, look.elided(words, SMALL, room))
        return area.top() + height

    def _title_lines(self, width: int) -> list[str]:
        """Cut the title into the lines that there is room for, the last one with an ellipsis."""
        look, title = self._appearance, self._column.fiche.title
        font = look.font(READING, bold=True)
        wanted = 1 if self._compact else _TITLE_LINES
        layout = QTextLayout(title, font)
        layout.beginLayout()
        lines: list[str] = []
        while len(lines) < wanted and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, end = line.textStart(), line.textStart() + line.textLength()
            rest = title[start:] if len(lines) == wanted - 1 else title[start:end].rstrip()
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
        layout.endLayout()
        return lines
