"""Draws a result: code and type, title, place, and two lines of summary or excerpt."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tressons_kit.domain.fiche import FicheCard
from tressons_kit.domain.freshness import Freshness
from tressons_kit.domain.query import Excerpt
from tressons_kit.foundation.freshness_words import freshness_tag
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.freshness_signs import FRESHNESS_SIGNS
from tressons_kit.ui.library.results_model import (
    CARD_ROLE,
    EXCERPT_ROLE,
    FRESHNESS_ROLE,
    MISSING_ROLE,
    ResultsModel,
)
from tressons_kit.ui.theme import BODY, GAP, ICON, READING, SMALL, SNUG, TIGHT

AnyIndex = QModelIndex | QPersistentModelIndex
_LINES = 2


class CardDelegate(QStyledItemDelegate):
    """Draws cards of one height, so that ten thousand of them scroll like ten."""

    def __init__(
        self, appearance: Appearance, model: ResultsModel, texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._model, self._texts = model, texts

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        look = self._appearance
        height = (
            2 * GAP
            + look.line_height(SMALL, bold=True)
            + TIGHT
            + look.line_height(READING, bold=True)
            + TIGHT
            + _LINES * look.line_height(BODY)
        )
        return QSize(240, height)

    def mark_box(self, card: QRect) -> QRect:
        """Return where the box that marks a card is, at the end of its title."""
        look = self._appearance
        side = look.pixels(ICON)
        title = card.top() + GAP + look.line_height(SMALL, bold=True) + TIGHT
        top = title + (look.line_height(READING, bold=True) - side) // 2
        return QRect(card.right() - GAP - side, top, side, side)

    def mark_target(self, card: QRect) -> QRect:
        """Return where a click marks a card: wider than the box, hands are not all steady."""
        return self.mark_box(card).adjusted(-SNUG, -SNUG, GAP, SNUG)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing from Qt's annotations
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        self._paint_ground(painter, rect, state)
        card: FicheCard | None = index.data(CARD_ROLE)
        if card is not None:
            area = rect.adjusted(GAP + TIGHT, GAP, -GAP, -GAP)
            top = self._paint_meta(painter, area, card, index)
            title = area.adjusted(0, 0, -self._appearance.pixels(ICON) - SNUG, 0)
            top = self._paint_title(painter, title, top, card.title)
            self._paint_box(painter, rect, state, marked=self._model.is_marked(card))
            excerpt: Excerpt | None = index.data(EXCERPT_ROLE)
            self._paint_text(painter, area, top, excerpt or Excerpt(card.summary))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        look = self._appearance
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, look.colour("accent_tint"))
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), look.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        painter.setPen(QPen(look.colour("line")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_meta(self, painter: QPainter, area: QRect, card: FicheCard, index: AnyIndex) -> int:
        look = self._appearance
        height = look.line_height(SMALL, bold=True)
        hue = QColor(look.palette.type_colour(card.type))
        pill = QRect(area.topLeft(), QSize(look.advance(card.code, SMALL, bold=True) + 12, height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hue)
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(look.font(SMALL, bold=True))
        painter.setPen(look.colour("surface"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, card.code)
        painter.setPen(hue)
        left = pill.right() + SNUG
        kind = self._model.type_label(card)
        _draw_line(painter, QPoint(left, area.top()), kind)
        left += look.advance(kind, SMALL, bold=True) + GAP
        painter.setFont(look.font(SMALL))
        painter.setPen(look.colour("soft_ink"))
        line = QRect(area.left(), area.top(), area.width(), height)
        line.setRight(self._paint_freshness(painter, line, index.data(FRESHNESS_ROLE)))
        right = self._paint_missing(painter, left, line, index.data(MISSING_ROLE))
        place = look.elided(card.place, SMALL, right - left)
        _draw_line(painter, QPoint(left, area.top()), place)
        return area.top() + height + TIGHT

    def _paint_freshness(self, painter: QPainter, line: QRect, freshness: Freshness | None) -> int:
        """Draw a sign and a few words at the end of the line; return where they begin."""
        if freshness is None:
            return line.right()
        look = self._appearance
        icon, role = FRESHNESS_SIGNS[freshness.state]
        words = freshness_tag(freshness, self._texts)
        side = look.pixels(SMALL)
        start = line.right() - look.advance(words, SMALL)
        painter.setPen(look.colour(role))
        _draw_line(painter, QPoint(start, line.top()), words)
        start -= side + TIGHT
        sign = look.picture(icon, role, side, painter.device().devicePixelRatio())
        painter.drawPixmap(QPoint(start, line.top() + (line.height() - side) // 2), sign)
        painter.setPen(look.colour("soft_ink"))
        return start - SNUG

    def _paint_box(
        self, painter: QPainter, card: QRect, state: QStyle.StateFlag, *, marked: bool
    ) -> None:
        """Draw the box that marks a card where it may be wanted: here, or as soon as one is marked."""
        here = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        if not (marked or state & here or self._model.has_marks):
            return
        look, box = self._appearance, self.mark_box(card)
        painter.setPen(QPen(look.colour("accent" if marked else "outline"), 1.5))
        painter.setBrush(look.colour("accent" if marked else "surface"))
        painter.drawRoundedRect(box, TIGHT, TIGHT)
        if marked:
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(box.topLeft(), look.picture("check", "on_accent", box.width(), ratio))

    def _paint_missing(self, painter: QPainter, left: int, area: QRect, missing: str) -> int:
        """Draw the words that a fiche has not at the end of the line; return where they begin."""
        if not missing:
            return area.right()
        look = self._appearance
        shown = look.elided(missing, SMALL, area.right() - left)
        start = area.right() - look.advance(shown, SMALL)
        _draw_line(painter, QPoint(start, area.top()), shown)
        return start - SNUG

    def _paint_title(self, painter: QPainter, area: QRect, top: int, title: str) -> int:
        look = self._appearance
        painter.setFont(look.font(READING, bold=True))
        painter.setPen(look.colour("ink"))
        shown = look.elided(title, READING, area.width(), bold=True)
        _draw_line(painter, QPoint(area.left(), top), shown)
        return top + look.line_height(READING, bold=True) + TIGHT

    def _paint_text(self, painter: QPainter, area: QRect, top: int, excerpt: Excerpt) -> None:
        look = self._appearance
        painter.setPen(look.colour("soft_ink"))
        height = look.line_height(BODY)
        layout = self._layout(excerpt)
        layout.beginLayout()
        for number in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            at = QPointF(area.left(), top + number * height)
            cut = line.textStart() + line.textLength() < len(excerpt.text)
            if number == _LINES - 1 and cut:
                self._paint_rest(painter, at, area.width(), excerpt, line.textStart())
            else:
                line.draw(painter, at - QPointF(0, line.y()))
        layout.endLayout()

    def _paint_rest(
        self, painter: QPainter, at: QPointF, width: int, excerpt: Excerpt, start: int
    ) -> None:
        """Draw what is left of a text on one line, cut with an ellipsis, marks kept."""
        shown = QFontMetrics(self._appearance.font(BODY)).elidedText(
            excerpt.text[start:], Qt.TextElideMode.ElideRight, width
        )
        marks = tuple(
            (max(first - start, 0), min(last - start, len(shown) - 1))
            for first, last in excerpt.marks
            if last > start and first - start < len(shown) - 1
        )
        layout = self._layout(Excerpt(shown, marks))
        layout.beginLayout()
        line = layout.createLine()
        # Wider than the text: the ellipsis must not wrap.
        line.setLineWidth(2 * width)
        line.draw(painter, at)
        layout.endLayout()

    def _layout(self, excerpt: Excerpt) -> QTextLayout:
        layout = QTextLayout(excerpt.text, self._appearance.font(BODY))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setFormats([self._mark(start, end) for start, end in excerpt.marks])
        return layout

    def _mark(self, start: int, end: int) -> QTextLayout.FormatRange:
        look = self._appearance
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = start, end - start  # type: ignore[attr-defined]
        style = QTextCharFormat()
        style.setBackground(look.colour("mark"))
        style.setForeground(look.colour("mark_ink"))
        mark.format = style  # type: ignore[attr-defined]
        return mark


def _draw_line(painter: QPainter, at: QPoint, text: str) -> None:
    """Draw one line from its top left corner."""
    painter.drawText(at.x(), at.y() + painter.fontMetrics().ascent(), text)
