"""The reader: a bar, the page of a fiche, its outline."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.depths import Depth
from tressons_kit.domain.errors import KitError
from tressons_kit.domain.fiche import Fiche, Source
from tressons_kit.foundation.citations import passage_origin, source_citation
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.notice import Notice
from tressons_kit.ui.reader import reading
from tressons_kit.ui.reader.bar import ReaderBar
from tressons_kit.ui.reader.browser import FicheBrowser
from tressons_kit.ui.reader.depth_control import DEPTH_COMMANDS, depth_words
from tressons_kit.ui.reader.document import fiche_page, hidden_sections
from tressons_kit.ui.reader.find_bar import FindBar
from tressons_kit.ui.reader.finder import Finder, Landing
from tressons_kit.ui.reader.found_places import PagePart
from tressons_kit.ui.reader.lens import SCHEME, Lens
from tressons_kit.ui.reader.note_card import NoteCard
from tressons_kit.ui.reader.outline import Outline
from tressons_kit.ui.reader.page_style import reader_style
from tressons_kit.ui.reader.surroundings import Surroundings
from tressons_kit.ui.shortcuts import Command, bind

_OUTLINE_WIDTH, _ROOM_FOR_OUTLINE = 200, 760


class Reader(QWidget):
    """Shows one fiche; says which fiche or source was asked for, and when to go back."""

    fiche_requested = Signal(str)
    source_requested = Signal(int)
    back_requested = Signal()
    forward_requested = Signal()
    results_requested = Signal()
    depth_changed = Signal(Depth)
    print_requested = Signal()
    problem_met = Signal(KitError)

    def __init__(
        self, services: Services, appearance: Appearance, texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._appearance, self._texts = services, appearance, texts
        self._fiche: Fiche | None = None
        self._around: Surroundings | None = None
        self._depth = Depth.FULL
        self._refit = QTimer(self, singleShot=True, interval=0)
        self.setProperty("role", "reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self._connect()
        self._bind_keys()

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

    @property
    def reading_depth(self) -> Depth:
        """How far fiches are shown."""
        return self._depth

    def set_depth(self, depth: Depth) -> None:
        """Show fiches as far as a depth, from now on; the part being read stays in sight if it can."""
        self._bar.depths.show_depth(depth)
        if depth is self._depth:
            return
        self._depth = depth
        self.depth_changed.emit(depth)
        if self._around:
            self._show_depth(Landing.STAY)
            announce(self._browser, depth_words(self._texts)[depth][1])

    def show_fiche(self, code: str, words: str = "", *, from_top: bool = False) -> None:
        """Show a fiche at its top, or where it answers some words best unless `from_top`.

        Raises FicheNotFound and keeps the one on show.
        """
        fiche = self._services.fiches.get(code)
        row = self._services.fiches.find_row(fiche.code)
        self._around = self._look_around(fiche, row)
        self._fiche = fiche
        self._card.close_card()
        self._browser.setAccessibleName(f"{fiche.code}, {fiche.title}")
        self._fill_outline()
        self._render()
        self._browser.scroll_to(0)
        self._stack.setCurrentIndex(1)
        self._follow()
        self.finder.look_in(row, words, Landing.STAY if from_top else Landing.BEST)

    def show_nothing(self) -> None:
        """Leave the fiche on show: no one is."""
        self._card.close_card()
        self._fiche = self._around = None
        self._stack.setCurrentIndex(0)
        self.finder.look_in(None, "", Landing.STAY)

    def show_source(self, number: int) -> None:
        """Scroll to a source of the fiche on show."""
        self._browser.scrollToAnchor(f"source-{number}")

    def set_history(self, *, back: bool, forward: bool) -> None:
        """Tell which way the history can go."""
        self._bar.set_history(back=back, forward=forward)

    def set_stacked(self, *, stacked: bool) -> None:
        """Offer the way back to the list where the reader has taken its place."""
        self._bar.set_stacked(stacked=stacked)

    def stop(self) -> None:
        """Wait for what runs: the kit is about to be closed."""
        self.finder.stop()
        self.lens.stop()
        self._browser.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        leaving = event.key() == Qt.Key.Key_Escape
        if not leaving or not self._close_one():
            super().keyPressEvent(event)

    def _close_one(self) -> bool:
        """Close what is over the page, the last opened first; tell whether there was anything."""
        return self._card.close_card() or self.lens.step_back() or self.finder.step_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        roomy = event.size().width() >= _ROOM_FOR_OUTLINE * self._appearance.scale
        self._outline.setVisible(roomy)
        self._bar.set_outline_beside(beside=roomy)
        self._card.close_card()
        super().resizeEvent(event)

    def _build(self) -> None:
        look, texts = self._appearance, self._texts
        self._bar = ReaderBar(look, texts)
        self._bar.depths.show_depth(self._depth)
        self._browser = FicheBrowser(
            self._services.fiches.find_medium, self._tip_for, self._origin, look, texts, self
        )
        self._outline = Outline(texts)
        self._outline.setFixedWidth(look.pixels(_OUTLINE_WIDTH))
        self._notice = Notice(look, texts, self)
        self._find_bar = FindBar(look, texts, self)
        self.finder = Finder(self._services, self._browser, self._find_bar, self._read_page, texts)
        self.lens = Lens(self._services, self._browser, self._read_page, look, texts)
        empty = QLabel(
            texts("Choisissez une fiche dans la liste :\nEntrée l’ouvre, les flèches la parcourent.")
        )
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setProperty("role", "soft")
        side_by_side = QWidget()
        columns = QHBoxLayout(side_by_side)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._browser, 1)
        columns.addWidget(self._outline)
        pages = QWidget()
        self._stack = QStackedLayout(pages)
        self._stack.addWidget(empty)
        self._stack.addWidget(side_by_side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._bar, pages, self._find_bar, self._notice):
            layout.addWidget(widget, int(widget is pages))
        self._card = NoteCard(look, texts, self._browser)

    def _connect(self) -> None:
        bar, card = self._bar, self._card
        self._browser.link_activated.connect(self._on_link)
        self._browser.pressed.connect(card.close_card)
        # Once the event is over: the page cannot be drawn again while it takes its size.
        self._browser.resized.connect(self._refit.start)
        self._browser.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._outline.part_requested.connect(self._go_to_part)
        bar.part_requested.connect(self._go_to_part)
        bar.depths.depth_chosen.connect(self.set_depth)
        bar.results_requested.connect(self.results_requested)
        bar.back_requested.connect(self.back_requested)
        bar.forward_requested.connect(self.forward_requested)
        bar.find_requested.connect(self.finder.start)
        bar.print_requested.connect(self.print_requested)
        bar.size_requested.connect(self._appearance.resize_text)
        card.sources_requested.connect(self._on_sources_requested)
        card.citation_requested.connect(self._copy_citation)
        card.closed.connect(self._browser.setFocus)
        self._appearance.changed.connect(self._on_appearance)
        self._refit.timeout.connect(self._on_resized)
        self.finder.answer_needed.connect(
            lambda number: self._toggle_answer(number, Landing.SAME_IN_SIGHT)
        )
        self.finder.whole_needed.connect(self._on_whole_needed)
        self.finder.failed.connect(self._on_failed)
        self.lens.failed.connect(self._on_failed)
        self.lens.fiche_requested.connect(self.fiche_requested)

    def _bind_keys(self) -> None:
        bind(self, Command.NEXT_MATCH, lambda: self.finder.step(1))
        bind(self, Command.PREVIOUS_MATCH, lambda: self.finder.step(-1))
        bind(self, Command.FIND, self.finder.start)
        for depth, command in DEPTH_COMMANDS.items():
            bind(self, command, partial(self.set_depth, depth))

    def _look_around(self, fiche: Fiche, row: int | None) -> Surroundings:
        fiches, look = self._services.fiches, self._appearance
        cards = fiches.cards([row] if row else [])
        related = fiches.related(fiche)
        return Surroundings(
            related=related,
            similar=self._services.similar.find(fiche, [one.card.code for one in related]),
            taxonomy=self._services.kit.taxonomy,
            texts=self._texts,
            palette=look.palette,
            today=self._services.today,
            place=cards[row].place if row in cards else "",
            depth=self._depth,
            cards_a_row=reading.cards_a_row(self._browser.column_width(), look),
        )

    def _read_page(self) -> tuple[PagePart, ...]:
        if self._fiche is None or self._around is None:
            return ()
        return reading.searched_parts(self._browser.document(), self._fiche, self._around)

    def _render(self) -> None:
        if self._fiche is None or self._around is None:
            return
        style = reader_style(self._appearance.palette, self._appearance.scale)
        self._browser.show_page(style, fiche_page(self._fiche, self._around))
        self.lens.look_in(self._fiche)

    def _render_in_place(self, landing: Landing = Landing.SAME) -> None:
        position = self._browser.scroll_position()
        self._render()
        self._browser.scroll_to(position)
        self.finder.look_again(landing)

    def _show_depth(self, landing: Landing) -> None:
        """Draw the page again at another depth, at the same part or at the top."""
        if self._around is None:
            return
        part = self._browser.part_in_sight() if self._browser.scroll_position() else ""
        self._card.close_card()
        self._around = replace(self._around, depth=self._depth)
        self._fill_outline()
        self._render()
        self._browser.scroll_to(0)
        if part:
            self._browser.scrollToAnchor(part)
        self._follow()
        self.finder.look_again(landing)

    def _fill_outline(self) -> None:
        if self._fiche and self._around:
            entries = reading.outline_entries(self._fiche, self._around)
            self._outline.show_entries(entries)
            self._bar.show_entries(entries)

    def _follow(self, anchor: str = "") -> None:
        """Show in the outline which part is being read."""
        anchor = anchor or self._browser.part_in_sight()
        self._outline.follow(anchor)
        self._bar.follow(anchor)

    def _on_scrolled(self) -> None:
        self._card.close_card()
        self._follow()

    def _source(self, number: str) -> Source | None:
        sources = self._fiche.sources if self._fiche else ()
        return next((source for source in sources if str(source.number) == number), None)

    def _tip_for(self, address: str) -> str:
        """Return what a note says or what a state of freshness means; nothing for any other link."""
        scheme, _, rest = address.partition(":")
        if scheme == "source" and (source := self._source(rest)):
            return reading.note_words(source)
        return f"<p>{self._freshness()}</p>" if scheme == "fraicheur" else ""

    def _freshness(self) -> str:
        return reading.freshness_words(self._fiche, self._services.today, self._texts)

    def _origin(self) -> str:
        """Return where a copied passage comes from."""
        if self._fiche is None:
            return ""
        return passage_origin(self._fiche, self._services.kit.info, self._texts)

    def _on_link(self, url: QUrl) -> None:
        scheme, rest = url.scheme(), url.path()
        effects = {
            "fiche": lambda: self.fiche_requested.emit(rest),
            "source": lambda: self._show_note(rest),
            "citer": lambda: self._copy_citation(int(rest)),
            "reponse": lambda: self._toggle_answer(int(rest), Landing.SAME),
            "partie": lambda: self._go_to_part(rest),
            "profondeur": lambda: self.set_depth(Depth.read(rest)),
            "fraicheur": lambda: self._notice.say(self._freshness()),
            "image": lambda: self._show_picture(rest),
            SCHEME: lambda: self.lens.open(url),
        }
        if scheme in {"http", "https", "mailto"}:
            address = url.toString()
            QGuiApplication.clipboard().setText(address)
            self._notice.offer_address(address)
        elif scheme in effects:
            effects[scheme]()

    def _show_note(self, number: str) -> None:
        source = self._source(number)
        if source:
            self._card.show_source(source, self._browser.link_place())

    def _on_sources_requested(self, number: int) -> None:
        self._browser.setFocus()
        self.source_requested.emit(number)

    def _copy_citation(self, number: int) -> None:
        source = self._source(str(number))
        if self._fiche and source:
            citation = source_citation(source, self._fiche, self._texts)
            QGuiApplication.clipboard().setText(citation)
            told = self._texts("Référence copiée : {}").format(citation)
            self._notice.say(told, self._texts("Référence copiée"))

    def _show_picture(self, name: str) -> None:
        from tressons_kit.ui.reader.picture_view import PictureView  # noqa: PLC0415 - rarely needed

        medium = self._services.fiches.find_medium(name)
        if medium:
            view = PictureView(medium, self._browser.draw, self._appearance, self._texts, self)
            view.finished.connect(self._browser.setFocus)
            view.showFullScreen()

    def _on_whole_needed(self) -> None:
        self._depth = Depth.FULL
        self._bar.depths.show_depth(self._depth)
        self.depth_changed.emit(self._depth)
        self._show_depth(Landing.UNCOVERED)

    def _toggle_answer(self, number: int, landing: Landing) -> None:
        if self._around:
            opened = frozenset(self._around.opened_answers) ^ {number}
            self._around = replace(self._around, opened_answers=opened)
            self._render_in_place(landing)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KitError):
            raise error
        self.problem_met.emit(error)

    def _go_to_part(self, anchor: str) -> None:
        """Go to a part; one that is left out brings the whole fiche."""
        if self._fiche and self._around:
            hidden = hidden_sections(self._fiche, self._depth)
            if any(section.slug == anchor for section in hidden):
                self.set_depth(Depth.FULL)
        self._browser.setFocus()
        self._browser.scrollToAnchor(anchor)
        # The last parts cannot come to the top: what was asked for is what is read.
        self._follow(anchor)

    def _on_resized(self) -> None:
        """Set the key figures in as many columns as there is room for now."""
        columns = reading.cards_a_row(self._browser.column_width(), self._appearance)
        if self._around and columns != self._around.cards_a_row:
            landing = self.finder.landing_again()
            self._around = replace(self._around, cards_a_row=columns)
            self._render_in_place(landing)

    def _on_appearance(self) -> None:
        self._outline.setFixedWidth(self._appearance.pixels(_OUTLINE_WIDTH))
        if self._around:
            landing = self.finder.landing_again()
            columns = reading.cards_a_row(self._browser.column_width(), self._appearance)
            self._around = replace(self._around, palette=self._appearance.palette, cards_a_row=columns)
            self._render_in_place(landing)
