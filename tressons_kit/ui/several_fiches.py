"""Joins what lets several fiches be read: the tabs, what marks fiches, the page that compares them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.compare.page import ComparePage
from tressons_kit.ui.library.page import LibraryPage
from tressons_kit.ui.navigator import Navigator
from tressons_kit.ui.notice import Notice
from tressons_kit.ui.reader.page_foot import COMPARE_SCHEME
from tressons_kit.ui.reader.reader import Reader
from tressons_kit.ui.search_field import SearchField
from tressons_kit.ui.shortcuts import Command
from tressons_kit.ui.tabs.tabs import Tabs


class SeveralFiches(QObject):
    """Leads from the list and the reader to another tab or to a comparison, and back to a fiche."""

    def __init__(self, navigator: Navigator, notice: Notice, texts: Texts, window: QWidget) -> None:
        super().__init__(window)
        self._navigator, self._notice, self._texts = navigator, notice, texts

    def commands(self) -> dict[Command, Callable[[], None]]:
        """Return what the keys of the tabs do."""
        return {
            Command.NEXT_TAB: lambda: self._navigator.step_tab(1),
            Command.PREVIOUS_TAB: lambda: self._navigator.step_tab(-1),
            Command.CLOSE_TAB: self._navigator.close_tab,
            Command.REOPEN_TAB: self._navigator.reopen_tab,
        }

    def join_list(self, library: LibraryPage, search: SearchField) -> None:
        """Take what opens a result in another tab, and what marks results to compare them."""
        self._library = library
        library.fiche_opened_apart.connect(self._on_opened_apart)
        library.results.choice.refused.connect(self._notice.say)
        library.results.tray.comparison_asked.connect(self._navigator.show_comparison)
        search.submitted_apart.connect(library.open_current_apart)

    def join_reader(self, reader: Reader, tabs: Tabs) -> None:
        """Take the links of a fiche that open another tab or compare."""
        self._reader = reader
        reader.page.link_opened_behind.connect(self._on_link_behind)
        reader.page.link_activated.connect(self._on_link)
        tabs.made_room.connect(self._on_made_room)

    def join_comparison(self, page: ComparePage) -> None:
        """Take what is asked on the page that compares."""
        page.fiche_chosen.connect(self._on_fiche_chosen)
        page.columns_asked.connect(self._navigator.show_comparison)
        page.back_requested.connect(self._navigator.go_back)

    def _on_opened_apart(self, code: str) -> None:
        self._navigator.open_apart(code, self._library.controller.query.text)

    def _on_link_behind(self, url: QUrl) -> None:
        if url.scheme() == "fiche":
            self._navigator.open_behind(url.path())

    def _on_link(self, url: QUrl) -> None:
        if url.scheme() == COMPARE_SCHEME and self._reader.code:
            self._navigator.show_comparison((self._reader.code, url.path()))

    def _on_fiche_chosen(self, code: str) -> None:
        self._navigator.open_fiche(code)

    def _on_made_room(self, code: str) -> None:
        words = self._texts("Douze fiches sont ouvertes : {} a été fermée (Ctrl+Maj+T la rouvre).")
        self._notice.say(words.format(code))
