"""The card of a note: what its source is, where it is called, and what one can do with it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.fiche import Source
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.tab_loop import step_inside
from tressons_kit.ui.theme import BODY, GAP, SNUG, TIGHT

_WIDTH = 380


class NoteCard(QFrame):
    """Opens beside a call and takes the focus; Échap gives it back."""

    sources_requested = Signal(int)
    citation_requested = Signal(int)
    closed = Signal()

    def __init__(self, appearance: Appearance, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance, self._texts, self._page = appearance, texts, parent
        self._number = 0
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading, self._title, self._about = QLabel(), QLabel(), QLabel()
        self._heading.setProperty("role", "small")
        self._about.setProperty("role", "soft")
        for label in (self._heading, self._title, self._about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._close = QToolButton()
        self._close.setProperty("role", "quiet")
        self._close.setToolTip(texts("Fermer (Échap)"))
        self._close.setAccessibleName(texts("Fermer la note"))
        self._go = QPushButton(texts("Aller aux sources"))
        self._copy = QPushButton(texts("Copier la référence"))
        for button in (self._go, self._copy):
            # Out of a dialog, Entrée would do nothing.
            button.setAutoDefault(True)
        self._build()
        self._go.clicked.connect(lambda: self._choose(self.sources_requested))
        self._copy.clicked.connect(lambda: self._choose(self.citation_requested))
        self._close.clicked.connect(self.close_card)
        self.hide()

    def show_source(self, source: Source, call: QRect) -> None:
        """Show a source under the call of its note, or over it where there is no room under."""
        self._number = source.number
        self._heading.setText(self._texts("Source {}").format(source.number))
        self._title.setText(source.title)
        about = ", ".join(part for part in (source.publisher, source.date) if part)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.setAccessibleName(f"{self._heading.text()}, {source.title}, {about}")
        side = self._appearance.pixels(BODY)
        self._close.setIcon(self._appearance.icon("x"))
        self._close.setIconSize(QSize(side, side))
        self._place(call)
        self.show()
        self.raise_()
        self._go.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, self.accessibleName())

    def close_card(self) -> bool:
        """Close the card; tell whether it was open."""
        if self.isHidden():
            return False
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if had_focus:
            self.closed.emit()
        return True

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        # Else the page under the card would take the Tab key for its links.
        return step_inside(self, forward=next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
            return
        super().keyPressEvent(event)

    def _choose(self, wish: SignalInstance) -> None:
        number = self._number
        self.close_card()
        wish.emit(number)

    def _place(self, call: QRect) -> None:
        room = self._page.rect().adjusted(SNUG, SNUG, -SNUG, -SNUG)
        width = min(self._appearance.pixels(_WIDTH), room.width())
        self.setFixedWidth(width)
        height = self.heightForWidth(width)
        left = max(room.left(), min(call.left() - GAP, room.right() - width))
        top = call.bottom() + TIGHT
        if top + height > room.bottom():
            top = max(room.top(), call.top() - TIGHT - height)
        self.setGeometry(QRect(QPoint(left, top), QSize(width, height)))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._close)
        holder = QWidget()
        actions = FlowLayout(holder, spacing=SNUG)
        actions.addWidget(self._go)
        actions.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, SNUG, GAP, GAP)
        layout.setSpacing(TIGHT)
        layout.addLayout(head)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addSpacing(SNUG)
        layout.addWidget(holder)
