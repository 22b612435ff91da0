"""The page of a fiche: text at a readable measure, pictures from the kit, links as wishes."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from html import escape

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from tressons_kit.domain.fiche import Medium
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.readable_text import QTextEdit as ReadableText
from tressons_kit.ui.reader.document import DRAWING_SCHEME
from tressons_kit.ui.reader.narrow_spaces import set_narrow_spaces
from tressons_kit.ui.reader.page_text import block_anchor
from tressons_kit.ui.reader.pictures import picture_in_page, picture_in_room
from tressons_kit.ui.theme import BODY, READING, ROOMY, SNUG, WIDE

MEASURE = 68
"""Characters a line: between 60 and 75 the eye finds the next line by itself."""

_MEDIA_SCHEME, _ICON_SCHEME = "media", "icone"
_PART_LEVEL = 2
_PASSAGE = 5
"""Words from which what is copied is a passage, which says where it comes from."""

_FRAME = 2
_DRAWING = 72


class FicheBrowser(ReadableText):
    """Shows a page; never follows a link by itself, never loads anything but the kit's media."""

    link_activated = Signal(QUrl)
    link_opened_behind = Signal(QUrl)
    pressed = Signal()
    resized = Signal()
    link_focused = Signal(QUrl)

    def __init__(
        self,
        find_medium: Callable[[str], Medium | None],
        tip_for: Callable[[str], str],
        origin: Callable[[], str],
        appearance: Appearance,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(texts, parent)
        self._find_medium, self._tip_for, self._appearance = find_medium, tip_for, appearance
        self._origin, self._note_words = origin, texts("note {}")
        self._is_stopped = False
        self._pressed_at: QPoint | None = None
        self._parts: list[tuple[int, str]] | None = None
        self._pictures: dict[tuple[str, int, str], QImage] = {}
        self._marks: Sequence[tuple[int, int]] = ()
        self._current_mark = -1
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        # Everything wraps to the column (a test holds it); a bar that comes and goes would flicker.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self.link_activated)
        self.highlighted.connect(self._on_highlighted)
        self.verticalScrollBar().valueChanged.connect(self._draw_marks)

    def show_page(self, style: str, html: str) -> None:
        """Replace the page and go to its top."""
        self._pictures.clear()
        self._marks = ()
        self._parts = None
        document = self.document()
        document.setDefaultStyleSheet(style)
        self.setHtml(html)
        # One edit: each would lay the page out again.
        edit = QTextCursor(document)
        edit.beginEditBlock()
        set_narrow_spaces(document)
        # The margin above a first paragraph is dropped: the page has its own.
        frame = document.rootFrame().frameFormat()
        frame.setTopMargin(WIDE)
        document.rootFrame().setFrameFormat(frame)
        edit.endEditBlock()
        self._set_margins()

    def stop(self) -> None:
        """Ask the kit for nothing more: Qt lays long pages out little by little, even once closed."""
        self._is_stopped = True

    def scroll_position(self) -> int:
        """Return how far the page is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def scroll_to(self, position: int) -> None:
        """Go back to a scroll position."""
        self.verticalScrollBar().setValue(position)

    def mark(self, places: Sequence[tuple[int, int]], current: int) -> None:
        """Highlight places of the document, in order; the current one more than the others."""
        self._marks, self._current_mark = places, current
        self._draw_marks()

    def reveal(self, position: int) -> None:
        """Scroll to a position of the document, unless it is in sight; the next Tab starts there."""
        self._lay_out()
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        top, height = self.cursorRect(cursor).top(), self.viewport().height()
        if not height // 12 <= top <= height * 3 // 4:
            self.scroll_to(self.scroll_position() + top - height // 3)

    def is_in_sight(self, position: int) -> bool:
        """Tell whether a position of the document is on the screen."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.viewport().rect().intersects(self.cursorRect(cursor))

    def top_position(self) -> int:
        """Return the position in the document of what is at the top of the view."""
        self._lay_out()
        return self.cursorForPosition(QPoint(0, 0)).position()

    def part_in_sight(self) -> str:
        """Return the anchor of the part that is read at the top of the view, or nothing."""
        if not self.scroll_position():
            return ""
        self._lay_out()
        if self._parts is None:
            self._parts = list(self._read_parts())
        line = self.viewport().height() // 5
        here = self.cursorForPosition(QPoint(0, line)).position()
        before = bisect_right(self._parts, here, key=lambda part: part[0])
        return self._parts[before - 1][1] if before else ""

    def link_place(self) -> QRect:
        """Return where the link that was just followed is, by the mouse or by the keyboard."""
        if self._pressed_at is not None:
            place = QRect(self._pressed_at, self._pressed_at).adjusted(-SNUG, -SNUG, SNUG, SNUG)
        else:
            place = self.cursorRect()
        return place.translated(self.viewport().pos())

    def draw(self, medium: Medium, room: QSize) -> QImage:
        """Draw a picture of the kit as large as a room allows."""
        return picture_in_room(medium, room, self.devicePixelRatioF(), self._appearance.palette)

    def column_width(self) -> int:
        """Return how wide the text is, in pixels."""
        return self._column_width()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected; a passage takes the line of its origin with it."""
        copied = super().createMimeDataFromSelection()
        text = copied.text().replace("\u200b", "")
        origin = self._origin() if len(text.split()) >= _PASSAGE else ""
        made = QMimeData()
        made.setText(f"{text}\n\n{origin}" if origin else text)
        html = copied.html()
        if origin:
            html = html.replace("</body>", f"<p>{escape(origin)}</p></body>")
        made.setHtml(html)
        return made

    def spoken_link(self, address: str, words: str) -> str:
        is_note = address.startswith("source:")
        return self._note_words.format(words) if is_note else super().spoken_link(address, words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        self._pressed_at = event.position().toPoint()
        if not self._link_behind(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        link = self._link_behind(event)
        if link:
            self.link_opened_behind.emit(QUrl(link))
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._pressed_at = None
        link = self.textCursor().charFormat().anchorHref()
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and link and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.link_opened_behind.emit(QUrl(link))
        else:
            super().keyPressEvent(event)

    def _link_behind(self, event: QMouseEvent) -> str:
        """Return the link that a middle click or a click with Ctrl is on; nothing for other clicks."""
        with_key = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle or (event.button() == Qt.MouseButton.LeftButton and with_key):
            return self.anchorAt(event.position().toPoint())
        return ""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give Qt a picture of the kit; anything else (a file, a network address) is refused."""
        url = QUrl(name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        if url.scheme() == DRAWING_SCHEME:
            look = self._appearance
            return look.drawing(FicheType(url.path()), look.pixels(_DRAWING), self.devicePixelRatioF())
        if url.scheme() == _ICON_SCHEME:
            icon, _, role = url.path().partition("/")
            side = self._appearance.pixels(BODY)
            return self._appearance.picture(icon, role, side, self.devicePixelRatioF())
        return self._picture(url.path()) if url.scheme() == _MEDIA_SCHEME else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)
        self._draw_marks()
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self._tip_for(self.anchorAt(self.viewport().mapFrom(self, event.pos())))
            if tip:
                QToolTip.showText(event.globalPos(), tip, self)
                return True
        return super().event(event)

    def _picture(self, name: str) -> QImage:
        palette, ratio = self._appearance.palette, self.devicePixelRatioF()
        # A picture as wide as the page would call for a scroll bar.
        width = self._column_width() - SNUG
        key = (name, width, palette.theme)
        if key not in self._pictures:
            medium = None if self._is_stopped else self._find_medium(name)
            drawn = picture_in_page(medium, width, ratio, palette) if medium else QImage()
            self._pictures[key] = drawn
        return self._pictures[key]

    def _read_parts(self) -> Iterator[tuple[int, str]]:
        """Read where each part of the page begins, and its anchor."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == _PART_LEVEL and (anchor := block_anchor(block)):
                yield block.position(), anchor
            block = block.next()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        moved = super().focusNextPrevChild(next)
        # Qt tells the link under the mouse, not the one that the Tab key comes to.
        self.link_focused.emit(QUrl(self.textCursor().charFormat().anchorHref() if moved else ""))
        return moved

    def _lay_out(self) -> None:
        """Place every line now: until then Qt takes some points of the page for its end."""
        self.document().documentLayout().documentSize()

    def _draw_marks(self) -> None:
        """Give Qt the marks in sight and a screen around: hundreds at once cost ten milliseconds."""
        if not self._marks:
            if self.extraSelections():
                self.setExtraSelections([])
            return
        self._lay_out()
        width, height = self.viewport().width(), self.viewport().height()
        first = self.cursorForPosition(QPoint(0, -height)).position()
        last = self.cursorForPosition(QPoint(width, 2 * height)).position()
        shown = range(
            bisect_left(self._marks, first, key=lambda place: place[1]),
            bisect_right(self._marks, last, key=lambda place: place[0]),
        )
        self.setExtraSelections([self._mark(number) for number in shown])

    def _mark(self, number: int) -> QTextEdit.ExtraSelection:
        start, end = self._marks[number]
        look, current = self._appearance, number == self._current_mark
        style = QTextCharFormat()
        style.setForeground(look.colour("mark_ink"))
        style.setBackground(look.colour("current_mark" if current else "mark"))
        if current:
            # A frame and a line under it: colour must not be the only difference.
            style.setProperty(
                QTextFormat.Property.OutlinePen.value, QPen(look.colour("mark_ink"), _FRAME)
            )
            style.setFontUnderline(True)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.document())  # type: ignore[attr-defined]  # not in annotations
        mark.cursor.setPosition(start)  # type: ignore[attr-defined]
        mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)  # type: ignore[attr-defined]
        mark.format = style  # type: ignore[attr-defined]
        return mark

    def _on_highlighted(self, url: QUrl) -> None:
        """Show a note's source as soon as the mouse or the keyboard is on its call."""
        tip = self._tip_for(url.toString())
        if tip and self.hasFocus():
            at = self.viewport().mapToGlobal(self.cursorRect().bottomRight() + QPoint(4, 4))
            QToolTip.showText(at, tip, self)

    def _column_width(self) -> int:
        metrics = QFontMetrics(self._appearance.font(READING))
        room = self.width() - 2 * ROOMY - self.verticalScrollBar().sizeHint().width()
        return max(200, min(round(metrics.averageCharWidth() * MEASURE * 1.08), room))

    def _set_margins(self) -> None:
        spare = self.width() - self._column_width() - self.verticalScrollBar().sizeHint().width()
        left = max(ROOMY, min(spare // 2, 2 * ROOMY))
        self.setViewportMargins(left, SNUG, max(ROOMY, spare - left), 0)
