"""The reader: a bar, the page of a fiche, its outline."""

from dataclasses import replace
from datetime import date
from html import escape

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.errors import KitError
from tressons_kit.domain.fiche import Fiche
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.notice import Notice
from tressons_kit.ui.reader.browser import FicheBrowser
from tressons_kit.ui.reader.document import (
    RELATED_ANCHOR,
    SOURCES_ANCHOR,
    Surroundings,
    answer_texts,
    fiche_page,
    reader_style,
    unbroken,
)
from tressons_kit.ui.reader.find_bar import FindBar
from tressons_kit.ui.reader.finder import Finder, Landing
from tressons_kit.ui.reader.found_places import PagePart
from tressons_kit.ui.reader.page_text import page_parts
from tressons_kit.ui.theme import GAP, SNUG, TIGHT

_OUTLINE_WIDTH = 190
_ROOM_FOR_OUTLINE = 760


class Reader(QWidget):
    """Shows one fiche; says which fiche or note was asked for, and when to go back."""

    fiche_requested = Signal(str)
    source_requested = Signal(int)
    back_requested = Signal()
    forward_requested = Signal()
    results_requested = Signal()
    problem_met = Signal(KitError)

    def __init__(
        self, services: Services, appearance: Appearance, texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._appearance, self._texts = services, appearance, texts
        self._fiche: Fiche | None = None
        self._around: Surroundings | None = None
        self.setProperty("role", "reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self._connect()
        self._bind_keys()
        self._redraw_icons()

    @property
    def code(self) -> FicheCode | None:
        """The code of the fiche on show."""
        return self._fiche.code if self._fiche else None

    @property
    def page(self) -> FicheBrowser:
        """The page, for focus and scrolling."""
        return self._browser

    @property
    def words(self) -> str:
        """The words of the search that are marked in the page."""
        return self.finder.words

    def show_fiche(self, code: str, words: str = "", *, from_top: bool = False) -> None:
        """Show a fiche at its top, or where it answers some words best unless `from_top`.

        Raises FicheNotFound and keeps the one on show.
        """
        fiche = self._services.fiches.get(code)
        row = self._services.fiches.find_row(fiche.code)
        cards = self._services.fiches.cards([row] if row else [])
        self._around = Surroundings(
            related=self._services.fiches.related(fiche),
            taxonomy=self._services.kit.taxonomy,
            texts=self._texts,
            palette=self._appearance.palette,
            today=date.today(),  # noqa: DTZ011 - the reader's own calendar day
            place=cards[row].place if row in cards else "",
        )
        self._fiche = fiche
        self._browser.setAccessibleName(f"{fiche.code}, {fiche.title}")
        self._fill_outline(fiche)
        self._render()
        self._browser.scroll_to(0)
        self._stack.setCurrentIndex(1)
        self.finder.look_in(row, words, Landing.STAY if from_top else Landing.BEST)

    def show_source(self, number: int) -> None:
        """Scroll to a source of the fiche on show."""
        self._browser.scrollToAnchor(f"source-{number}")

    def set_history(self, *, back: bool, forward: bool) -> None:
        """Tell which way the history can go."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def set_stacked(self, *, stacked: bool) -> None:
        """Offer the way back to the list where the reader has taken its place."""
        self._to_results.setVisible(stacked)

    def stop(self) -> None:
        """Wait for what runs: the kit is about to be closed."""
        self.finder.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self.finder.step_back():
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        roomy = event.size().width() >= _ROOM_FOR_OUTLINE * self._appearance.scale
        self._outline.setVisible(roomy)
        self._contents.setVisible(not roomy)
        super().resizeEvent(event)

    def _build(self) -> None:
        self._browser = FicheBrowser(
            self._services.fiches.find_medium, self._tip_for, self._appearance, self
        )
        self._outline = QListWidget()
        self._outline.setFixedWidth(_OUTLINE_WIDTH)
        self._outline.setWordWrap(True)
        self._outline.setAccessibleName(self._texts("Sommaire de la fiche"))
        self._notice = Notice(self._appearance, self._texts, self)
        self._find_bar = FindBar(self._appearance, self._texts, self)
        self.finder = Finder(
            self._services, self._browser, self._find_bar, self._read_page, self._texts
        )
        empty = QLabel(
            self._texts(
                "Choisissez une fiche dans la liste :\nEntrée l’ouvre, les flèches la parcourent."
            )
        )
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setProperty("role", "soft")
        reading = QWidget()
        columns = QHBoxLayout(reading)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._browser, 1)
        columns.addWidget(self._outline)
        pages = QWidget()
        self._stack = QStackedLayout(pages)
        self._stack.addWidget(empty)
        self._stack.addWidget(reading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_bar())
        layout.addWidget(pages, 1)
        layout.addWidget(self._find_bar)
        layout.addWidget(self._notice)

    def _build_bar(self) -> QWidget:
        texts = self._texts
        self._bar = bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        row.setSpacing(TIGHT)
        self._to_results = self._button(texts("Résultats"), texts("Revenir à la liste"))
        self._to_results.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._back = self._button("", texts("Fiche précédente (Alt+Gauche)"))
        self._forward = self._button("", texts("Fiche suivante (Alt+Droite)"))
        self._find = self._button("", texts("Chercher dans la fiche (Ctrl+F)"))
        self._smaller = self._button("", texts("Texte plus petit (Ctrl+-)"))
        self._larger = self._button("", texts("Texte plus grand (Ctrl++)"))
        self._contents = self._button(texts("Sommaire"), texts("Sommaire de la fiche"))
        self._contents.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._contents.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._contents)
        self._contents.setMenu(self._menu)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for widget in (self._to_results, self._back, self._forward, spacer):
            row.addWidget(widget)
        for widget in (self._contents, self._find, self._smaller, self._larger):
            row.addWidget(widget)
        self._to_results.hide()
        return bar

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "quiet")
        # A space apart from the icon: style sheets have no word for it.
        button.setText(f" {text}" if text else "")
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _connect(self) -> None:
        self._browser.link_activated.connect(self._on_link)
        self._outline.itemActivated.connect(self._on_outline)
        self._outline.itemClicked.connect(self._on_outline)
        self._to_results.clicked.connect(self.results_requested)
        self._back.clicked.connect(self.back_requested)
        self._forward.clicked.connect(self.forward_requested)
        self._find.clicked.connect(self.finder.start)
        self._smaller.clicked.connect(self._on_smaller)
        self._larger.clicked.connect(self._on_larger)
        self._appearance.changed.connect(self._on_appearance)
        self.finder.answer_needed.connect(self._on_answer_needed)
        self.finder.failed.connect(self._on_failed)

    def _bind_keys(self) -> None:
        for key, step in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda step=step: self.finder.step(step))
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.finder.start)

    def _read_page(self) -> tuple[PagePart, ...]:
        if self._fiche is None or self._around is None:
            return ()
        opened = self._around.opened_answers
        answers = answer_texts(self._fiche).items()
        folded = {number: text for number, text in answers if number not in opened}
        slugs = {section.slug for section in self._fiche.sections}
        summary = unbroken(self._fiche.summary)
        return tuple(page_parts(self._browser.document(), summary, slugs, folded))

    def _render(self) -> None:
        if self._fiche is None or self._around is None:
            return
        style = reader_style(self._appearance.palette, self._appearance.scale)
        self._browser.show_page(style, fiche_page(self._fiche, self._around))

    def _render_in_place(self, landing: Landing = Landing.SAME) -> None:
        position = self._browser.scroll_position()
        self._render()
        self._browser.scroll_to(position)
        self.finder.look_again(landing)

    def _fill_outline(self, fiche: Fiche) -> None:
        entries = [(section.title, section.slug) for section in fiche.sections]
        if fiche.sources:
            entries.append((self._texts("Sources"), SOURCES_ANCHOR))
        if self._around and self._around.related:
            entries.append((self._texts("À lire aussi"), RELATED_ANCHOR))
        blocker = QSignalBlocker(self._outline)
        self._outline.clear()
        self._menu.clear()
        for title, anchor in entries:
            item = QListWidgetItem(title, self._outline)
            item.setData(Qt.ItemDataRole.UserRole, anchor)
            action = self._menu.addAction(title)
            action.triggered.connect(lambda _=False, anchor=anchor: self._go_to_part(anchor))
        blocker.unblock()

    def _tip_for(self, address: str) -> str:
        """Return what a note says, or nothing for any other link."""
        if self._fiche is None or not address.startswith("source:"):
            return ""
        number = address.removeprefix("source:")
        for source in self._fiche.sources:
            if str(source.number) == number:
                parts = (source.title, source.publisher, source.date)
                # As HTML, a long tip wraps; escaped, a kit cannot write tags in it.
                return f"<p>{escape(', '.join(part for part in parts if part))}</p>"
        return ""

    def _on_link(self, url: QUrl) -> None:
        scheme, rest = url.scheme(), url.path()
        if scheme == "fiche":
            self.fiche_requested.emit(rest)
        elif scheme == "source" and rest.isdigit():
            self.source_requested.emit(int(rest))
        elif scheme == "reponse" and rest.isdigit():
            self._toggle_answer(int(rest), Landing.SAME)
        elif scheme in {"http", "https", "mailto"}:
            address = url.toString()
            QGuiApplication.clipboard().setText(address)
            self._notice.offer_address(address)

    def _on_answer_needed(self, number: int) -> None:
        self._toggle_answer(number, Landing.SAME_IN_SIGHT)

    def _toggle_answer(self, number: int, landing: Landing) -> None:
        if self._around:
            opened = frozenset(self._around.opened_answers) ^ {number}
            self._around = replace(self._around, opened_answers=opened)
            self._render_in_place(landing)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KitError):
            raise error
        self.problem_met.emit(error)

    def _on_outline(self, item: QListWidgetItem) -> None:
        self._go_to_part(item.data(Qt.ItemDataRole.UserRole))

    def _go_to_part(self, anchor: str) -> None:
        self._browser.scrollToAnchor(anchor)
        self._browser.setFocus()

    def _on_smaller(self) -> None:
        self._appearance.resize_text(-1)

    def _on_larger(self) -> None:
        self._appearance.resize_text(1)

    def _on_appearance(self) -> None:
        self._redraw_icons()
        if self._around:
            landing = self.finder.landing_again()
            self._around = replace(self._around, palette=self._appearance.palette)
            self._render_in_place(landing)

    def _redraw_icons(self) -> None:
        look = self._appearance
        self._to_results.setIcon(look.icon("arrow-left"))
        self._back.setIcon(look.icon("arrow-left"))
        self._forward.setIcon(look.icon("arrow-right"))
        self._find.setIcon(look.icon("search"))
        self._smaller.setIcon(look.icon("zoom-out"))
        self._larger.setIcon(look.icon("zoom-in"))
        self._contents.setIcon(look.icon("table-of-contents"))
        self._outline.setSpacing(SNUG // 4)
        side = look.pixels(20)
        for button in self._bar.findChildren(QToolButton):
            button.setIconSize(QSize(side, side))
