"""A printed fiche laid out by Qt as one long column, and the strips that it is made of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QImage,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextListFormat,
    QTextTable,
)
from PySide6.QtSvg import QSvgRenderer

from tressons_kit.domain.fiche import Medium
from tressons_kit.exports.print_style import CHART_ACCENT, CHART_INKS, FAMILY, MILLIMETRE, TEXT
from tressons_kit.exports.printed_document import PrintedDocument
from tressons_kit.qt.printing.paging import Span, Strip

FindMedium = Callable[[str], Medium | None]

_MEDIA_SCHEME = "media:"
_PICTURE = "\ufffc"
_TALLEST_PICTURE = 130 * MILLIMETRE
_UNITS_A_PIXEL = 7.5
"""A pixel is three quarters of a point, as in a browser."""
_STRETCH_OF_BULLETS = 250
_BULLETS = {QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle}
_KEPT_WHOLE = 100 * MILLIMETRE
"""A frame or a row that is taller may be cut between two lines."""
_LEAST_LINES = 2
"""Lines of a paragraph that may stand alone at the foot or at the top of a page."""


class Pictures(QPyTextObject):
    """Draws the kit's pictures in the column: drawings stay drawings, never dots."""

    def __init__(self, find_medium: FindMedium, hue: str, width: float, parent: QObject) -> None:
        super().__init__(parent)
        self._find_medium, self._hue, self._width = find_medium, hue, width
        self._made: dict[str, QSvgRenderer | QImage] = {}

    def intrinsicSize(self, _document: QTextDocument, _position: int, style: QTextFormat) -> QSizeF:  # noqa: N802
        picture = self._picture(style)
        natural = picture.defaultSize() if isinstance(picture, QSvgRenderer) else picture.size()
        if natural.isEmpty():
            return QSizeF(0, 0)
        ratio = natural.height() / natural.width()
        width = min(self._width, natural.width() * _UNITS_A_PIXEL, _TALLEST_PICTURE / ratio)
        return QSizeF(width, width * ratio)

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        style: QTextFormat,
    ) -> None:
        picture = self._picture(style)
        if isinstance(picture, QSvgRenderer):
            picture.render(painter, rect)
        elif not picture.isNull():
            painter.drawImage(rect, picture)

    def _picture(self, style: QTextFormat) -> QSvgRenderer | QImage:
        name = style.toImageFormat().name().removeprefix(_MEDIA_SCHEME)
        if name not in self._made:
            medium = self._find_medium(name)
            if medium is None:
                self._made[name] = QImage()
            elif medium.mime == "image/svg+xml":
                self._made[name] = QSvgRenderer(QByteArray(self._on_paper(medium.data)))
            else:
                self._made[name] = QImage.fromData(medium.data)
        return self._made[name]

    def _on_paper(self, svg: bytes) -> bytes:
        """Put the colours of paper in place of those that charts are always written with."""
        for written, printed in (*CHART_INKS.items(), (CHART_ACCENT, self._hue)):
            svg = svg.replace(written.encode(), printed.encode())
        return svg


def lay_out(printed: PrintedDocument, find_medium: FindMedium, width: float) -> QTextDocument:
    """Lay a fiche out in a column of that width, in the units of `print_style`."""
    document = QTextDocument()
    font = QFont(FAMILY)
    font.setPixelSize(TEXT)
    # Letters as wide as they were drawn, not as a screen would show them.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document.setDefaultFont(font)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setIndentWidth(200)
    document.setDefaultStyleSheet(printed.style)
    document.documentLayout().registerHandler(
        QTextFormat.ObjectTypes.ImageObject.value, Pictures(find_medium, printed.hue, width, document)
    )
    document.setHtml(printed.html)
    _set_bullets_apart(document)
    document.setTextWidth(width)
    return document


def _set_bullets_apart(document: QTextDocument) -> None:
    """Widen the space after the sign of a list: Qt makes it as wide as a space between two words."""
    wider = QTextCharFormat()
    wider.setFontStretch(_STRETCH_OF_BULLETS)
    block = document.begin()
    while block.isValid():
        listed = block.textList()
        if listed and listed.format().style() in _BULLETS:
            QTextCursor(block).mergeBlockCharFormat(wider)
        block = block.next()


def strips(document: QTextDocument) -> list[Strip]:
    """Return the strips of a column, from top to bottom."""
    document.documentLayout().documentSize()  # places every line
    found: list[Strip] = []
    for group in _groups(document, document.rootFrame().begin()):
        found += group
    return found


def part_paragraphs(document: QTextDocument, cuts: Sequence[float]) -> None:
    """Make two paragraphs of each one that a page cuts; nothing moves.

    Qt draws the line above too when it draws a paragraph from one of its lines: the clip hides it, but
    who copies the page, or has it read aloud, would find it there.
    """
    cursor = QTextCursor(document)
    for position in sorted(_cut_positions(document, cuts), reverse=True):
        cursor.setPosition(position)
        cursor.insertBlock()
        _adjust(cursor.block().previous(), bottom=True)
        _adjust(cursor.block(), bottom=False)
        listed = cursor.block().textList()
        if listed:
            # Not another item: its text goes on, without a sign of its own.
            listed.remove(cursor.block())


