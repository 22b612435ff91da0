"""A term of the glossary, told under the search field without leaving the page."""

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from tressons_kit.domain.fiche import GlossaryTerm
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.theme import SNUG, TIGHT, WIDE

_WIDTH = 640


class DefinitionCard(QFrame):
    """Shows a definition; says which fiche or search it leads to. Échap gives the field back."""

    fiche_chosen = Signal(str)
    search_chosen = Signal(str)

    def __init__(self, field: QWidget, appearance: Appearance, texts: Texts, window: QWidget) -> None:
        super().__init__(window)
        self._field, self._appearance, self._texts = field, appearance, texts
        self.setProperty("role", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = QLabel()
        self._name.setProperty("role", "heading")
        self._definition = QLabel()
        self._origin = QLabel()
        self._origin.setProperty("role", "small")
        for label in (self._name, self._definition, self._origin):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._buttons = QWidget()
        self._row = FlowLayout(self._buttons, spacing=SNUG)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE - TIGHT, WIDE, WIDE)
        layout.setSpacing(SNUG)
        for widget in (self._name, self._definition, self._origin, self._buttons):
            layout.addWidget(widget)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def show_term(self, term: GlossaryTerm) -> None:
        """Show a term, and take the focus so that it is read aloud."""
        name = f"{term.acronym} · {term.term}" if term.acronym else term.term
        self._name.setText(name)
        self._definition.setText(term.definition)
        publishers = dict.fromkeys(source.publisher or source.title for source in term.sources)
        label = self._texts.plural("Source : {}", "Sources : {}", len(publishers))
        self._origin.setText(label.format(", ".join(publishers)))
        self._origin.setVisible(bool(publishers))
        self.setAccessibleName(name)
        self.setAccessibleDescription(term.definition)
        self._show_buttons(term)
        self._place()
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def leave(self) -> None:
        """Hide, and give the focus back to the field."""
        self._field.setFocus()
        self.hide()

    def _show_buttons(self, term: GlossaryTerm) -> None:
        while self._row.count():
            self._row.takeAt(0).widget().deleteLater()
        sought = term.acronym or term.term
        search = self._add_button(self._texts("Chercher « {} »").format(sought))
        search.setProperty("role", "primary")
        search.clicked.connect(lambda: self._go(self.search_chosen, sought))
        for code in term.see:
            link = self._add_button(self._texts("Lire {}").format(code))
            link.clicked.connect(lambda _=False, code=code: self._go(self.fiche_chosen, code))
        self._add_button(self._texts("Fermer")).clicked.connect(self.leave)

    def _add_button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        self._row.addWidget(button)
        return button

    def _place(self) -> None:
        below = self._field.mapTo(self.window(), QPoint(0, self._field.height() + TIGHT))
        width = min(self._field.width(), self._appearance.pixels(_WIDTH))
        layout = self.layout()
        height = layout.heightForWidth(width) if layout is not None else 0
        self.setGeometry(below.x(), below.y(), width, min(height, self.window().height() - below.y()))

    def _go(self, chosen: SignalInstance, where: str) -> None:
        self.hide()
        chosen.emit(where)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.hide()
