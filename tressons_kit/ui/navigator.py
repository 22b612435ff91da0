"""Where the window is: which page, which fiche, and the way back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from tressons_kit.domain.errors import (
    ComparedTypesDiffer,
    FicheNotFound,
    KitError,
    WrongNumberToCompare,
)
from tressons_kit.foundation.explanations import explain
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.compare.page import ComparePage
from tressons_kit.ui.library.page import LibraryPage, Pane
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.navigation import History, Location, PageName
from tressons_kit.ui.notice import Notice
from tressons_kit.ui.reader.reader import Reader
from tressons_kit.ui.tabs.open_fiches import OpenFiche
from tressons_kit.ui.tabs.tabs import Tabs

_RESUME_AFTER = 300
"""Milliseconds: whoever types when the list comes is not held by the fiche of the last time."""


class Navigator(QObject):
    """Goes from place to place, remembers the way, tells which page is on show.

    The reader lives in the library page: a fiche is a place of that page.
    """

    page_shown = Signal(PageName)
    fiche_read = Signal(str)
    kit_lost = Signal(KitError)

    def __init__(
        self,
        services: Services,
        reader: Reader,
        tabs: Tabs,
        memory: Memory,
        notice: Notice,
        texts: Texts,
    ) -> None:
        super().__init__()
        self._services, self._memory, self._texts = services, memory, texts
        self._reader, self._tabs, self._notice = reader, tabs, notice
        self._history = History(Location(PageName.HOME))
        self.stack = QStackedWidget()
        self._pages: dict[PageName, QWidget] = {}
        self._resume = QTimer(self, singleShot=True, interval=_RESUME_AFTER)
        self._resume.timeout.connect(self._on_resume)
        tabs.chosen.connect(self.go_to_tab)
        tabs.close_asked.connect(self.close_tab)
        tabs.reopen_asked.connect(self.reopen_tab)
        tabs.left.connect(self._reader.page.setFocus)

    def add_pages(
        self, library: LibraryPage, compare: ComparePage, others: Mapping[PageName, QWidget]
    ) -> None:
        """Take the pages, then show the first place."""
        self._library, self._compare = library, compare
        self._pages = {**others, PageName.LIBRARY: library, PageName.COMPARE: compare}
        for name in PageName:
            self.stack.addWidget(self._pages[name])

    @property
    def page(self) -> PageName:
        """The page on show."""
        return next(name for name, page in self._pages.items() if page is self.stack.currentWidget())

    def open_fiche(self, code: str, words: str = "") -> None:
        """Open a fiche and put the focus on it; an unknown code is told, nothing else moves.

        `words` are marked in it, and it opens where they are best answered.
        """
        left_at = self._leave_fiche()
        if self._show(code, words):
            self._tabs.show(self._reader.code or "", words)
            self._visit(self._here(), left_at)
            self._library.show_pane(Pane.READER)
            self._enter_page()

    def look_at(self, code: str, words: str) -> None:
        """Show a fiche beside the list, without a step in the history nor a tab of its own."""
        self._leave_fiche()
        if self._show(code, words):
            self._tabs.look_at(self._reader.code or "")
            self._history.replace_current(self._here())

    def open_apart(self, code: str, words: str = "") -> None:
        """Open a fiche of the list in a new tab and show it; the focus stays on the list."""
        self._leave_fiche()
        if self._show(code, words):
            code = self._reader.code or ""
            self._tabs.add(code, words)
            self._tabs.show(code, words)
            self._history.replace_current(self._here())
            self._say_apart(code)

    def open_behind(self, code: str, words: str = "") -> None:
        """Open a fiche in a new tab, behind what is being read; nothing else moves."""
        try:
            self._services.fiches.get(code)
        except FicheNotFound as error:
            self._tell(error)
            return
        self._tabs.add(code, words)
        self._say_apart(code)

    def go_to_tab(self, code: str) -> None:
        """Show the fiche of a tab as it was left; the focus stays on the tabs if it is there."""
        fiche = self._tabs.open.find(code)
        if fiche is None or (code == self._reader.code and not self._tabs.open.preview):
            return
        self._show_tab(fiche, self._leave_fiche())

    def step_tab(self, step: int) -> None:
        """Go to a tab beside the current one, going round."""
        fiche = self._tabs.open.beside(step)
        if fiche:
            self.go_to_tab(fiche.code)

    def close_tab(self, code: str = "") -> None:
        """Close a tab, the current one if none is named; a fiche only looked at gives way to it."""
        current = self._tabs.open.current
        shown = self._leave_fiche()
        if self._tabs.open.preview and code in {"", self._tabs.open.preview}:
            if current:
                self._show_tab(current, shown)
            return
        code = code or (current.code if current else "")
        left = self._tabs.close(code)
        if left is None:
            self._reader.show_nothing()
            self.enter_results()
        elif current and code == current.code:
            self._show_tab(left, shown)

    def reopen_tab(self) -> None:
        """Open again the tab that was closed last."""
        shown = self._leave_fiche()
        fiche = self._tabs.reopen()
        if fiche:
            self._show_tab(fiche, shown)

    def show_comparison(self, codes: Sequence[str]) -> None:
        """Go to the comparison of some fiches; what cannot be compared is told."""
        left_at = self._scroll_position()
        if self._show_columns(codes):
            self._visit(Location(PageName.COMPARE, compared=tuple(codes)), left_at)

    def show_page(self, page: PageName) -> None:
        """Go to a page."""
        self._visit(Location(page))

    def show_library(self) -> None:
        """Go to the results, the fiche beside them."""
        self._visit(self._here())

    def show_results(self) -> None:
        """Show the list, wherever we are, and leave the focus where it is."""
        if self.page is not PageName.LIBRARY:
            self._visit(Location(PageName.LIBRARY))
        self._library.show_pane(Pane.RESULTS)

    def enter_results(self) -> None:
        """Leave the reader for the list."""
        self._library.show_pane(Pane.RESULTS)
        self._library.results.list.setFocus()

    def show_source(self, number: int) -> None:
        """Go to a source of the fiche on show."""
        self._visit(self._here(number))
        self._reader.show_source(number)

    def go_back(self) -> None:
        """Go back to the place before, as it was left."""
        self._history.leave_at(self._scroll_position())
        self._go_to(self._history.back())

    def go_forward(self) -> None:
        """Go again where we came back from."""
        self._history.leave_at(self._scroll_position())
        self._go_to(self._history.forward())

    def start(self) -> None:
        """Show the first place."""
        self._go_to(self._history.current)

    def stop(self) -> None:
        """Remember where the fiche on show is read."""
        self._resume.stop()
        self._leave_fiche()

    def is_in_reader(self) -> bool:
        """Tell whether the focus is in a fiche."""
        focused = QApplication.focusWidget()
        return (
            self.page is PageName.LIBRARY and focused is not None and self._reader.isAncestorOf(focused)
        )

    def _show(self, code: str, words: str = "", *, from_top: bool = False) -> bool:
        """Put a fiche in the reader; tell why when it cannot be."""
        try:
            self._reader.show_fiche(code, words, from_top=from_top)
        except FicheNotFound as error:
            self._tell(error)
            return False
        except KitError as error:
            self.kit_lost.emit(error)
            return False
        self._notice.hide()
        self._memory.add_read(self._reader.code or "")
        self.fiche_read.emit(self._reader.code or "")
        return True

    def _visit(self, location: Location, left_at: int | None = None) -> None:
        """Go somewhere new; `left_at` is the scroll of the page before, if another is there already."""
        self._history.leave_at(self._scroll_position() if left_at is None else left_at)
        self._history.visit(location)
        self._show_place(location.page)

    def _go_to(self, location: Location) -> None:
        """Show again a place of the history, as it was left."""
        if location.page is PageName.COMPARE:
            if self._show_columns(location.compared):
                self._show_place(location.page)
                self._compare.scroll_to(location.scroll)
            return
        another = location.code and location.code != self._reader.code
        if another:
            self._leave_fiche()
            if not self._show(location.code, location.words, from_top=True):
                return
        if location.code:
            self._tabs.show(location.code, location.words)
        self._show_place(location.page)
        if location.page is PageName.LIBRARY:
            self._library.show_pane(Pane.READER if location.code else Pane.RESULTS)
            self._reader.page.scroll_to(location.scroll)
            if location.code:
                self._enter_page()

    def _enter_page(self) -> None:
        page = self._reader.page
        if page.hasFocus():
            # From a fiche to another one the focus does not move: nothing else tells it.
            announce(page, page.accessibleName())
        page.setFocus()

    def _show_tab(self, fiche: OpenFiche, left_at: int) -> None:
        """Bring a tab to the front, at the place where it was left."""
        focused = QApplication.focusWidget()
        on_tabs = focused is not None and self._tabs.strip.isAncestorOf(focused)
        if not self._show(fiche.code, fiche.words, from_top=True):
            return
        self._tabs.show(fiche.code, fiche.words)
        self._visit(self._here(), left_at)
        self._library.show_pane(Pane.READER)
        self._reader.page.scroll_to(fiche.scroll)
        if not on_tabs:
            self._reader.page.setFocus()

    def _show_columns(self, codes: Sequence[str]) -> bool:
        """Put some fiches in the page that compares; tell why when they cannot be."""
        try:
            self._compare.show_codes(codes)
        except (FicheNotFound, WrongNumberToCompare, ComparedTypesDiffer) as error:
            self._tell(error)
            return False
        except KitError as error:
            self.kit_lost.emit(error)
            return False
        self._notice.hide()
        return True

    def _on_resume(self) -> None:
        """Show the fiche that was being read the last time, if nothing else came."""
        if self._reader.code is not None or self.page is not PageName.LIBRARY:
            return
        fiche = self._tabs.resume()
        if fiche and self._show(fiche.code, from_top=True):
            self._reader.page.scroll_to(fiche.scroll)

    def _leave_fiche(self) -> int:
        """Remember in its tab how far the fiche on show is scrolled; return where this page is."""
        if self._reader.code:
            self._tabs.leave_at(self._reader.code, self._reader.page.scroll_position())
        return self._scroll_position()

    def _scroll_position(self) -> int:
        page = self._compare if self.page is PageName.COMPARE else self._reader.page
        return page.scroll_position()

    def _say_apart(self, code: str) -> None:
        """Say that a tab was opened: aloud, and where the tabs cannot be seen."""
        said = self._texts("{} est ouverte dans un onglet").format(code)
        announce(self._reader, said)
        if not self._tabs.strip.isVisible():
            self._notice.say(self._texts("{}. Ctrl+Tab passe d’un onglet à l’autre.").format(said))

    def _tell(self, error: KitError) -> None:
        told = explain(error, self._texts)
        self._notice.say(f"{told.title}. {told.advice}")

    def _here(self, source: int = 0) -> Location:
        return Location(PageName.LIBRARY, self._reader.code or "", source, words=self._reader.words)

    def _show_place(self, page: PageName) -> None:
        self.stack.setCurrentWidget(self._pages[page])
        self._reader.set_history(back=self._history.can_go_back, forward=self._history.can_go_forward)
        self._reader.set_stacked(stacked=self._library.is_narrow)
        if page is PageName.LIBRARY and self._reader.code is None:
            self._resume.start()
        self.page_shown.emit(page)
