"""The pages of a fiche painted on whatever takes pages: a PDF, a printer, the preview of one."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
)

from tressons_kit.exports.print_style import (
    FAMILY,
    INCH,
    INK,
    LINE,
    MILLIMETRE,
    SOFT_INK,
    TINY,
)
from tressons_kit.exports.printed_document import PrintedDocument
from tressons_kit.qt.printing.column import FindMedium, lay_out, part_paragraphs, strips
from tressons_kit.qt.printing.paging import Page, Span, cut_into_pages

SIDE, TOP, BOTTOM = 20 * MILLIMETRE, 26 * MILLIMETRE, 23 * MILLIMETRE
"""Margins of the text; the head and the foot stand in the upper and the lower one."""
_HEAD, _FOOT = 14 * MILLIMETRE, 13 * MILLIMETRE
_GAP = 6 * MILLIMETRE
_HAIR, _RULE = 5, 15
_EDGE = 1
"""What is kept off a cut, so that no line is drawn on both sides of it."""


class PrintJob:
    """A fiche, ready to be painted on pages of one size (in tenths of a point)."""

    def __init__(
        self, printed: PrintedDocument, find_medium: FindMedium, width: float, height: float
    ) -> None:
        self._printed, self._width, self._height = printed, width, height
        self._column: QTextDocument = lay_out(printed, find_medium, width - 2 * SIDE)
        room = height - TOP - BOTTOM
        cuts = [page.top for page in cut_into_pages(strips(self._column), room)]
        part_paragraphs(self._column, cuts)
        self.pages: list[Page] = cut_into_pages(strips(self._column), room)

    def paint(self, device: QPagedPaintDevice, resolution: int, first: int = 1, last: int = 0) -> bool:
        """Paint the pages from `first` to `last` (0: to the end) on a device of that resolution.

        Return whether the device took them: a printer may be off, or gone.
        """
        painter = QPainter()
        if not painter.begin(device):
            return False
        try:
            painter.scale(resolution / INCH, resolution / INCH)
            numbered = list(enumerate(self.pages, start=1))[first - 1 : last or None]
            for number, page in numbered:
                if number != numbered[0][0]:
                    device.newPage()
                self._paint_page(painter, number, page)
        finally:
            painter.end()
        return True

    def _paint_page(self, painter: QPainter, number: int, page: Page) -> None:
        self._paint_head(painter, *(self._printed.head if number > 1 else self._printed.first_head))
        self._paint_foot(painter, number)
        top = TOP
        if page.header:
            self._paint_span(painter, page.header, top)
            top += page.header[1] - page.header[0]
        self._paint_span(painter, (page.top, page.bottom), top)

    def _paint_span(self, painter: QPainter, span: Span, at: float) -> None:
        box = QRectF(0, span[0], self._width - 2 * SIDE, span[1] - span[0])
        painter.save()
        painter.translate(QPointF(SIDE, at - span[0]))
        painter.setClipRect(box)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = box.adjusted(0, _EDGE, 0, -_EDGE)  # type: ignore[attr-defined]  # not in annotations
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(INK))
        context.palette = palette  # type: ignore[attr-defined]
        self._column.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_head(self, painter: QPainter, left: str, right: str) -> None:
        self._paint_words(painter, _HEAD, left, right)
        painter.setPen(QPen(QColor(self._printed.hue), _RULE))
        line = _HEAD + 2.2 * MILLIMETRE
        painter.drawLine(QPointF(SIDE, line), QPointF(self._width - SIDE, line))

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        base = self._height - _FOOT
        where = self._printed.page_words.format(number, len(self.pages))
        painter.setPen(QPen(QColor(LINE), _HAIR))
        line = base - 5 * MILLIMETRE
        painter.drawLine(QPointF(SIDE, line), QPointF(self._width - SIDE, line))
        self._paint_words(painter, base, self._printed.foot, f"{self._printed.code} · {where}")

    def _paint_words(self, painter: QPainter, baseline: float, left: str, right: str) -> None:
        """Write at both ends of a line; the left one is cut if they would meet."""
        font = QFont(FAMILY)
        font.setPixelSize(TINY)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        painter.setFont(font)
        painter.setPen(QColor(SOFT_INK))
        metrics = QFontMetricsF(font)
        edge = self._width - SIDE - metrics.horizontalAdvance(right)
        room = edge - SIDE - _GAP
        painter.drawText(
            QPointF(SIDE, baseline), metrics.elidedText(left, Qt.TextElideMode.ElideRight, room)
        )
        painter.drawText(QPointF(edge, baseline), right)
