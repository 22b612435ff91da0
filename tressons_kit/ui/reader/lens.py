"""The glossary in the page of a fiche: each term underlined where it comes first, and defined there."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCursor, QTextCharFormat, QTextCursor

from tressons_kit.domain.fiche import Fiche, GlossaryTerm
from tressons_kit.domain.glossary import TermPlace
from tressons_kit.foundation.texts import Texts
from tressons_kit.qt.tasks import LatestLane
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.definition.card import DefinitionCard
from tressons_kit.ui.reader.browser import FicheBrowser
from tressons_kit.ui.reader.found_places import PagePart
from tressons_kit.ui.reader.lens_text import Prose, prose_of
from tressons_kit.ui.shortcuts import Command, bind

if TYPE_CHECKING:
    from tressons_kit.library.glossary import Glossary

SCHEME = "terme"
_PAINTED_AFTER = 40
"""Milliseconds after which the page is surely painted: opening a fiche does not wait for the lens."""

_HOVERED_FOR, _LEFT_FOR = 350, 300


class _Uses(NamedTuple):
    term: GlossaryTerm
    fiches: int


class Lens(QObject):
    """Underlines terms once the page is on show; says which fiche or term was asked for."""

    fiche_requested = Signal(str)
    term_requested = Signal(str)
    failed = Signal(object)
    underlined = Signal()

    def __init__(
        self,
        services: Services,
        page: FicheBrowser,
        read_page: Callable[[], tuple[PagePart, ...]],
        appearance: Appearance,
        texts: Texts,
    ) -> None:
        super().__init__(page)
        self._services, self._page, self._read_page = services, page, read_page
        self._appearance, self._texts = appearance, texts
        self._fiche: Fiche | None = None
        self._on = True
        self._places: Sequence[TermPlace] = ()
        self._pointed: int | None = None
        self._card: DefinitionCard | None = None
        self._lane, self._uses = LatestLane(self), LatestLane(self)
        self._lane.done.connect(self._on_found)
        self._uses.done.connect(self._on_uses)
        for lane in (self._lane, self._uses):
            lane.failed.connect(self.failed)
        self._painted = QTimer(self, singleShot=True, interval=_PAINTED_AFTER)
        self._painted.timeout.connect(self._look)
        self._hover = QTimer(self, singleShot=True, interval=_HOVERED_FOR)
        self._hover.timeout.connect(self._on_hovered)
        self._leave = QTimer(self, singleShot=True, interval=_LEFT_FOR)
        self._leave.timeout.connect(self._on_left)
        for pointed in (page.highlighted, page.link_focused):
            pointed.connect(self._on_highlighted)
        page.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        bind(page, Command.DEFINE, self.define, Qt.ShortcutContext.WidgetShortcut)

    @property
    def places(self) -> Sequence[TermPlace]:
        """Where terms are underlined, in the positions of the document."""
        return self._places

    @property
    def card(self) -> DefinitionCard:
        """The card of definitions, made when it is first asked for."""
        if self._card is None:
            self._card = DefinitionCard(self._page, self._appearance, self._texts)
            self._card.fiche_chosen.connect(self.fiche_requested)
            self._card.uses_chosen.connect(self.term_requested)
            self._card.entered.connect(self._leave.stop)
            self._card.left.connect(self._leave.start)
        return self._card

    def set_on(self, *, on: bool) -> None:
        """Underline terms, or not any more."""
        if on is self._on:
            return
        self._on = on
        if not on:
            plain = QTextCharFormat()
            plain.setAnchor(False)
            plain.setAnchorHref("")
            plain.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
            self._write([(place, plain) for place in self._places])
            self._forget()
        elif self._fiche is not None:
            self.look_in(self._fiche)

    def look_in(self, fiche: Fiche) -> None:
        """Look for terms in the page that is being shown."""
        self._fiche = fiche
        self._forget()
        if self._on:
            self._painted.start()

    def open(self, url: QUrl) -> None:
        """Define the term that was chosen in the page."""
        if url.path().isdigit():
            self._show(int(url.path()), focused=True)

    def define(self) -> None:
        """Define what is selected or pointed at, or else the next term of the page."""
        if self._card is not None and self._card.isVisible():
            self._card.leave()
            return
        selected = self._page.textCursor().selectedText()
        term = self._services.glossary.find(selected) if selected.strip() else None
        if term is not None:
            self._show_term(term, self._cursor_area(self._page.textCursor()), focused=True)
            return
        number = self._pointed if self._pointed is not None else self._next()
        if number is not None:
            self._show(number, focused=True)

    def step_back(self) -> bool:
        """Close the card; tell whether it was open."""
        if self._card is None or self._card.isHidden():
            return False
        self._hover.stop()
        self._card.leave()
        return True

    def stop(self) -> None:
        """Wait for what runs: the kit is about to be closed."""
        for timer in (self._painted, self._hover, self._leave):
            timer.stop()
        self._lane.finish()
        self._uses.finish()

    def _forget(self) -> None:
        for timer in (self._painted, self._hover, self._leave):
            timer.stop()
        self._lane.drop()
        self._places, self._pointed = (), None
        if self._card is not None:
            self._card.hide()

    def _look(self) -> None:
        if self._fiche is None:
            return
        fiche, services = self._fiche, self._services
        prose = list(prose_of(self._page.document(), self._read_page()))
        self._lane.submit(lambda: _first_places(services.glossary, fiche, prose))

    def _on_found(self, places: Sequence[TermPlace]) -> None:
        self._places = places
        self._write([(place, self._look_of(place.term)) for place in places])
        self.underlined.emit()

    def _write(self, looks: Sequence[tuple[TermPlace, QTextCharFormat]]) -> None:
        """Give places of the page their looks, all at once."""
        cursor = QTextCursor(self._page.document())
        cursor.beginEditBlock()
        for place, look in looks:
            cursor.setPosition(place.start)
            cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)
        cursor.endEditBlock()

    def _look_of(self, number: int) -> QTextCharFormat:
        """Give a term the underline of the lens, the ink of the text, and the keys of a link."""
        look = QTextCharFormat()
        look.setAnchor(True)
        look.setAnchorHref(f"{SCHEME}:{number}")
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(self._appearance.colour("accent"))
        return look

    def _on_highlighted(self, url: QUrl) -> None:
        if url.scheme() == SCHEME and url.path().isdigit():
            self._pointed = int(url.path())
            self._leave.stop()
            self._hover.start()
        else:
            self._pointed = None
            self._hover.stop()
            self._leave.start()

    def _on_hovered(self) -> None:
        if self._pointed is not None and self._page.isVisible():
            self._show(self._pointed, focused=False)

    def _on_left(self) -> None:
        card = self._card
        if card is not None and not card.is_pointed_at() and not card.has_focus():
            card.hide()

    def _on_scrolled(self) -> None:
        if self._card is not None and not self._card.has_focus():
            self._card.hide()

    def _show(self, number: int, *, focused: bool) -> None:
        place = next((place for place in self._places if place.term == number), None)
        if place is None:
            return
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(place.start)
        self._show_term(
            self._services.glossary.terms[number], self._cursor_area(cursor), focused=focused
        )

    def _show_term(self, term: GlossaryTerm, area: QRect, *, focused: bool) -> None:
        card = self.card
        if card.term is not term or focused:
            card.show_term(term, area, focused=focused)
            glossary = self._services.glossary
            self._uses.submit(lambda: _Uses(term, len(glossary.uses(term))))

    def _cursor_area(self, cursor: QTextCursor) -> QRect:
        area = self._page.cursorRect(cursor)
        # A term that goes on at the next line: the pointer may be on its end.
        pointer = self._page.viewport().mapFromGlobal(QCursor.pos())
        if self._page.anchorAt(pointer) and pointer.y() > area.bottom():
            area.moveTop(area.top() + area.height())
        return QRect(self._page.viewport().mapToGlobal(area.topLeft()), area.size())

    def _next(self) -> int | None:
        """Return the first term under the top of the view, brought in sight."""
        top = self._page.top_position()
        place = next((place for place in self._places if place.start >= top), None)
        if place is None:
            return None
        self._page.reveal(place.start)
        return place.term

    def _on_uses(self, uses: _Uses) -> None:
        if self._card is not None and self._card.term is uses.term:
            self._card.show_uses(uses.fiches)


def _first_places(glossary: "Glossary", fiche: Fiche, prose: Sequence[Prose]) -> list[TermPlace]:
    own = glossary.finder.own_terms((fiche.title, *fiche.other_names))
    found = glossary.finder.first_places([one.readable for one in prose], own)
    return [
        TermPlace(one.position + place.start, one.position + place.end, place.term)
        for one, places in zip(prose, found, strict=True)
        for place in places
    ]
