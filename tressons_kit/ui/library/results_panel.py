"""The middle column: how many fiches, in which order, the chosen filters, the list."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.query import Order, Query
from tressons_kit.domain.taxonomy import Taxonomy
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.library.card_delegate import CardDelegate
from tressons_kit.ui.library.controller import Answer
from tressons_kit.ui.library.results_model import ResultsModel
from tressons_kit.ui.theme import GAP, SNUG, TIGHT, WIDE

_SETTLED_AFTER = 40
"""Milliseconds: excerpts wait until the list is painted, and the interpreter is free."""


class ResultsPanel(QWidget):
    """Shows an answer; says which row was opened or looked at, and what else was asked."""

    row_opened = Signal(int)
    row_looked_at = Signal(int)
    order_chosen = Signal(Order)
    filter_removed = Signal(str, str)
    filters_cleared = Signal()
    search_cleared = Signal()
    filters_requested = Signal()
    rows_visible = Signal(list)

    def __init__(
        self,
        taxonomy: Taxonomy,
        appearance: Appearance,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._taxonomy, self._appearance, self._texts = taxonomy, appearance, texts
        self.model = ResultsModel(taxonomy, self)
        # One column of a table, not a list: QListView lays out every row at each change, ten thousand
        # of them in 20 ms; a table with rows of one height only looks at those on show.
        self.list = QTableView()
        self._orders = {
            Order.RELEVANCE: texts("Pertinence"),
            Order.TITLE: texts("Titre"),
            Order.CODE: texts("Code"),
            Order.DATE: texts("Vérification récente"),
        }
        self._build()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_AFTER)
        self._settle.timeout.connect(self._announce_visible)
        self.list.clicked.connect(self._on_clicked)
        self.list.activated.connect(self._on_activated)
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.model.cards_needed.connect(self._on_scrolled)
        appearance.changed.connect(self._on_appearance)

    def show_answer(self, answer: Answer) -> None:
        """Replace the list, keep nothing selected, go to its top."""
        results = answer.results
        self.model.show(results.rows, answer.cards)
        self.list.scrollToTop()
        count = len(results.rows)
        words = self._texts.plural("{} fiche", "{} fiches", count).format(number(count))
        self._count.setText(words)
        self._show_chips(results.query)
        self._show_help(answer)
        self._announce(words)
        self._settle.start()

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
        card = self.model.card_at(position)
        if card is not None:
            self._announce(self.model.spoken(card))

    def current_position(self) -> int | None:
        """Return the current row, the first one if none was chosen, None for an empty list."""
        if not self.model.rowCount():
            return None
        index = self.list.currentIndex()
        return index.row() if index.isValid() else 0

    def _build(self) -> None:
        self._chips = QWidget()
        self._chip_row = FlowLayout(self._chips, spacing=TIGHT)
        self._chip_row.setContentsMargins(GAP, 0, GAP, SNUG)
        self._chips.hide()
        self._prepare_list()
        stacked = QWidget()
        self._stack = QStackedLayout(stacked)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._build_help())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._build_head())
        layout.addWidget(self._chips)
        layout.addWidget(stacked, 1)

    def _build_head(self) -> QHBoxLayout:
        texts = self._texts
        self._count = QLabel()
        self._count.setAccessibleName(texts("Nombre de fiches"))
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
        self.list.setItemDelegate(CardDelegate(self._appearance, self.model, self.list))
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

    def _build_help(self) -> QWidget:
        panel = QWidget()
        self._help = QLabel()
        # What was typed is shown as typed: a label would read <b> as a tag.
        self._help.setTextFormat(Qt.TextFormat.PlainText)
        self._help.setWordWrap(True)
        self._lift = QPushButton(self._texts("Retirer les filtres"))
        self._lift.setProperty("role", "primary")
        self._lift.clicked.connect(self.filters_cleared)
        self._erase = QPushButton(self._texts("Effacer la recherche"))
        self._erase.clicked.connect(self.search_cleared)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        for widget in (self._help, self._lift, self._erase):
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            layout.addWidget(widget)
        self._help.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout.addStretch(1)
        return panel

    def _show_chips(self, query: Query) -> None:
        while self._chip_row.count():
            self._chip_row.takeAt(0).widget().deleteLater()
        for facet, term in query.chosen:
            self._chip_row.addWidget(self._chip(facet, term))
        self._chips.setVisible(bool(query.filters))
        filters = len(query.chosen)
        label = self._texts("Filtres ({})").format(filters) if filters else self._texts("Filtres")
        self._filters.setText(f" {label}")

    def _chip(self, facet: str, term: str) -> QPushButton:
        label = self._taxonomy.label(facet, term)
        chip = QPushButton(f"{label}  ×")
        chip.setProperty("role", "chip")
        chip.setAccessibleName(self._texts("Retirer le filtre {}").format(label))
        chip.clicked.connect(lambda: self.filter_removed.emit(facet, term))
        return chip

    def _show_help(self, answer: Answer) -> None:
        empty = not answer.results.rows
        self._stack.setCurrentIndex(int(empty))
        if not empty:
            return
        query, texts = answer.results.query, self._texts
        if query.text.strip() and not answer.results.terms:
            sentence = texts(
                "Il n’y a pas de mot à chercher dans « {} ». Tapez un mot, un lieu ou un code."
            )
        elif query.filters:
            sentence = texts("Aucune fiche ne répond à « {} » avec ces filtres.")
        else:
            sentence = texts(
                "Aucune fiche ne répond à « {} ». Essayez un mot plus court, un autre mot, ou les"
                " filtres seuls."
            )
        self._help.setText(sentence.format(query.text.strip()[:80]))
        self._lift.setVisible(bool(query.filters))
        self._lift.setText(
            texts.plural(
                "Retirer les filtres ({} fiche)", "Retirer les filtres ({} fiches)", answer.unfiltered
            ).format(number(answer.unfiltered))
        )
        self._erase.setVisible(bool(query.text.strip()))

    def _announce(self, words: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - heavy

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._count, words))

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

    def _on_order(self, order: Order) -> None:
        self._name_order(order)
        self.order_chosen.emit(order)

    def _on_appearance(self) -> None:
        self._filters.setIcon(self._appearance.icon("list-filter"))
        self._order.setIcon(self._appearance.icon("arrow-up-down"))
        self._set_row_height()
