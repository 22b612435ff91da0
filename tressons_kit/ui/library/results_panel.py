"""The middle column: how many fiches, in which order, how the query was read, the list."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QStackedLayout,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.query import Order, Suggestions
from tressons_kit.domain.taxonomy import Taxonomy
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.ui.announcement import PatientVoice
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.library.answer_lines import AnswerLines
from tressons_kit.ui.library.bounded_area import BoundedArea
from tressons_kit.ui.library.card_delegate import CardDelegate
from tressons_kit.ui.library.comparison_choice import ComparisonChoice
from tressons_kit.ui.library.comparison_tray import ComparisonTray
from tressons_kit.ui.library.controller import Answer
from tressons_kit.ui.library.no_result_panel import NoResultPanel
from tressons_kit.ui.library.results_list import ResultsList
from tressons_kit.ui.library.results_model import ResultsModel
from tressons_kit.ui.theme import GAP, SNUG

_SETTLED_AFTER = 40
"""Milliseconds: excerpts wait until the list is painted, and the interpreter is free."""


class ResultsPanel(QWidget):
    """Shows an answer; says which row was opened or looked at, and what else was asked."""

    row_opened = Signal(int)
    row_opened_apart = Signal(int)
    row_looked_at = Signal(int)
    why_asked = Signal(int)
    order_chosen = Signal(Order)
    filters_requested = Signal()
    rows_visible = Signal(list)

    def __init__(
        self,
        taxonomy: Taxonomy,
        today: date,
        appearance: Appearance,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._texts = appearance, texts
        self.model = ResultsModel(taxonomy, texts, today, self)
        self.lines = AnswerLines(taxonomy, texts)
        self._lines_area = BoundedArea(self.lines)
        self.no_result = NoResultPanel(texts)
        self.list = ResultsList()
        self.choice = ComparisonChoice(taxonomy, texts, self)
        self.model.show_marks_of(self.choice)
        self.tray = ComparisonTray(self.choice, texts)
        self.tray.emptied.connect(self.list.setFocus)
        self._orders = {
            Order.RELEVANCE: texts("Pertinence"),
            Order.TITLE: texts("Titre"),
            Order.CODE: texts("Code"),
            Order.DATE: texts("Vérification récente"),
        }
        self._build()
        self._voice = PatientVoice(self._count)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_AFTER)
        self._settle.timeout.connect(self._announce_visible)
        self.list.clicked.connect(self._on_clicked)
        self.list.activated.connect(self._on_activated)
        self.list.menu_asked.connect(self._on_menu)
        self.list.mark_asked.connect(self._on_mark)
        self.list.opened_apart.connect(lambda index: self.row_opened_apart.emit(index.row()))
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.model.cards_needed.connect(self._on_scrolled)
        appearance.changed.connect(self._on_appearance)

    def show_answer(self, answer: Answer) -> None:
        """Replace the list, keep nothing selected, go to its top."""
        results = answer.results
        focused = self._focused_button()
        self.model.show(results.rows, answer.cards, results.missing)
        self.list.scrollToTop()
        count = len(results.rows)
        words = self._texts.plural("{} fiche", "{} fiches", count).format(number(count, self._texts))
        self._count.setText(words)
        self._count_filters(len(results.query.chosen))
        self.lines.show_answer(results)
        self._lines_area.fit()
        if not count:
            self.no_result.show_answer(answer)
            words = self.no_result.sentence
        self._stack.setCurrentIndex(int(not count))
        self._chain_tabs()
        self._keep_focus(focused)
        self._voice.say(self.lines.spoken(results, words))
        self.list.settle()
        self._settle.start()

    def show_suggestions(self, suggestions: Suggestions) -> None:
        """Say what to try in place of an empty list."""
        self.no_result.show_suggestions(suggestions)
        self._chain_tabs()
        count = len(self.no_result.offered)
        if count:
            offered = self._texts.plural("{} proposition", "{} propositions", count)
            self._voice.add(offered.format(count))

    def show_filter_button(self, *, shown: bool) -> None:
        """Offer the filters where their column is folded."""
        self._filters.setVisible(shown)

    def move_by(self, step: int) -> None:
        """Move the current row while the cursor stays in the search field."""
        count = self.model.rowCount()
        if not count:
            return
        current = self.list.currentIndex()
        position = current.row() + step if current.isValid() else 0
        position = min(max(position, 0), count - 1)
        self.list.setCurrentIndex(self.model.index(position, 0))
        self.row_looked_at.emit(position)
        self._voice.say_now(self.model.spoken(position))

    def current_position(self) -> int | None:
        """Return the current row, the first one if none was chosen, None for an empty list."""
        if not self.model.rowCount():
            return None
        index = self.list.currentIndex()
        return index.row() if index.isValid() else 0

    def _build(self) -> None:
        self._prepare_list()
        stacked = QWidget()
        self._stack = QStackedLayout(stacked)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.no_result)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._build_head())
        layout.addWidget(self._lines_area)
        layout.addWidget(stacked, 1)
        layout.addWidget(self.tray)

    def _build_head(self) -> QHBoxLayout:
        texts = self._texts
        self._count = QLabel()
        self._filters = QPushButton(f" {texts('Filtres')}")
        self._filters.setIcon(self._appearance.icon("list-filter"))
        self._filters.clicked.connect(self.filters_requested)
        self._order = QToolButton()
        self._order.setProperty("role", "quiet")
        self._order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._order.setMenu(self._order_menu())
        self._name_order(Order.RELEVANCE)
        head = QHBoxLayout()
        head.setContentsMargins(GAP, SNUG, GAP, SNUG)
        head.setSpacing(SNUG)
        head.addWidget(self._filters)
        head.addWidget(self._count, 1)
        head.addWidget(self._order)
        return head

    def _focused_button(self) -> QWidget | None:
        """Return what has the focus if an answer may take it away."""
        focused = QApplication.focusWidget()
        parts = (self.lines, self.no_result)
        inside = focused is not None and any(part.isAncestorOf(focused) for part in parts)
        return focused if inside else None

    def _count_filters(self, filters: int) -> None:
        label = self._texts("Filtres ({})").format(filters) if filters else self._texts("Filtres")
        self._filters.setText(f" {label}")

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        for order, label in self._orders.items():
            action = menu.addAction(label)
            action.triggered.connect(lambda _=False, order=order: self._on_order(order))
        return menu

    def _name_order(self, order: Order) -> None:
        label = self._orders[order]
        self._order.setText(f" {label}")
        self._order.setIcon(self._appearance.icon("arrow-up-down"))
        self._order.setAccessibleName(self._texts("Trier par : {}").format(label))

    def _prepare_list(self) -> None:
        self.list.setModel(self.model)
        delegate = CardDelegate(self._appearance, self.model, self._texts, self.list)
        self.list.setItemDelegate(delegate)
        self.list.find_boxes_with(delegate.mark_target)
        self.list.setShowGrid(False)
        self.list.setTabKeyNavigation(False)
        self.list.setCornerButtonEnabled(False)
        self.list.setWordWrap(False)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.list.horizontalHeader().hide()
        self.list.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.list.verticalHeader().hide()
        self._set_row_height()
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self._texts("Résultats"))
        self.list.setMinimumWidth(300)

    def _set_row_height(self) -> None:
        height = self.list.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        self.list.verticalHeader().setDefaultSectionSize(height)

    def _keep_focus(self, focused: QWidget | None) -> None:
        """Put the focus on the list when the button that had it is gone."""
        if focused is not None and not focused.isVisible():
            target = self.list if self.model.rowCount() else self._order
            target.setFocus()

    def _chain_tabs(self) -> None:
        """Give the Tab key the order of the screen: buttons made later would come last."""
        tray = (self.tray.compare, self.tray.empty)
        chain = [self._order, *self.lines.buttons, self.list, *self.no_result.buttons, *tray]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _announce_visible(self) -> None:
        first = self.list.rowAt(0)
        last = self.list.rowAt(self.list.viewport().height() - 1)
        count = self.model.rowCount()
        if count and first >= 0:
            last = last if last >= 0 else count - 1
            self.rows_visible.emit(list(range(first, min(last + 2, count))))

    def _on_scrolled(self) -> None:
        self._settle.start()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.row_opened.emit(index.row())

    def _on_activated(self, index: QModelIndex) -> None:
        self.row_opened.emit(index.row())

    def _on_mark(self, index: QModelIndex) -> None:
        card = self.model.card_at(index.row())
        if card is not None:
            self.choice.toggle(card)

    def _on_menu(self, index: QModelIndex, point: QPoint) -> None:
        """Offer what can be done with a card."""
        # Persistent: a list that changes behind the open menu makes it point at nothing.
        card = QPersistentModelIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The window has this key already; the menu only shows it.
        why = menu.addAction(f"{self._texts('Pourquoi ce résultat ?')}\t{self._texts('Alt+Entrée')}")
        why.triggered.connect(lambda: self.why_asked.emit(card.row()))
        apart = menu.addAction(
            f"{self._texts('Ouvrir dans un autre onglet')}\t{self._texts('Ctrl+Entrée')}"
        )
        apart.triggered.connect(lambda: self.row_opened_apart.emit(card.row()))
        self._add_mark_action(menu, card)
        menu.popup(point)
        menu.setActiveAction(why)

    def _add_mark_action(self, menu: QMenu, index: QPersistentModelIndex) -> None:
        card = self.model.card_at(index.row())
        if card is None:
            return
        marked = self.model.is_marked(card)
        words = self._texts("Ne plus comparer") if marked else self._texts("Marquer pour comparer")
        action = menu.addAction(f"{words}\t{self._texts('Espace')}")
        action.triggered.connect(lambda: self.choice.toggle(card))

    def _on_order(self, order: Order) -> None:
        self._name_order(order)
        self.order_chosen.emit(order)

    def _on_appearance(self) -> None:
        self._filters.setIcon(self._appearance.icon("list-filter"))
        self._order.setIcon(self._appearance.icon("arrow-up-down"))
        self._set_row_height()
        self._lines_area.fit()
