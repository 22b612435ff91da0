"""The page « Accueil »: understood in ten seconds, useful without scrolling on a small screen."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from tressons_kit.domain.errors import KitError
from tressons_kit.domain.fiche import FicheCard
from tressons_kit.domain.query import Query
from tressons_kit.domain.taxonomy import TYPE_FACET
from tressons_kit.foundation.contents_line import contents_line
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.home.actions import Action, actions_for
from tressons_kit.ui.home.card import Card
from tressons_kit.ui.home.content_model import THEME_FACET
from tressons_kit.ui.home.sections import HomeSection, fiche_button, words
from tressons_kit.ui.home.tile import Tile
from tressons_kit.ui.theme import GAP, ROOMY, SNUG, TIGHT

if TYPE_CHECKING:
    from tressons_kit.ui.home.path_section import PathSection

_WIDTH = 1_180
_ACTION_WIDTH, _AXIS_WIDTH, _READ_WIDTH = 190, 190, 240
_AXES = "axes"
_LAST_READ_SHOWN = 3
_AFTER_PAINT = 60
"""Milliseconds after which what is shown first is surely painted."""


class HomePage(QWidget):
    """Says which filters, fiche or step of the path were chosen; `path_requested` is to go on.

    What is under the first lines is built once these are painted: `completed` tells that it is.
    """

    search_requested = Signal()
    filters_chosen = Signal(object)
    fiche_chosen = Signal(str)
    step_chosen = Signal(str)
    path_requested = Signal()
    completed = Signal()
    problem_met = Signal(KitError)

    def __init__(
        self, services: Services, appearance: Appearance, texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._appearance, self._texts = services, appearance, texts
        self._counts = services.search.search(Query()).counts
        self._read: Collection[str] = ()
        self._read_cards: Sequence[FicheCard] = ()
        self._read_shown: Sequence[FicheCard] = ()
        self._completion = QTimer(self, singleShot=True, interval=_AFTER_PAINT)
        self._completion.timeout.connect(self._complete)
        self._is_complete = False
        self._path: PathSection | None = None
        self.setProperty("role", "page")
        self._build_area()
        self._add_title()
        self._add_actions()
        self._add_axes()
        self._add_last_read()
        self._column.addStretch(1)

    def enter(self) -> None:
        """Give the focus to the first thing that one can do."""
        self._actions[0][0].setFocus(Qt.FocusReason.TabFocusReason)

    def show_last_read(self, cards: Sequence[FicheCard]) -> None:
        """Show the fiches read last, most recent first."""
        self._read_cards = cards[:_LAST_READ_SHOWN]
        # Fiches are opened while the page is hidden: cards would be made for nobody.
        if self.isVisible():
            self._show_last_read()

    def show_path_read(self, codes: Collection[str]) -> None:
        """Show which steps of the path were read."""
        self._read = codes
        for card, action in self._actions:
            card.set_words(action.words(codes))
        if self._path:
            self._path.show_read(codes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_last_read()
        if not self._is_complete:
            self._completion.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Hidden for another page, or for good: the kit may be closed when the time comes.
        self._completion.stop()

    def _build_area(self) -> None:
        column = QWidget()
        column.setMaximumWidth(self._appearance.pixels(_WIDTH))
        self._appearance.changed.connect(
            lambda: column.setMaximumWidth(self._appearance.pixels(_WIDTH))
        )
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(ROOMY, SNUG, ROOMY, ROOMY)
        self._column.setSpacing(SNUG)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(column)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def _add_title(self) -> None:
        info = self._services.kit.info
        contents = contents_line(info, self._texts)
        counted = self._texts("{}. Tout fonctionne sans connexion.").format(contents)
        title = QVBoxLayout()
        title.setSpacing(TIGHT)
        title.addWidget(words(info.title, "title"))
        title.addWidget(words(counted, "soft"))
        self._column.addLayout(title)

    def _add_actions(self) -> None:
        section = self._section(self._texts("Que voulez-vous faire ?"))
        grid = section.add_grid(_ACTION_WIDTH)
        self._actions: list[tuple[Card, Action]] = []
        for action in actions_for(self._services.kit.info, self._counts, self._texts):
            card = Card(action.words(()), self._appearance)
            card.clicked.connect(lambda _=False, action=action: self._act(action))
            grid.addWidget(card)
            self._actions.append((card, action))

    def _act(self, action: Action) -> None:
        if action.is_path:
            self.path_requested.emit()
        elif action.filters:
            self.filters_chosen.emit(action.filters)
        else:
            self.search_requested.emit()

    def _add_axes(self) -> None:
        facet, counts = self._services.kit.taxonomy.find(_AXES), self._counts.get(_AXES, {})
        used = [term for term in facet.terms if counts.get(term.id)] if facet else []
        if not facet or not used:
            return
        section = self._section(self._texts("Ou entrez par un axe de l’étude TRESSONS"))
        grid = section.add_grid(_AXIS_WIDTH)
        for term in used:
            tile = Tile(term.label, counts[term.id], self._appearance, self._texts)
            filters = {_AXES: frozenset({term.id})}
            tile.clicked.connect(lambda _=False, filters=filters: self.filters_chosen.emit(filters))
            grid.addWidget(tile)

    def _add_last_read(self) -> None:
        self._last_read = self._section(self._texts("Lues récemment"))
        self._read_grid = self._last_read.add_grid(_READ_WIDTH)
        self._last_read.hide()

    def _show_last_read(self) -> None:
        if self._read_cards == self._read_shown:
            return
        self._read_shown = self._read_cards
        while self._read_grid.count():
            self._read_grid.takeAt(0).widget().deleteLater()
        taxonomy = self._services.kit.taxonomy
        for fiche in self._read_cards:
            about = (taxonomy.label(TYPE_FACET, fiche.type), fiche.place)
            text = " · ".join(part for part in about if part)
            chosen = self.fiche_chosen.emit
            self._read_grid.addWidget(fiche_button(fiche, text, self._appearance, chosen))
        self._last_read.setVisible(bool(self._read_cards))

    def _complete(self) -> None:
        """Build what one scrolls to; a kit that turns out to be damaged is told."""
        self._is_complete = True
        self._column.takeAt(self._column.count() - 1)
        try:
            self._add_figures()
            self._add_map()
            self._add_path()
            self._add_news()
        except KitError as error:
            self.problem_met.emit(error)
        self._column.addStretch(1)
        self.completed.emit()

    def _add_figures(self) -> None:
        code = self._services.kit.info.figures
        if code is None or self._services.fiches.find_row(code) is None:
            return
        from tressons_kit.ui.home.figures_section import FiguresSection  # noqa: PLC0415 - later

        fiche = self._services.fiches.get(code)
        if fiche.figures:
            section = FiguresSection(fiche, self._appearance, self._texts)
            section.fiche_chosen.connect(self.fiche_chosen)
            self._column.addWidget(section)

    def _add_map(self) -> None:
        from tressons_kit.ui.home.content_map import ContentMap  # noqa: PLC0415 - later
        from tressons_kit.ui.home.content_model import ContentModel  # noqa: PLC0415

        kit, texts = self._services.kit, self._texts
        section = self._section(texts("Tout le contenu, par thème et par type"))
        section.add_words(
            texts("Chaque case mène à ses fiches. Une fiche a parfois plusieurs thèmes, ou aucun.")
        )
        pairs = kit.count_pairs(THEME_FACET, TYPE_FACET)
        model = ContentModel(kit.taxonomy, self._counts, pairs, kit.info.fiche_count, texts, self)
        self._map = ContentMap(model, self._appearance, texts)
        self._map.filters_chosen.connect(self.filters_chosen)
        self._map.cell_reached.connect(self._keep_in_sight)
        section.column.addWidget(self._map)

    def _add_path(self) -> None:
        from tressons_kit.ui.home.news_section import fiche_cards  # noqa: PLC0415 - later
        from tressons_kit.ui.home.path_section import PathSection  # noqa: PLC0415

        path = self._services.kit.info.path
        cards = fiche_cards([step.code for step in path.steps], self._services)
        steps = [(cards[step.code], step.reason) for step in path.steps if step.code in cards]
        if steps:
            self._path = PathSection(path.title, steps, self._appearance, self._texts)
            self._path.show_read(self._read)
            self._path.step_chosen.connect(self.step_chosen)
            self._path.path_requested.connect(self.path_requested)
            self._column.addWidget(self._path)

    def _add_news(self) -> None:
        from tressons_kit.ui.home.news_section import NewsSection  # noqa: PLC0415 - later

        news = NewsSection(self._services, self._appearance, self._texts)
        news.fiche_chosen.connect(self.fiche_chosen)
        self._column.addWidget(news)

    def _section(self, title: str) -> HomeSection:
        section = HomeSection(title, self._appearance)
        self._column.addWidget(section)
        return section

    def _keep_in_sight(self, cell: QRect) -> None:
        """Scroll as far as it takes to show the cell that the arrows reached."""
        inside = self._map.viewport().mapTo(self._area.widget(), cell.center())
        self._area.ensureVisible(inside.x(), inside.y(), cell.width() // 2, cell.height() // 2 + GAP)
