"""The window of an opened kit: the rail, the search field, the pages, and how they are joined."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.depths import Depth
from tressons_kit.domain.errors import KitError
from tressons_kit.domain.query import Filters, Query
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.caret_reading import CaretReading
from tressons_kit.ui.compare.page import ComparePage
from tressons_kit.ui.glossary.page import GlossaryPage
from tressons_kit.ui.library.page import LibraryPage, Pane
from tressons_kit.ui.look_voice import LookVoice
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.navigation import PageName
from tressons_kit.ui.navigator import Navigator
from tressons_kit.ui.notice import Notice
from tressons_kit.ui.print_command import PrintCommand
from tressons_kit.ui.rail import Rail
from tressons_kit.ui.reader.reader import Reader
from tressons_kit.ui.search_aid import SearchAid
from tressons_kit.ui.search_field import SearchField
from tressons_kit.ui.several_fiches import SeveralFiches
from tressons_kit.ui.shortcuts import Command, bind
from tressons_kit.ui.tabs.tabs import Tabs
from tressons_kit.ui.theme import GAP, SNUG, ThemeChoice
from tressons_kit.ui.welcome import Welcome

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
        self.setWindowTitle(services.kit.info.title)
        self.setMinimumSize(760, 480)
        self.search = SearchField(appearance, texts)
        self.rail = Rail(appearance, texts)
        self.reader = Reader(services, appearance, texts)
        self.tabs = Tabs(services, memory, appearance, texts)
        self.library = LibraryPage(services, self.tabs.above(self.reader), appearance, texts)
        self.welcome = Welcome(services, self.reader, memory, appearance, texts, self)
        self.glossary = GlossaryPage(services, appearance, texts)
        self.compare = ComparePage(services, appearance, texts)
        self.notice = Notice(appearance, texts)
        self.navigator = Navigator(services, self.reader, self.tabs, memory, self.notice, texts)
        self._several = SeveralFiches(self.navigator, self.notice, texts, self)
        self._printing = PrintCommand(services, appearance, texts, self)
        self.aid = SearchAid(
            self.search, services, memory, lambda: self.library.controller.query, appearance, texts
        )
        self._look_voice = LookVoice(self, appearance, texts)
        pages = (self.reader.page, self.glossary.pane)
        self._caret = CaretReading(pages, memory, self.notice.say, texts)
        self._build()
        self._connect()
        self._bind_keys()
        self._restore()
        self.navigator.start()
        self.library.controller.ask(Query())
        # After the first paint: importing the stemmer would hold it back.
        QTimer.singleShot(_PREPARE_AFTER, self.library.controller.prepare)
        QTimer.singleShot(2 * _PREPARE_AFTER, self.aid.prepare)
        self.search.setFocus()

    def open_fiche(self, code: str) -> None:
        """Open a fiche and put the focus on it; an unknown code is told, nothing else moves."""
        self.navigator.open_fiche(code)

    def show_term(self, name: str) -> None:
        """Open the glossary at a term."""
        self.navigator.show_page(PageName.GLOSSARY)
        self.glossary.show_term(name)

    def show_library(self) -> None:
        """Go to the results."""
        self.navigator.show_library()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.keep_window(
            geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
            columns=tuple(self.library.columns) or self._memory.state.columns,
        )
        self.welcome.guide.leave()
        self.navigator.stop()
        self.library.controller.stop()
        self.aid.stop()
        self.reader.stop()
        self.glossary.stop()
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
        others = {PageName.HOME: self.welcome.home, PageName.GLOSSARY: self.glossary}
        self.navigator.add_pages(self.library, self.compare, others)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(bar)
        right.addWidget(self.navigator.stack, 1)
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
        self._connect_welcome()
        self.library.fiche_opened.connect(self._on_result_opened)
        self.library.fiche_looked_at.connect(self._on_looked_at)
        self.library.search_cleared.connect(self._clear_search)
        self.library.text_replaced.connect(self._on_text_replaced)
        self.library.problem_met.connect(self.kit_lost)
        self.library.answer_shown.connect(self._on_answer_shown)
        self._connect_reading()
        self._appearance.changed.connect(self._on_appearance)
        self._connect_aid()
        self._connect_glossary()
        self._connect_several()
        application = QApplication.instance()
        if application is not None:
            # However the program ends, no answer may come to a window that is gone.
            application.aboutToQuit.connect(self.library.controller.stop)
            application.aboutToQuit.connect(self.aid.stop)
            application.aboutToQuit.connect(self.reader.stop)
            application.aboutToQuit.connect(self.glossary.stop)

    def _connect_welcome(self) -> None:
        self.welcome.join(self.navigator, self.notice)
        self.welcome.search_requested.connect(self._find_any)
        self.welcome.filters_chosen.connect(self._on_filters)
        self.welcome.tour_left.connect(self._focus_search)
        self.welcome.problem_met.connect(self.kit_lost)
        self.rail.help_requested.connect(self.welcome.show_help)

    def _connect_reading(self) -> None:
        self.reader.fiche_requested.connect(self.open_fiche)
        self.reader.source_requested.connect(self.navigator.show_source)
        self.reader.back_requested.connect(self.navigator.go_back)
        self.reader.forward_requested.connect(self.navigator.go_forward)
        self.reader.results_requested.connect(self.navigator.enter_results)
        self.reader.depth_changed.connect(self._memory.keep_depth)
        self.reader.print_requested.connect(self._print)
        self.reader.problem_met.connect(self.kit_lost)
        self.navigator.kit_lost.connect(self.kit_lost)
        self.navigator.page_shown.connect(self.rail.show_page)

    def _connect_several(self) -> None:
        self._several.join_list(self.library, self.search)
        self._several.join_reader(self.reader, self.tabs)
        self._several.join_comparison(self.compare)
        self.compare.address_asked.connect(self._on_address)
        self.compare.print_requested.connect(self._print)

    def _connect_aid(self) -> None:
        self.search.submitted.connect(self.aid.note_search)
        self.library.fiche_opened.connect(self.aid.note_search)
        self.library.answer_shown.connect(self.aid.follow_answer)
        self.library.unanswered_noted.connect(self.aid.note_unanswered)
        self.navigator.stack.currentChanged.connect(self.aid.leave_page)
        self.rail.settings_requested.connect(self.aid.show_settings)
        self.aid.depth_chosen.connect(lambda depth: self.reader.set_depth(Depth.read(depth)))
        self.aid.fiche_chosen.connect(self.open_fiche)
        self.aid.search_chosen.connect(self._on_search_chosen)
        self.aid.said.connect(self.notice.say)

    def _connect_glossary(self) -> None:
        for source in (self.aid.term_chosen, self.library.term_chosen, self.reader.lens.term_requested):
            source.connect(self.show_term)
        self.glossary.fiche_chosen.connect(self.navigator.open_fiche)
        self.glossary.search_chosen.connect(lambda text: self._on_search_chosen(text, {}))
        self.glossary.address_asked.connect(self._on_address)
        self.glossary.problem_met.connect(self.kit_lost)
        self.reader.lens.set_on(on=self._memory.state.lens)
        self._memory.lens_changed.connect(lambda on: self.reader.lens.set_on(on=on))

    def _bind_keys(self) -> None:
        effects: dict[Command, Callable[[], None]] = {
            Command.SEARCH: self._start_search,
            Command.HELP: self.welcome.show_help,
            Command.SETTINGS: self.aid.show_settings,
            Command.SAVE_SEARCH: self.aid.save_search,
            Command.EXPLAIN: self._explain,
            Command.BACK: self.navigator.go_back,
            Command.FORWARD: self.navigator.go_forward,
            Command.LARGER: lambda: self._appearance.resize_text(1),
            Command.SMALLER: lambda: self._appearance.resize_text(-1),
            Command.USUAL_SIZE: lambda: self._appearance.resize_text(0),
            Command.PRINT: self._print,
            Command.NEXT_PANE: self._next_pane,
            Command.CARET: self._caret.toggle,
            **self._several.commands(),
        }
        for command, effect in effects.items():
            bind(self, command, effect)

    def _restore(self) -> None:
        state = self._memory.state
        if not (
            state.geometry and self.restoreGeometry(QByteArray.fromBase64(state.geometry.encode()))
        ):
            self.resize(1366, 768)
        self.reader.set_depth(Depth.read(state.first_depth or state.depth))
        if state.columns:
            self.library.set_columns(state.columns)
        self.welcome.restore()

    def _step_back(self) -> None:
        """Undo one thing: leave the reader for the list, the list for the field, empty the field."""
        in_library = self.navigator.page is PageName.LIBRARY
        if self.welcome.tour.close_card():
            return
        if self.navigator.is_in_reader():
            self.navigator.enter_results()
        elif QApplication.focusWidget() is not self.search:
            self._focus_search()
        elif self.search.text():
            self._clear_search()
        elif in_library and self.library.controller.query.filters:
            self.library.controller.clear_filters()
        elif self.navigator.page is not PageName.HOME:
            self.navigator.show_page(PageName.HOME)

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
        if self.navigator.page is PageName.LIBRARY:
            panes += self.library.focus_panes()
            if self.reader.page.isVisible():
                panes.append(self.reader.page)
        elif self.navigator.page is PageName.GLOSSARY:
            panes += self.glossary.focus_panes()
        elif self.navigator.page is PageName.COMPARE:
            panes += self.compare.focus_panes()
        else:
            panes += self.welcome.focus_panes()
        focused = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if pane is focused), -1)
        target = panes[(here + 1) % len(panes)]
        if target is self.welcome.home:
            self.welcome.home.enter()
        else:
            target.setFocus()

    def _on_typed(self, text: str) -> None:
        self.reader.finder.hold()
        self.library.controller.ask_text(text)
        self.navigator.show_results()

    def _on_cleared(self, text: str) -> None:
        # The clear button and Échap change the text without typing.
        if text != self.library.controller.query.text:
            self.library.controller.ask_text(text)

    def _on_text_replaced(self, text: str) -> None:
        # What was chosen is gone from the screen: the field shows what came of it.
        self.search.setText(text)
        self.search.setFocus()

    def _on_moved(self, step: int) -> None:
        self.navigator.show_results()
        self.library.move_by(step)

    def _on_submitted(self) -> None:
        if self.navigator.page is PageName.LIBRARY or self.search.text().strip():
            self.library.open_current()

    def _explain(self) -> None:
        if self.navigator.page is PageName.LIBRARY:
            self.library.explain_current()

    def _on_page(self, page: PageName) -> None:
        focused = QApplication.focusWidget()
        self.navigator.show_page(page)
        if page is PageName.LIBRARY:
            self.library.show_pane(Pane.RESULTS)
        elif focused is None or not self.rail.isAncestorOf(focused):
            # What had the focus is hidden now: Qt would give it to whatever comes next.
            self.search.setFocus()

    def _find_any(self) -> None:
        self._on_filters({})
        self._start_search()

    def _on_filters(self, filters: Filters) -> None:
        self.search.clear()
        self.library.controller.ask(Query(filters=filters))
        self.navigator.show_results()
        self.library.results.list.setFocus()

    def _on_search_chosen(self, text: str, filters: Filters) -> None:
        controller = self.library.controller
        controller.ask(replace(controller.query, text=text, filters=filters))
        self.search.setText(text)
        self.navigator.show_results()
        self.search.setFocus()

    def _on_result_opened(self, code: str) -> None:
        self.navigator.open_fiche(code, self.library.controller.query.text)

    def _on_looked_at(self, code: str) -> None:
        self.navigator.look_at(code, self.library.controller.query.text)

    def _on_answer_shown(self) -> None:
        self.reader.finder.follow(self.library.controller.query.text)

    def _on_address(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self.notice.offer_address(address)

    def _on_theme(self, choice: ThemeChoice) -> None:
        self._appearance.choose(choice)

    def _on_appearance(self) -> None:
        self._look_voice.speak()
        look = self._appearance
        self._memory.keep_look(theme=look.choice, text_scale=look.scale, motion=look.motion_choice)

    def _print(self) -> None:
        code, compared = self.reader.code, self.compare.comparison
        if compared and self.navigator.page is PageName.COMPARE:
            self._printing.print_comparison(compared)
        elif code is not None and self.reader.page.isVisible():
            self._printing.print_fiche(self._services.fiches.get(code))
        else:
            self.notice.say(self._texts("Ouvrez d’abord la fiche à imprimer."))
