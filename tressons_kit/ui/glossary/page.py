"""The page « Glossaire »: a field, the letters, the terms, and the definition of one of them."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.errors import KitError
from tressons_kit.domain.fiche import GlossaryTerm
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.qt.tasks import LatestLane
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.clear_button import ClearButton
from tressons_kit.ui.definition.term_words import letter_of, listed_name
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.glossary.definition_pane import DefinitionPane
from tressons_kit.ui.glossary.term_delegate import TermDelegate
from tressons_kit.ui.shortcuts import Command, bind
from tressons_kit.ui.theme import GAP, SNUG, TARGET, TIGHT

_COLUMN = 340
_WIDEST_SHARE = 0.45
_ROOM_FOR_LETTERS = 320
_LONGEST = 200
_TERM = Qt.ItemDataRole.UserRole


class GlossaryPage(QWidget):
    """Says which fiche to open with which words marked, what to search, which address was asked for."""

    fiche_chosen = Signal(str, str)
    search_chosen = Signal(str)
    address_asked = Signal(str)
    problem_met = Signal(KitError)
    answered = Signal()

    def __init__(self, services: Services, appearance: Appearance, texts: Texts) -> None:
        super().__init__()
        self._services, self._appearance, self._texts = services, appearance, texts
        self._wanted: GlossaryTerm | None = None
        self._is_filled = False
        self._lane = LatestLane(self)
        self._lane.done.connect(self._on_found)
        self._lane.failed.connect(self._on_failed)
        self.setProperty("role", "page")
        self.field = QLineEdit()
        self.list = QListWidget()
        self.pane = DefinitionPane(services, appearance, texts)
        self._letters: dict[str, QToolButton] = {}
        self._build()
        self._connect()

    @property
    def term(self) -> GlossaryTerm | None:
        """The term on show."""
        details = self.pane.details
        return details.term if details else None

    def show_term(self, name: str) -> None:
        """Show a term of the whole list, and put the focus on its definition."""
        glossary = self._services.glossary
        try:
            self._wanted, terms = glossary.find(name), glossary.terms
        except KitError as error:
            self.problem_met.emit(error)
            return
        self.field.clear()
        self._fill(terms)
        self.pane.setFocus()

    def focus_panes(self) -> list[QWidget]:
        """Return the widgets that F6 goes through here, in order."""
        return [self.field, self.list, self.pane]

    def stop(self) -> None:
        """Wait for what runs: the kit is about to be closed."""
        self._lane.finish()
        self.pane.finish()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Not when the window is made: nothing of the glossary is read before it is asked for.
        if not self._is_filled:
            self._on_typed(self.field.text())
        elif self.list.currentItem() is not None:
            self._reveal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self._appearance.pixels(_COLUMN)
        self._column.setFixedWidth(min(wanted, round(event.size().width() * _WIDEST_SHARE)))
        # In large letters on a small screen they would leave no room for the terms.
        self._letters_area.setVisible(
            event.size().height() >= self._appearance.pixels(_ROOM_FOR_LETTERS)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.hasFocus() and self.field.text():
            self.field.clear()
            return
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if self.field.hasFocus() and event.key() in moves:
            self._move(moves[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self._build_field()
        self._build_list()
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(SNUG)
        column.addLayout(self._head())
        self._letters_area = QWidget()
        self._letters_row = FlowLayout(self._letters_area, spacing=TIGHT)
        for widget in (self.field, self._letters_area, self._nothing, self._elsewhere):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self._spare, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._column)
        row.addWidget(self.pane, 1)
        self._show_whether_empty(empty=False)
        self._redraw()

    def _head(self) -> QHBoxLayout:
        title = QLabel(self._texts("Glossaire"))
        title.setProperty("role", "title")
        self._count = QLabel()
        self._count.setProperty("role", "small")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._count)
        return head

    def _build_field(self) -> None:
        texts = self._texts
        self.field.setPlaceholderText(texts("Un terme, un sigle, un mot"))
        self.field.setAccessibleName(texts("Chercher dans le glossaire"))
        self.field.setAccessibleDescription(texts("Flèches haut et bas pour parcourir les termes."))
        ClearButton(self.field, self._appearance, texts)
        self.field.setMaxLength(_LONGEST)

    def _build_list(self) -> None:
        self.list.setAccessibleName(self._texts("Termes du glossaire"))
        self.list.setItemDelegate(TermDelegate(self._appearance, self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = QLabel()
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setWordWrap(True)
        self._elsewhere = QPushButton(self._texts("Chercher dans les fiches"))
        self._spare = QWidget()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self.pane.setFocus)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemActivated.connect(self.pane.setFocus)
        self._elsewhere.clicked.connect(self._on_elsewhere)
        self.pane.fiche_chosen.connect(self.fiche_chosen)
        self.pane.search_chosen.connect(self.search_chosen)
        self.pane.address_asked.connect(self.address_asked)
        self.pane.term_chosen.connect(self._on_related)
        self.pane.failed.connect(self._on_failed)
        self._appearance.changed.connect(self._redraw)
        bind(self, Command.FIND, self._on_find)

    def _on_typed(self, typed: str) -> None:
        self._is_filled = True
        glossary = self._services
        self._lane.submit(lambda: glossary.glossary.search(typed))

    def _on_found(self, terms: Sequence[GlossaryTerm]) -> None:
        self._fill(terms)
        self.answered.emit()

    def _fill(self, terms: Sequence[GlossaryTerm]) -> None:
        """Show some terms; what was on show stays if it is one of them."""
        self._is_filled = True
        self._lane.drop()
        wanted = self._wanted or (None if self.field.text().strip() else self.term)
        self._wanted = None
        blocker = QSignalBlocker(self.list)
        self.list.clear()
        for term in terms:
            item = QListWidgetItem(listed_name(term), self.list)
            item.setData(_TERM, term)
        blocker.unblock()
        count = len(terms)
        words = self._texts.plural("{} terme", "{} termes", count).format(number(count, self._texts))
        self._count.setText(words)
        self._show_whether_empty(empty=not terms)
        self._show_letters()
        if terms:
            self.list.setCurrentRow(terms.index(wanted) if wanted in terms else 0)
            self._reveal()
        else:
            self.pane.show_nothing()

    def _reveal(self) -> None:
        """Bring the current term in sight: its lines wrap, so they are laid out first."""
        self.list.doItemsLayout()
        self.list.scrollToItem(self.list.currentItem(), QListWidget.ScrollHint.PositionAtCenter)

    def _show_whether_empty(self, *, empty: bool) -> None:
        typed = self.field.text().strip()
        why = self._texts("Aucun terme ne répond à « {} ».")
        if not typed:
            why = self._texts("Ce kit n’a pas de glossaire.")
        self._nothing.setText(why.format(typed))
        self._nothing.setVisible(empty)
        self._elsewhere.setVisible(empty and bool(typed))
        self._spare.setVisible(empty)
        self.list.setVisible(not empty)

    def _show_letters(self) -> None:
        """Offer the letters of the terms listed, once for all letters of the glossary."""
        listed = {letter_of(self._term_at(row)) for row in range(self.list.count())}
        for letter in sorted(set(map(letter_of, self._services.glossary.terms)) - self._letters.keys()):
            self._letters[letter] = self._letter(letter)
        for letter, button in self._letters.items():
            button.setEnabled(letter in listed)

    def _letter(self, letter: str) -> QToolButton:
        button = QToolButton()
        button.setText(letter)
        button.setProperty("role", "quiet")
        button.setAccessibleName(self._texts("Termes en {}").format(letter))
        button.clicked.connect(lambda: self._on_letter(letter))
        self._letters_row.addWidget(button)
        side = self._appearance.pixels(TARGET)
        button.setFixedSize(side, side)
        return button

    def _term_at(self, row: int) -> GlossaryTerm:
        term: GlossaryTerm = self.list.item(row).data(_TERM)
        return term

    def _move(self, step: int) -> None:
        """Move along the list without leaving the field."""
        row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
        self.list.setCurrentRow(row)

    def _on_letter(self, letter: str) -> None:
        rows = range(self.list.count())
        row = next((row for row in rows if letter_of(self._term_at(row)) == letter), -1)
        if row >= 0:
            self.list.setCurrentRow(row)
            self.list.scrollToItem(self.list.item(row), QListWidget.ScrollHint.PositionAtTop)
            self.list.setFocus()

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.pane.show_term(item.data(_TERM))

    def _on_related(self, term: GlossaryTerm) -> None:
        self.show_term(term.term)

    def _on_elsewhere(self) -> None:
        self.search_chosen.emit(self.field.text().strip())

    def _on_find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KitError):
            raise error
        self.problem_met.emit(error)

    def _redraw(self) -> None:
        look = self._appearance
        self.field.setFixedHeight(look.pixels(TARGET) + SNUG)
        side = look.pixels(TARGET)
        for button in self._letters.values():
            button.setFixedSize(side, side)