def _cut_positions(document: QTextDocument, cuts: Sequence[float]) -> Iterator[int]:
    block = document.begin()
    while block.isValid():
        middles = [(top + bottom) / 2 for top, bottom in _lines(document, block)]
        for number, (above, here) in enumerate(pairwise(middles), start=1):
            if any(above < cut <= here for cut in cuts):
                yield block.position() + block.layout().lineAt(number).textStart()
        block = block.next()


def _adjust(block: QTextBlock, *, bottom: bool) -> None:
    style = block.blockFormat()
    (style.setBottomMargin if bottom else style.setTopMargin)(0)
    QTextCursor(block).setBlockFormat(style)


def _groups(document: QTextDocument, content: QTextFrame.iterator) -> Iterator[list[Strip]]:
    """Give the strips of each paragraph, picture and table, in order."""
    hangs_on = False
    while not content.atEnd():
        frame, block = content.currentFrame(), content.currentBlock()
        group: list[Strip] = []
        if isinstance(frame, QTextTable):
            group = _table_strips(document, frame)
        elif block.isValid() and block.text().strip():
            group = _block_strips(document, block)
        if group:
            yield [replace(group[0], hangs_on=hangs_on), *group[1:]]
            hangs_on = block.isValid() and _leads(block)
        content += 1


def _leads(block: QTextBlock) -> bool:
    """Tell whether a paragraph announces the next one: a heading, « les voici : »."""
    return block.blockFormat().headingLevel() > 0 or block.text().rstrip().endswith(":")


def _lines(document: QTextDocument, block: QTextBlock) -> list[Span]:
    box = document.documentLayout().blockBoundingRect(block)
    layout = block.layout()
    start = box.top() - layout.boundingRect().top()
    lines = (layout.lineAt(number).rect() for number in range(layout.lineCount()))
    return [(start + line.top(), start + line.bottom()) for line in lines]


def _block_strips(document: QTextDocument, block: QTextBlock) -> list[Strip]:
    lines = _lines(document, block)
    if _PICTURE in block.text():
        # A picture and what is written under it.
        return [Strip(lines[0][0], lines[-1][1])]
    last = len(lines) - _LEAST_LINES
    return [
        Strip(top, bottom, hangs_on=0 < number < _LEAST_LINES or number > max(last, 0))
        for number, (top, bottom) in enumerate(lines)
    ]


def _table_strips(document: QTextDocument, table: QTextTable) -> list[Strip]:
    edges = _row_edges(document, table)
    heads = table.format().toTableFormat().headerRowCount()
    header = (edges[0], edges[heads]) if 0 < heads < table.rows() else None
    found: list[Strip] = []
    for row, (top, bottom) in enumerate(pairwise(edges)):
        # A row alone under its header, or a last row alone on a page, says nothing of its table.
        alone = row in {heads + 1, table.rows() - 1} if header else False
        strip = Strip(top, bottom, 0 < row <= heads or alone, header if row >= heads else None)
        found += [strip] if bottom - top <= _KEPT_WHOLE else _row_strips(document, table, row, strip)
    return found


def _row_edges(document: QTextDocument, table: QTextTable) -> list[float]:
    """Return where each row starts, and where the last one ends."""
    box = document.documentLayout().frameBoundingRect(table)
    bottom = box.bottom() - table.format().toTableFormat().bottomMargin()
    edges = []
    for row in range(table.rows()):
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        edges.append(
            min(
                _lines(document, cell.firstCursorPosition().block())[0][0]
                - cell.format().toTableCellFormat().topPadding()
                for cell in cells
            )
        )
    return [*edges, bottom]


def _row_strips(document: QTextDocument, table: QTextTable, row: int, whole: Strip) -> list[Strip]:
    """Cut a tall row between lines, where no cell has a line."""
    spans: list[Span] = []
    for column in range(table.columns()):
        for group in _groups(document, table.cellAt(row, column).begin()):
            spans += [(strip.top, strip.bottom) for strip in group]
    merged: list[Span] = []
    for top, bottom in sorted(spans):
        if merged and top < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(bottom, merged[-1][1]))
        else:
            merged.append((top, bottom))
    tops = [whole.top, *(top for top, _ in merged[1:])]
    bottoms = [*tops[1:], whole.bottom]
    last = len(merged) - 1
    return [
        replace(
            whole,
            top=top,
            bottom=bottom,
            hangs_on=number in {1, last} or (whole.hangs_on and not number),
        )
        for number, (top, bottom) in enumerate(zip(tops, bottoms, strict=True))
    ]
