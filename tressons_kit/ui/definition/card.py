"""A term of the glossary, told over the page that uses it."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCursor, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from tressons_kit.domain.fiche import GlossaryTerm
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.definition.term_words import fiche_count, publishers, whole_name
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.tab_loop import step_inside
from tressons_kit.ui.theme import SNUG, TIGHT, WIDE

_WIDTH = 480


class DefinitionCard(QFrame):
    """Shows a definition by a place of the window; says where it leads. Échap closes it.

    Shown without the focus it goes away with the pointer: `left` is said when the pointer leaves it.
    """

    fiche_chosen = Signal(str)
    uses_chosen = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, origin: QWidget, appearance: Appearance, texts: Texts) -> None:
        """Take the widget that has the focus again when the card is left."""
        super().__init__(origin.window())
        self._origin, self._appearance, self._texts = origin, appearance, texts
        self._term: GlossaryTerm | None = None
        self._at = QRect()
        self.setProperty("role", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = QLabel()
        self._name.setProperty("role", "heading")
        self._definition = QLabel()
        self._sources = QLabel()
        self._sources.setProperty("role", "small")
        for label in (self._name, self._definition, self._sources):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._uses = QPushButton()
        self._uses.clicked.connect(self._on_uses)
        self._buttons = QWidget()
        self._row = FlowLayout(self._buttons, spacing=SNUG)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE - TIGHT, WIDE, WIDE)
        layout.setSpacing(SNUG)
        for widget in (self._name, self._definition, self._sources, self._buttons):
            layout.addWidget(widget)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def term(self) -> GlossaryTerm | None:
        """The term on show."""
        return None if self.isHidden() else self._term

    def show_term(self, term: GlossaryTerm, place: QRect, *, focused: bool) -> None:
        """Show a term by a place of the screen; with the focus, so that it is read aloud."""
        self._term = term
        if self.parentWidget() is not self._origin.window():
            self.setParent(self._origin.window())
        name = whole_name(term)
        self._name.setText(name)
        self._definition.setText(term.definition)
        self._sources.setText(publishers(term, self._texts))
        self._sources.setVisible(bool(term.sources))
        self.setAccessibleName(name)
        self.setAccessibleDescription(term.definition)
        self._fill_buttons(term)
        # Shown first: until then its letters have not their size, and it would be measured too small.
        self.show()
        self._at = place
        self._place(place)
        self.raise_()
        if focused:
            self.setFocus()

    def show_uses(self, count: int) -> None:
        """Tell in how many fiches the term is."""
        words = self._texts("Où c’est employé : {}").format(fiche_count(count, self._texts))
        self._uses.setText(words)
        self._row.invalidate()
        # The longer words may take one more line of buttons.
        self._place(self._at)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        return step_inside(self, forward=next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_D}:
            self.leave()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def is_pointed_at(self) -> bool:
        """Tell whether the pointer is on the card; Qt's own flag may be that of the widget before."""
        return self.rect().contains(self.mapFromGlobal(QCursor.pos()))

    def has_focus(self) -> bool:
        """Tell whether the focus is in the card."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def leave(self) -> None:
        """Hide, and give the focus back if the card had it."""
        if self.has_focus():
            self._origin.setFocus()
        self.hide()

    def _fill_buttons(self, term: GlossaryTerm) -> None:
        while self._row.count():
            widget = self._row.takeAt(0).widget()
            widget.hide()
            if widget is not self._uses:
                widget.deleteLater()
        self._uses.setText(self._texts("Où c’est employé"))
        self._row.addWidget(self._uses)
        self._uses.show()
        for code in term.see:
            link = self._add_button(self._texts("Lire {}").format(code))
            link.clicked.connect(lambda _=False, code=code: self._on_fiche(code))
        self._add_button(self._texts("Fermer")).clicked.connect(self.leave)

    def _add_button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        self._row.addWidget(button)
        button.show()
        return button

    def _place(self, place: QRect) -> None:
        """Stand under a place of the screen, or above it where there is more room."""
        window, look = self._origin.window(), self._appearance
        top_left = window.mapFromGlobal(place.topLeft())
        width = min(look.pixels(_WIDTH), window.width() - 2 * SNUG)
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        left = max(SNUG, min(top_left.x(), window.width() - width - SNUG))
        under, above = top_left.y() + place.height() + TIGHT, top_left.y() - height - TIGHT
        fits = under + height <= window.height() - SNUG or above < SNUG
        top = min(under, max(SNUG, window.height() - height - SNUG)) if fits else above
        self.setGeometry(QRect(QPoint(left, top), self.size()))
        self.resize(width, min(height, window.height() - top))

    def _on_fiche(self, code: str) -> None:
        self.leave()
        self.fiche_chosen.emit(code)

    def _on_uses(self) -> None:
        self.hide()
        if self._term is not None:
            self.uses_chosen.emit(self._term.term)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        was_in = before is not None and (before is self or self.isAncestorOf(before))
        if self.isVisible() and was_in and now is not None and not self.has_focus():
            self.hide()
