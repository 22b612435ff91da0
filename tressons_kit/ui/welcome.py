"""Joins what welcomes a person, Accueil, the path for newcomers and the tour, to where they lead."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tressons_kit.domain.errors import KitError
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.guided_path.guide import Guide
from tressons_kit.ui.home.page import HomePage
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.navigation import PageName
from tressons_kit.ui.navigator import Navigator
from tressons_kit.ui.notice import Notice
from tressons_kit.ui.reader.reader import Reader
from tressons_kit.ui.tour.tour import Tour


class Welcome(QObject):
    """Shows what was read last and how far the path was followed; says what else is wished."""

    search_requested = Signal()
    filters_chosen = Signal(object)
    tour_left = Signal()
    problem_met = Signal(KitError)

    def __init__(
        self,
        services: Services,
        reader: Reader,
        memory: Memory,
        appearance: Appearance,
        texts: Texts,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._services, self._memory, self._texts = services, memory, texts
        self._appearance = appearance
        self.home = HomePage(services, appearance, texts)
        self.guide = Guide(services, reader, memory, appearance, texts)
        self.tour = Tour(self.home, memory, appearance, texts)

    def join(self, navigator: Navigator, notice: Notice) -> None:
        """Take what is asked here, and follow what is read."""
        self._navigator, self._notice = navigator, notice
        home, guide = self.home, self.guide
        home.search_requested.connect(self.search_requested)
        home.filters_chosen.connect(self.filters_chosen)
        home.fiche_chosen.connect(self._open)
        home.step_chosen.connect(guide.go_to)
        home.path_requested.connect(guide.go_on)
        home.problem_met.connect(self.problem_met)
        guide.fiche_requested.connect(self._open)
        guide.progressed.connect(self._show_path)
        guide.ended.connect(self._on_path_ended)
        navigator.fiche_read.connect(guide.follow)
        navigator.fiche_read.connect(self._show_last_read)
        self.tour.left.connect(self.tour_left)

    def restore(self) -> None:
        """Show what earlier days left."""
        self._show_path()
        self._show_last_read()

    def show_help(self) -> None:
        """Open the help, from which the tour can be taken again."""
        from tressons_kit.ui.help.dialog import HelpDialog  # noqa: PLC0415 - not before the first paint

        window = self.home.window()
        dialog = HelpDialog(self._services.kit, self._appearance, self._texts, window)
        dialog.tour_requested.connect(self._start_tour)
        dialog.start()

    def focus_panes(self) -> list[QWidget]:
        """Return what F6 goes through here, in order."""
        return [self.tour.card.forward, self.home] if self.tour.is_open else [self.home]

    def _open(self, code: str) -> None:
        self._navigator.open_fiche(code)

    def _show_path(self) -> None:
        self.home.show_path_read(self.guide.read)

    def _show_last_read(self) -> None:
        fiches = self._services.fiches
        rows = [row for code in self._memory.state.last_read if (row := fiches.find_row(code))]
        cards = fiches.cards(rows)
        self.home.show_last_read([cards[row] for row in rows])

    def _start_tour(self) -> None:
        self._navigator.show_page(PageName.HOME)
        self.tour.start()

    def _on_path_ended(self) -> None:
        self._navigator.show_page(PageName.HOME)
        self.home.enter()
        self._notice.say(self._texts("Parcours terminé : tout le kit est à vous."))
