"""The page « Comparer »: fiches of one type side by side, what differs first."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.comparison import FEWEST, Comparison, without
from tressons_kit.domain.freshness import judge_freshness
from tressons_kit.domain.taxonomy import TYPE_FACET
from tressons_kit.exports.comparison_page import (
    ALIKE,
    FOLD_SCHEME,
    ComparisonView,
    comparison_html,
    contents,
)
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.compare.column_head import ColumnHead
from tressons_kit.ui.compare.style import comparison_style
from tressons_kit.ui.theme import GAP, ROOMY, SNUG, TIGHT, WIDE

NARROWEST, WIDEST = 260, 560
"""Pixels of a column at 100 %: narrower, words are cut; wider, lines are too long."""

_LOW = 460
_ROOM_FOR_WORDS = 640
"""Pixels at 100 % under which heads keep one line of title, and buttons their icon alone."""


class ComparePage(QWidget):
    """Shows a comparison; says which fiche to open, which columns are left, when to go back."""

    fiche_chosen = Signal(str)
    columns_asked = Signal(tuple)
    back_requested = Signal()
    print_requested = Signal()
    address_asked = Signal(str)

    def __init__(self, services: Services, appearance: Appearance, texts: Texts) -> None:
        super().__init__()
        self._services, self._appearance, self._texts = services, appearance, texts
        self._comparison: Comparison | None = None
        self._unfolded = False
        self.heads: list[ColumnHead] = []
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit)
        self.setProperty("role", "page")
        self._build()
        self.browser.anchorClicked.connect(self._on_link)
        self.browser.horizontalScrollBar().valueChanged.connect(self._place_heads)
        appearance.changed.connect(self._on_appearance)

    @property
    def comparison(self) -> Comparison | None:
        """What is on show."""
        return self._comparison

    @property
    def text(self) -> str:
        """What is read under the heads, as plain text."""
        return self.browser.toPlainText()

    def show_codes(self, codes: Sequence[str]) -> None:
        """Compare some fiches from the top; raises a KitError and keeps what is on show."""
        if self._comparison and tuple(codes) == self._comparison.codes:
            return
        self._comparison = self._services.comparison.compare(codes)
        self._title.setText(self._words(self._comparison))
        self._make_heads(self._comparison)
        self._fill_contents(self._comparison)
        self._fit()
        self._render()
        self.browser.verticalScrollBar().setValue(0)

    def focus_panes(self) -> list[QWidget]:
        """Return the widgets that F6 goes through here: the columns, then the text."""
        return [*self.heads, self.browser]

    def scroll_position(self) -> int:
        """Return how far the page is scrolled, in pixels."""
        return self.browser.verticalScrollBar().value()

    def scroll_to(self, position: int) -> None:
        """Go back to a scroll position."""
        self.browser.document().documentLayout().documentSize()
        self.browser.verticalScrollBar().setValue(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit.start()

    def _build(self) -> None:
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setUndoRedoEnabled(False)
        self.browser.document().setDocumentMargin(0)
        self.browser.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.browser.setViewportMargins(ROOMY, 0, 0, 0)
        self.browser.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.browser.setAccessibleName(self._texts("Comparaison, ligne par ligne"))
        self._strip = QWidget()
        self._strip.setMinimumWidth(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_bar())
        column.addWidget(self._strip)
        column.addWidget(self.browser, 1)

    def _build_bar(self) -> QWidget:
        texts = self._texts
        bar = QWidget()
        bar.setProperty("role", "bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._back = _button(texts("Retour"), texts("Revenir là où vous étiez (Échap)"))
        self._back.clicked.connect(self.back_requested)
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._contents = _button(texts("Sommaire"), texts("Aller à une partie de la comparaison"))
        self._contents.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._contents)
        self._contents.setMenu(self._menu)
        self._print = _button(texts("Imprimer"), texts("Imprimer, enregistrer en PDF (Ctrl+P)"))
        self._print.clicked.connect(self.print_requested)
        row = QHBoxLayout(bar)
        row.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        row.setSpacing(SNUG)
        row.addWidget(self._back)
        row.addWidget(self._title, 1)
        row.addWidget(self._contents)
        row.addWidget(self._print)
        self._draw_bar()
        return bar

    def _draw_bar(self) -> None:
        look = self._appearance
        side = look.pixels(SNUG * 5 // 2)
        for button, icon in (
            (self._back, "arrow-left"),
            (self._contents, "table-of-contents"),
            (self._print, "printer"),
        ):
            button.setIcon(look.icon(icon))
            button.setIconSize(QSize(side, side))

    def _make_heads(self, comparison: Comparison) -> None:
        for head in self.heads:
            head.hide()
            head.deleteLater()
        self.heads = []
        today, count = self._services.today, len(comparison.columns)
        for number, column in enumerate(comparison.columns, start=1):
            fiche = column.fiche
            freshness = judge_freshness(fiche.verified_on, fiche.review_before, today)
            head = ColumnHead(column, freshness, self._appearance, self._texts, self._strip)
            head.name(number, count)
            # A comparison of one fiche would be none.
            head.remove.setVisible(count > FEWEST)
            head.remove.setEnabled(count > FEWEST)
            head.clicked.connect(lambda _=False, code=fiche.code: self.fiche_chosen.emit(code))
            head.removed.connect(lambda code=fiche.code: self._on_removed(code))
            head.focused.connect(lambda number=number: self._reveal_column(number - 1))
            head.show()
            self.heads.append(head)
        self._chain_tabs()

    def _words(self, comparison: Comparison) -> str:
        """Write « Comparaison de 3 études de cas »."""
        types = self._services.kit.taxonomy.find(TYPE_FACET)
        term = types.find(comparison.type) if types else None
        kinds = (term.plural or term.label).lower() if term else self._texts("fiches")
        return self._texts("Comparaison de {} {}").format(len(comparison.columns), kinds)

    def _chain_tabs(self) -> None:
        chain: list[QWidget] = [self._back, self._contents, self._print]
        for head in self.heads:
            chain += [head, head.remove]
        chain.append(self.browser)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _fill_contents(self, comparison: Comparison) -> None:
        self._menu.clear()
        for title, anchor in contents(comparison, self._texts):
            action = self._menu.addAction(title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, anchor=anchor: self._go_to(anchor))

    def _go_to(self, anchor: str) -> None:
        across = self.browser.horizontalScrollBar().value()
        self.browser.scrollToAnchor(anchor)
        self.browser.horizontalScrollBar().setValue(across)
        self.browser.setFocus()

    def _render(self) -> None:
        if self._comparison is None:
            return
        look = self._appearance
        hue = look.palette.type_colour(self._comparison.type)
        view = ComparisonView(self._texts, self._services.today, unfolded=self._unfolded)
        self.browser.document().setDefaultStyleSheet(comparison_style(look.palette, look.scale, hue))
        self.browser.setHtml(comparison_html(self._comparison, view))

    def _render_in_place(self) -> None:
        down, across = self.scroll_position(), self.browser.horizontalScrollBar().value()
        self._render()
        self.scroll_to(down)
        self.browser.horizontalScrollBar().setValue(across)

    def _fit(self) -> None:
        """Share the width between the columns, and place their heads above them."""
        if not self.heads:
            return
        look, count = self._appearance, len(self.heads)
        room = self.width() - ROOMY - self.browser.verticalScrollBar().sizeHint().width() - TIGHT
        width = min(max(room, count * look.pixels(NARROWEST)), count * look.pixels(WIDEST))
        self.browser.setLineWrapColumnOrWidth(width)
        named = self.width() >= look.pixels(_ROOM_FOR_WORDS)
        styles = Qt.ToolButtonStyle
        for button in (self._back, self._contents, self._print):
            button.setToolButtonStyle(
                styles.ToolButtonTextBesideIcon if named else styles.ToolButtonIconOnly
            )
        compact = self.height() < look.pixels(_LOW)
        for head in self.heads:
            head.set_compact(compact=compact)
        self._strip.setFixedHeight(self.heads[0].sizeHint().height() + 2 * SNUG)
        self._place_heads()

    def _place_heads(self) -> None:
        """Keep each head above its column, however far the text is scrolled across."""
        if not self.heads:
            return
        step = self.browser.lineWrapColumnOrWidth() / len(self.heads)
        start = self.browser.viewport().x() - self.browser.horizontalScrollBar().value()
        for number, head in enumerate(self.heads):
            size = QSize(round(step) - WIDE, head.sizeHint().height())
            head.resize(size)
            head.move(QPoint(start + round(number * step) - GAP + TIGHT, SNUG))

    def _reveal_column(self, number: int) -> None:
        bar = self.browser.horizontalScrollBar()
        step = self.browser.lineWrapColumnOrWidth() / max(len(self.heads), 1)
        left, right = round(number * step), round((number + 1) * step)
        if left < bar.value():
            bar.setValue(left)
        elif right > bar.value() + self.browser.viewport().width():
            bar.setValue(right - self.browser.viewport().width())

    def _on_removed(self, code: str) -> None:
        if self._comparison is None:
            return
        position = self._comparison.codes.index(code)
        self.columns_asked.emit(without(self._comparison.codes, code))
        self.heads[min(position, len(self.heads) - 1)].setFocus()
        announce(self, self._texts("{} retirée de la comparaison").format(code))

    def _on_link(self, url: QUrl) -> None:
        scheme = url.scheme()
        if scheme == "fiche":
            self.fiche_chosen.emit(url.path())
        elif scheme == FOLD_SCHEME:
            self._unfolded = not self._unfolded
            self._render_in_place()
            self.browser.scrollToAnchor(ALIKE)
        elif scheme in {"http", "https", "mailto"}:
            self.address_asked.emit(url.toString())
        elif not scheme and url.hasFragment():
            self._go_to(url.fragment())

    def _on_appearance(self) -> None:
        self._draw_bar()
        for head in self.heads:
            head.redraw()
        self._fit()
        self._render_in_place()


def _button(text: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "quiet")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    # A space apart from the icon: style sheets have no word for it.
    button.setText(f" {text}")
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
