"""The page « Bibliothèque »: filters, results and the reader, side by side or one at a time."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.errors import KitError
from tressons_kit.domain.query import FilterOffer, Query
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.library.controller import Answer, ExplainedCard, LibraryController
from tressons_kit.ui.library.facets_model import FacetsModel
from tressons_kit.ui.library.facets_view import FacetsView
from tressons_kit.ui.library.results_panel import ResultsPanel
from tressons_kit.ui.theme import GAP, SNUG

NARROW = 1100
"""Under this width of window, one pane shows at a time."""

_PREVIEW_DELAY = 90
_CARDS_AT_ONCE = 120


class Pane(IntEnum):
    """The panes, in their order on the screen."""

    FILTERS = 0
    RESULTS = 1
    READER = 2


class LibraryPage(QWidget):
    """Shows what the controller answers; says which fiche to open, or only to look at."""

    fiche_opened = Signal(str)
    fiche_opened_apart = Signal(str)
    fiche_looked_at = Signal(str)
    search_cleared = Signal()
    text_replaced = Signal(str)
    term_chosen = Signal(str)
    unanswered_noted = Signal(Query)
    problem_met = Signal(KitError)
    answer_shown = Signal()

    def __init__(
        self,
        services: Services,
        reader: QWidget,
        appearance: Appearance,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._texts = appearance, texts
        self.controller = LibraryController(services, self)
        self.results = ResultsPanel(services.kit.taxonomy, services.today, appearance, texts)
        # Nothing of the glossary is read before a card is pointed at.
        self.results.model.explain_acronyms_with(
            lambda text: services.glossary.acronyms_in(text)  # noqa: PLW0108
        )
        self._facets_model = FacetsModel(services.kit.taxonomy, texts, self)
        self.filters = FacetsView(self._facets_model, appearance, texts)
        self._pane = Pane.RESULTS
        # A key pressed before the answer came acts on that answer, never on the list before it.
        self._when_answered: Callable[[], None] | None = None
        self._preview = QTimer(self, singleShot=True, interval=_PREVIEW_DELAY)
        self._build(reader)
        self._connect()
        self._connect_answer()

    @property
    def is_narrow(self) -> bool:
        """Tell whether one pane shows at a time."""
        return self.window().width() < NARROW * max(1.0, self._appearance.scale)

    @property
    def columns(self) -> Sequence[int]:
        """The widths of the three panes; none while only one shows, its width says nothing."""
        return () if self.is_narrow else self._splitter.sizes()

    def set_columns(self, widths: Sequence[int]) -> None:
        """Give the panes the widths that they had."""
        if len(widths) == len(Pane):
            self._splitter.setSizes(list(widths))

    def show_pane(self, pane: Pane) -> None:
        """Bring a pane to the front, where only one shows."""
        self._pane = pane
        self._apply_panes()

    def move_by(self, step: int) -> None:
        """Move along the results of what was typed, once they are there."""
        if self.controller.is_pending:
            self._when_answered = lambda: self.results.move_by(step)
        else:
            self.results.move_by(step)

    def open_current(self) -> None:
        """Open the current result, once the answer to what was typed is there."""
        if self.controller.is_pending:
            self._when_answered = self.open_current
            return
        position = self.results.current_position()
        if position is not None:
            self._open(position)

    def open_current_apart(self) -> None:
        """Open the current result in another tab, once the answer to what was typed is there."""
        if self.controller.is_pending:
            self._when_answered = self.open_current_apart
            return
        position = self.results.current_position()
        if position is not None:
            self._open_apart(position)

    def explain_current(self) -> None:
        """Tell why the current result answers, once the answer to what was typed is there."""
        if self.controller.is_pending:
            self._when_answered = self.explain_current
            return
        position = self.results.current_position()
        if position is not None:
            self._explain(position)

    def focus_panes(self) -> list[QWidget]:
        """Return the widgets that F6 goes through here, in order."""
        everything = {Pane.FILTERS: self.filters, Pane.RESULTS: self.results.list}
        return [widget for pane, widget in everything.items() if self._is_shown(pane)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_panes()

    def _build(self, reader: QWidget) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        for pane in (self._build_filters(), self.results, reader):
            self._splitter.addWidget(pane)
            # Qt puts each pane under the one before: a screen reader would go from right to left.
            pane.raise_()
        self._splitter.setStretchFactor(Pane.READER, 1)
        self._splitter.setSizes([250, 380, 700])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def _build_filters(self) -> QWidget:
        column = QWidget()
        column.setMinimumWidth(190)
        title = QLabel(self._texts("Filtres"))
        title.setProperty("role", "heading")
        self._clear = QPushButton(self._texts("Tout effacer"))
        self._clear.setProperty("role", "link")
        self._clear.hide()
        self._to_results = QPushButton(self._texts("Voir les résultats"))
        self._to_results.setProperty("role", "primary")
        head = QHBoxLayout()
        head.setContentsMargins(GAP, SNUG, SNUG, 0)
        head.addWidget(title, 1)
        head.addWidget(self._clear)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.filters, 1)
        layout.addWidget(self._to_results)
        return column

    def _connect(self) -> None:
        controller, results = self.controller, self.results
        controller.answered.connect(self._on_answered)
        controller.cards_found.connect(results.model.add_cards)
        controller.excerpts_found.connect(results.model.add_excerpts)
        controller.failed.connect(self.problem_met)
        self.filters.term_toggled.connect(controller.toggle)
        self._clear.clicked.connect(controller.clear_filters)
        self._to_results.clicked.connect(self._on_results_requested)
        results.order_chosen.connect(controller.ask_order)
        results.filters_requested.connect(self._on_filters_requested)
        results.rows_visible.connect(self._on_rows_visible)
        results.row_opened.connect(self._open)
        results.row_opened_apart.connect(self._open_apart)
        results.why_asked.connect(self._explain)
        controller.explanation_found.connect(self._on_explained)
        results.row_looked_at.connect(self._on_looked_at)
        self._preview.timeout.connect(self._on_preview)
        self._appearance.changed.connect(self._apply_panes)

    def _connect_answer(self) -> None:
        """Join what is said of an answer to what it asks."""
        controller, lines, no_result = self.controller, self.results.lines, self.results.no_result
        lines.verbatim_chosen.connect(self._on_verbatim)
        lines.offer_chosen.connect(self._on_offer)
        no_result.filters_cleared.connect(controller.clear_filters)
        no_result.search_cleared.connect(self.search_cleared)
        no_result.term_chosen.connect(self.term_chosen)
        no_result.unanswered_noted.connect(self.unanswered_noted)
        for part in (lines, no_result):
            part.text_chosen.connect(self._on_text_chosen)
            part.filter_removed.connect(controller.toggle)
        controller.suggestions_found.connect(self.results.show_suggestions)

    def _apply_panes(self) -> None:
        narrow = self.is_narrow
        for pane in Pane:
            self._splitter.widget(pane).setVisible(not narrow or pane is self._pane)
        self.results.show_filter_button(shown=narrow)
        self._to_results.setVisible(narrow)

    def _is_shown(self, pane: Pane) -> bool:
        return not self.is_narrow or pane is self._pane

    def _open(self, position: int) -> None:
        card = self.results.model.card_at(position)
        if card is not None:
            self._preview.stop()
            self.results.list.setCurrentIndex(self.results.model.index(position, 0))
            self.fiche_opened.emit(card.code)

    def _open_apart(self, position: int) -> None:
        card = self.results.model.card_at(position)
        if card is not None:
            self.fiche_opened_apart.emit(card.code)

    def _explain(self, position: int) -> None:
        model = self.results.model
        row, card = model.row_at(position), model.card_at(position)
        if row is not None and card is not None and not self.controller.is_pending:
            self.controller.find_explanation(row, card)

    def _on_explained(self, explained: ExplainedCard) -> None:
        from tressons_kit.ui.library.why_dialog import WhyDialog  # noqa: PLC0415 - rarely asked

        WhyDialog(explained, self._appearance, self._texts, self.window()).open()

    def _on_answered(self, answer: Answer) -> None:
        self._facets_model.show(answer.results)
        self.filters.settle()
        self.results.show_answer(answer)
        self._clear.setVisible(bool(answer.results.query.filters))
        self.answer_shown.emit()
        wanted, self._when_answered = self._when_answered, None
        if wanted is not None:
            wanted()

    def _on_rows_visible(self, positions: list[int]) -> None:
        model = self.results.model
        missing = model.missing_rows(positions[0], _CARDS_AT_ONCE)
        if any(model.card_at(position) is None for position in positions):
            self.controller.find_cards(missing)
        if self.controller.query.text.strip():
            self.controller.find_excerpts(model.rows_without_excerpt(positions))

    def _on_verbatim(self) -> None:
        self.controller.ask_verbatim()
        self.text_replaced.emit(self.controller.query.text)

    def _on_text_chosen(self, text: str) -> None:
        self.controller.ask_text(text)
        self.text_replaced.emit(text)

    def _on_offer(self, offer: FilterOffer) -> None:
        self.controller.accept(offer)
        self.text_replaced.emit(offer.text)

    def _on_looked_at(self) -> None:
        # Only after a pause: holding an arrow down must not open ten fiches.
        self._preview.start()

    def _on_preview(self) -> None:
        position = self.results.current_position()
        card = self.results.model.card_at(position) if position is not None else None
        if card is not None and self._is_shown(Pane.READER):
            self.fiche_looked_at.emit(card.code)

    def _on_filters_requested(self) -> None:
        self.show_pane(Pane.FILTERS)
        self.filters.setFocus()

    def _on_results_requested(self) -> None:
        self.show_pane(Pane.RESULTS)
        self.results.list.setFocus()
