"""Where the window is: which page, which fiche, and the way back."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from tressons_kit.domain.errors import FicheNotFound, KitError
from tressons_kit.foundation.explanations import explain
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.library.page import LibraryPage, Pane
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.navigation import History, Location, PageName
from tressons_kit.ui.notice import Notice
from tressons_kit.ui.reader.reader import Reader


class Navigator(QObject):
    """Goes from place to place, remembers the way, tells which page is on show.

    The reader lives in the library page: a fiche is a place of that page.
    """

    page_shown = Signal(PageName)
    fiche_read = Signal(str)
    kit_lost = Signal(KitError)

    def __init__(
        self, services: Services, reader: Reader, memory: Memory, notice: Notice, texts: Texts
    ) -> None:
        super().__init__()
        self._services, self._memory, self._texts = services, memory, texts
        self._reader, self._notice = reader, notice
        self._history = History(Location(PageName.HOME))
        self.stack = QStackedWidget()
        self._pages: dict[PageName, QWidget] = {}

    def add_pages(self, library: LibraryPage, others: Mapping[PageName, QWidget]) -> None:
        """Take the pages, then show the first place."""
        self._library = library
        self._pages = {**others, PageName.LIBRARY: library}
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
        left_at = self._reader.page.scroll_position()
        if self._show(code, words):
            self._visit(self._here(), left_at)
            self._library.show_pane(Pane.READER)
            self._enter_page()

    def look_at(self, code: str, words: str) -> None:
        """Show a fiche beside the list, without a step in the history."""
        if self._show(code, words):
            self._history.replace_current(self._here())

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
        self._history.leave_at(self._reader.page.scroll_position())
        self._go_to(self._history.back())

    def go_forward(self) -> None:
        """Go again where we came back from."""
        self._history.leave_at(self._reader.page.scroll_position())
        self._go_to(self._history.forward())

    def start(self) -> None:
        """Show the first place."""
        self._go_to(self._history.current)

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
            told = explain(error, self._texts)
            self._notice.say(f"{told.title}. {told.advice}")
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
        self._history.leave_at(self._reader.page.scroll_position() if left_at is None else left_at)
        self._history.visit(location)
        self._show_place(location.page)

    def _go_to(self, location: Location) -> None:
        """Show again a place of the history, as it was left."""
        another = location.code and location.code != self._reader.code
        if another and not self._show(location.code, location.words, from_top=True):
            return
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

    def _here(self, source: int = 0) -> Location:
        return Location(PageName.LIBRARY, self._reader.code or "", source, words=self._reader.words)

    def _show_place(self, page: PageName) -> None:
        self.stack.setCurrentWidget(self._pages[page])
        self._reader.set_history(back=self._history.can_go_back, forward=self._history.can_go_forward)
        self._reader.set_stacked(stacked=self._library.is_narrow)
        self.page_shown.emit(page)
