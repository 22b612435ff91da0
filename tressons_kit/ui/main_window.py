"""The window of an opened kit: the rail, the search field, the pages, and how they are joined."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.errors import FicheNotFound, KitError
from tressons_kit.domain.query import Filters, Query
from tressons_kit.foundation.explanations import explain
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.home.page import HomePage
from tressons_kit.ui.library.page import LibraryPage, Pane
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.navigation import History, Location, PageName
from tressons_kit.ui.notice import Notice
from tressons_kit.ui.rail import Rail
from tressons_kit.ui.reader.reader import Reader
from tressons_kit.ui.search_aid import SearchAid
from tressons_kit.ui.search_field import SearchField
from tressons_kit.ui.theme import GAP, SNUG, ThemeChoice

_PREPARE_AFTER = 120
"""Milliseconds after which the window is surely painted, and nobody has typed yet."""


class MainWindow(QMainWindow):
    """Joins pages that do not know each other, and decides where every wish leads."""

    kit_lost = Signal(KitError)

    def __init__(
        self, services: Services, appearance: Appearance, memory: Memory, texts: Texts
    ) -> None:
        super().__init__()
        self._services, self._appearance = services, appearance
        self._memory, self._texts = memory, texts
        self._history = History(Location(PageName.HOME))
        self.setWindowTitle(services.kit.info.title)
        self.setMinimumSize(760, 480)
        self.search = SearchField(appearance, texts)
        self.rail = Rail(appearance, texts)
        self.reader = Reader(services, appearance, texts)
        self.library = LibraryPage(services, self.reader, appearance, texts)
        self.home = HomePage(
            services.kit.info,
            services.kit.taxonomy,
            services.search.search(Query()).counts,
            appearance,
            texts,
        )
        self.notice = Notice(appearance, texts)
        self.aid = SearchAid(
            self.search, services, memory, lambda: self.library.controller.query, appearance, texts
        )
        self._build()
        self._connect()
        self._bind_keys()
        self._restore()
        self._go_to(self._history.current)
        self.library.controller.ask(Query())
        # After the first paint: importing the stemmer would hold it back.
        QTimer.singleShot(_PREPARE_AFTER, self.library.controller.prepare)
        QTimer.singleShot(2 * _PREPARE_AFTER, self.aid.prepare)
        self.search.setFocus()

    def open_fiche(self, code: str, words: str = "") -> None:
        """Open a fiche and put the focus on it; an unknown code is told, nothing else moves.

        `words` are marked in it, and it opens where they are best answered.
        """
        left_at = self.reader.page.scroll_position()
        if self._show(code, words):
            self._visit(self._here(), left_at)
            self.library.show_pane(Pane.READER)
            self.reader.page.setFocus()

    def show_library(self) -> None:
        """Go to the results."""
        self._visit(self._here())

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.keep_window(
            geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
            columns=tuple(self.library.columns),
        )
        self.library.controller.stop()
        self.aid.stop()
        self.reader.stop()
        self._memory.close()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        bar = QWidget()
        bar.setProperty("role", "bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        field_row = QHBoxLayout(bar)
        field_row.setContentsMargins(GAP, SNUG, GAP, SNUG)
        field_row.addWidget(self.search)
        field_row.addWidget(self.aid.save_button)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.home)
        self._pages.addWidget(self.library)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(bar)
        right.addWidget(self._pages, 1)
        right.addWidget(self.notice)
        central = QWidget()
        central.setProperty("role", "page")
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(central)
        QWidget.setTabOrder(self.search, self.aid.save_button)
        QWidget.setTabOrder(self.aid.save_button, self.rail)
        self.aid.build(self)

    def _connect(self) -> None:
        self.search.textEdited.connect(self._on_typed)
        self.search.textChanged.connect(self._on_cleared)
        self.search.moved.connect(self._on_moved)
        self.search.submitted.connect(self._on_submitted)
        self.search.abandoned.connect(self._step_back)
        self.rail.page_requested.connect(self._on_page)
        self.rail.theme_chosen.connect(self._on_theme)
        self.rail.help_requested.connect(self._show_help)
        self.home.term_chosen.connect(self._on_term)
        self.home.fiche_chosen.connect(self.open_fiche)
        self.library.fiche_opened.connect(self._on_result_opened)
        self.library.fiche_looked_at.connect(self._on_looked_at)
        self.library.search_cleared.connect(self._clear_search)
        self.library.text_replaced.connect(self._on_text_replaced)
        self.library.problem_met.connect(self.kit_lost)
        self.library.answer_shown.connect(self._on_answer_shown)
        self.reader.fiche_requested.connect(self.open_fiche)
        self.reader.source_requested.connect(self._on_source)
        self.reader.back_requested.connect(self._go_back)
        self.reader.forward_requested.connect(self._go_forward)
        self.reader.results_requested.connect(self._on_results)
        self.reader.problem_met.connect(self.kit_lost)
        self._appearance.changed.connect(self._on_appearance)
        self._connect_aid()
        application = QApplication.instance()
        if application is not None:
            # However the program ends, no answer may come to a window that is gone.
            application.aboutToQuit.connect(self.library.controller.stop)
            application.aboutToQuit.connect(self.aid.stop)
            application.aboutToQuit.connect(self.reader.stop)

    def _connect_aid(self) -> None:
        self.search.submitted.connect(self.aid.note_search)
        self.library.fiche_opened.connect(self.aid.note_search)
        self.library.answer_shown.connect(self.aid.show_query)
        self.library.unanswered_noted.connect(self.aid.note_unanswered)
        self._pages.currentChanged.connect(self.aid.leave_page)
        self.rail.settings_requested.connect(self.aid.show_settings)
        self.aid.fiche_chosen.connect(self.open_fiche)
        self.aid.search_chosen.connect(self._on_search_chosen)
        self.aid.said.connect(self.notice.say)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+K": self._start_search,
            # A text field keeps these two for itself: there they are letters like others.
            "/": self._start_search,
            "?": self._show_help,
            "Ctrl+,": self.aid.show_settings,
            "Ctrl+Shift+D": self.aid.save_search,
            "Alt+Return": self._explain,
            "Alt+Enter": self._explain,
            "Alt+Left": self._go_back,
            "Alt+Right": self._go_forward,
            "Ctrl++": lambda: self._appearance.resize_text(1),
            "Ctrl+=": lambda: self._appearance.resize_text(1),
            "Ctrl+-": lambda: self._appearance.resize_text(-1),
            "Ctrl+0": lambda: self._appearance.resize_text(0),
            "F6": self._next_pane,
            "F1": self._show_help,
        }
        for key, effect in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(effect)

    def _restore(self) -> None:
        state = self._memory.state
        if not (
            state.geometry and self.restoreGeometry(QByteArray.fromBase64(state.geometry.encode()))
        ):
            self.resize(1366, 768)
        if state.columns:
            self.library.set_columns(state.columns)
        self._show_last_read()

    def _show(self, code: str, words: str = "", *, from_top: bool = False) -> bool:
        """Put a fiche in the reader; tell why when it cannot be."""
        try:
            self.reader.show_fiche(code, words, from_top=from_top)
        except FicheNotFound as error:
            told = explain(error, self._texts)
            self.notice.say(f"{told.title}. {told.advice}")
            return False
        except KitError as error:
            self.kit_lost.emit(error)
            return False
        self.notice.hide()
        self._memory.add_read(self.reader.code or "")
        self._show_last_read()
        return True

    def _show_last_read(self) -> None:
        fiches = self._services.fiches
        rows = [row for code in self._memory.state.last_read if (row := fiches.find_row(code))]
        cards = fiches.cards(rows)
        self.home.show_last_read([cards[row] for row in rows])

    def _visit(self, location: Location, left_at: int | None = None) -> None:
        """Go somewhere new; `left_at` is the scroll of the page before, if another is there already."""
        self._history.leave_at(self.reader.page.scroll_position() if left_at is None else left_at)
        self._history.visit(location)
        self._show_place(location.page)

    def _go_to(self, location: Location) -> None:
        """Show again a place of the history, as it was left."""
        another = location.code and location.code != self.reader.code
        if another and not self._show(location.code, location.words, from_top=True):
            return
        self._show_place(location.page)
        if location.page is PageName.LIBRARY:
            self.library.show_pane(Pane.READER if location.code else Pane.RESULTS)
            self.reader.page.scroll_to(location.scroll)
            if location.code:
                self.reader.page.setFocus()

    def _here(self, source: int = 0) -> Location:
        return Location(PageName.LIBRARY, self.reader.code or "", source, words=self.reader.words)

    def _show_place(self, page: PageName) -> None:
        self._pages.setCurrentWidget(self.home if page is PageName.HOME else self.library)
        self.rail.show_page(page)
        self.reader.set_history(back=self._history.can_go_back, forward=self._history.can_go_forward)
        self.reader.set_stacked(stacked=self.library.is_narrow)

    def _go_back(self) -> None:
        self._history.leave_at(self.reader.page.scroll_position())
        self._go_to(self._history.back())

    def _go_forward(self) -> None:
        self._history.leave_at(self.reader.page.scroll_position())
        self._go_to(self._history.forward())

    def _step_back(self) -> None:
        """Undo one thing: leave the reader for the list, the list for the field, empty the field."""
        focused = QApplication.focusWidget()
        in_library = self._pages.currentWidget() is self.library
        if in_library and focused is not None and self.reader.isAncestorOf(focused):
            self._on_results()
        elif focused is not self.search:
            self._focus_search()
        elif self.search.text():
            self._clear_search()
        elif in_library and self.library.controller.query.filters:
            self.library.controller.clear_filters()
        elif in_library:
            self._visit(Location(PageName.HOME))

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _start_search(self) -> None:
        self._focus_search()
        self.aid.offer_kept()

    def _clear_search(self) -> None:
        self.search.clear()
        self.search.setFocus()

    def _next_pane(self) -> None:
        panes: list[QWidget] = [self.search]
        if self._pages.currentWidget() is self.library:
            panes += self.library.focus_panes()
            if self.reader.page.isVisible():
                panes.append(self.reader.page)
        else:
            panes.append(self.home)
        focused = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if pane is focused), -1)
        target = panes[(here + 1) % len(panes)]
        if target is self.home:
            self.home.focusNextChild()
        else:
            target.setFocus()

    def _on_typed(self, text: str) -> None:
        self.reader.finder.hold()
        self.library.controller.ask_text(text)
        self._show_results()

    def _on_cleared(self, text: str) -> None:
        # The clear button and Échap change the text without typing.
        if text != self.library.controller.query.text:
            self.library.controller.ask_text(text)

    def _on_text_replaced(self, text: str) -> None:
        # What was chosen is gone from the screen: the field shows what came of it.
        self.search.setText(text)
        self.search.setFocus()

    def _on_moved(self, step: int) -> None:
        self._show_results()
        self.library.move_by(step)

    def _on_submitted(self) -> None:
        if self._pages.currentWidget() is self.library or self.search.text().strip():
            self.library.open_current()

    def _explain(self) -> None:
        if self._pages.currentWidget() is self.library:
            self.library.explain_current()

    def _show_results(self) -> None:
        if self._pages.currentWidget() is not self.library:
            self._visit(Location(PageName.LIBRARY))
        self.library.show_pane(Pane.RESULTS)

    def _on_page(self, page: PageName) -> None:
        focused = QApplication.focusWidget()
        self._visit(Location(page))
        if page is PageName.LIBRARY:
            self.library.show_pane(Pane.RESULTS)
        elif focused is None or not self.rail.isAncestorOf(focused):
            # What had the focus is hidden now: Qt would give it to whatever comes next.
            self.search.setFocus()

    def _on_term(self, facet: str, term: str) -> None:
        self.search.clear()
        self.library.controller.ask(Query().toggled(facet, term))
        self._show_results()
        self.library.results.list.setFocus()

    def _on_search_chosen(self, text: str, filters: Filters) -> None:
        controller = self.library.controller
        controller.ask(replace(controller.query, text=text, filters=filters))
        self.search.setText(text)
        self._show_results()
        self.search.setFocus()

    def _on_result_opened(self, code: str) -> None:
        self.open_fiche(code, self.library.controller.query.text)

    def _on_looked_at(self, code: str) -> None:
        if self._show(code, self.library.controller.query.text):
            self._history.replace_current(self._here())

    def _on_answer_shown(self) -> None:
        self.reader.finder.follow(self.library.controller.query.text)

    def _on_source(self, number: int) -> None:
        self._visit(self._here(number))
        self.reader.show_source(number)

    def _on_results(self) -> None:
        self.library.show_pane(Pane.RESULTS)
        self.library.results.list.setFocus()

    def _on_theme(self, choice: ThemeChoice) -> None:
        self._appearance.choose(choice)

    def _on_appearance(self) -> None:
        self._memory.keep_look(theme=self._appearance.choice, text_scale=self._appearance.scale)

    def _show_help(self) -> None:
        from tressons_kit.ui.help_dialog import HelpDialog  # noqa: PLC0415 - not before the first paint

        info = self._services.kit.info
        about = self._texts("{} · version {} · licence du contenu : {}").format(
            info.title, info.content_version, info.licence
        )
        HelpDialog(f"{about}\n\n{info.notice}", self._texts, self).open()
