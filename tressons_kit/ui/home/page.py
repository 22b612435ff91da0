"""The page « Accueil »: understood in ten seconds, useful without scrolling on a small screen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tressons_kit.domain.fiche import FicheCard
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.kit_info import KitInfo
from tressons_kit.domain.taxonomy import TYPE_FACET, Taxonomy
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.home.tile import Tile
from tressons_kit.ui.theme import GAP, ROOMY, SNUG, TIGHT

_WIDTH = 1_180
_TYPE_WIDTH, _THEME_WIDTH = 240, 280
_THEMES = "themes"
_LAST_READ_SHOWN = 5


class HomePage(QWidget):
    """Says which filter or fiche was chosen."""

    term_chosen = Signal(str, str)
    fiche_chosen = Signal(str)

    def __init__(
        self,
        info: KitInfo,
        taxonomy: Taxonomy,
        counts: Mapping[str, Mapping[str, int]],
        appearance: Appearance,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._taxonomy, self._counts = taxonomy, counts
        self._appearance, self._texts = appearance, texts
        self.setProperty("role", "page")
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(ROOMY, GAP, ROOMY, ROOMY)
        self._column.setSpacing(SNUG)
        self._add_title(info)
        self._add_types()
        self._add_themes()
        self._add_last_read()
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(column)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_last_read(self, cards: Sequence[FicheCard]) -> None:
        """Show the fiches read last, most recent first."""
        while self._last_read.count():
            self._last_read.takeAt(0).widget().deleteLater()
        for card in cards[:_LAST_READ_SHOWN]:
            link = QPushButton(f"{card.code} · {card.title}")
            link.setProperty("role", "link")
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(lambda _=False, code=card.code: self.fiche_chosen.emit(code))
            self._last_read.addWidget(link)
        self._no_last_read.setVisible(not cards)

    def _add_title(self, info: KitInfo) -> None:
        title = QLabel(info.title)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("role", "display")
        title.setWordWrap(True)
        contents = self._texts(
            "{} fiches, {} termes expliqués, {} sources. Tout fonctionne sans connexion."
        )
        subtitle = QLabel(
            contents.format(
                number(info.fiche_count, self._texts),
                number(info.glossary_count, self._texts),
                number(info.source_count, self._texts),
            )
        )
        subtitle.setProperty("role", "soft")
        subtitle.setWordWrap(True)
        advice = QLabel(
            self._texts(
                "Tapez un mot dans le champ de recherche, dites un code comme « C01 », ou partez d’ici."
            )
        )
        advice.setProperty("role", "soft")
        advice.setWordWrap(True)
        for widget in (title, subtitle, advice):
            self._column.addWidget(widget)

    def _add_types(self) -> None:
        self._add_heading(self._texts("Que contient le kit ?"))
        counts = self._counts.get(TYPE_FACET, {})
        facet = self._taxonomy.find(TYPE_FACET)
        tiles = FlowLayout(spacing=SNUG, column=self._appearance.pixels(_TYPE_WIDTH))
        for term in facet.terms if facet else ():
            if counts.get(term.id):
                kind = FicheType(term.id)
                tile = Tile(term.plural, counts[term.id], self._appearance, self._texts, kind)
                self._add_tile(tiles, tile, TYPE_FACET, term.id)
        self._column.addLayout(tiles)

    def _add_themes(self) -> None:
        facet = self._taxonomy.find(_THEMES)
        counts = self._counts.get(_THEMES, {})
        used = [term for term in facet.terms if counts.get(term.id)] if facet else []
        if not used:
            return
        self._add_heading(self._texts("Par thème"))
        tiles = FlowLayout(spacing=SNUG, column=self._appearance.pixels(_THEME_WIDTH))
        for term in used:
            tile = Tile(term.label, counts[term.id], self._appearance, self._texts)
            self._add_tile(tiles, tile, _THEMES, term.id)
        self._column.addLayout(tiles)

    def _add_tile(self, tiles: FlowLayout, tile: Tile, facet: str, term: str) -> None:
        tile.clicked.connect(lambda: self.term_chosen.emit(facet, term))
        tiles.addWidget(tile)

    def _add_last_read(self) -> None:
        self._add_heading(self._texts("Lus récemment"))
        self._no_last_read = QLabel(self._texts("Les fiches que vous ouvrirez se retrouveront ici."))
        self._no_last_read.setProperty("role", "soft")
        self._column.addWidget(self._no_last_read)
        self._last_read = QVBoxLayout()
        self._last_read.setSpacing(TIGHT)
        self._column.addLayout(self._last_read)

    def _add_heading(self, text: str) -> None:
        heading = QLabel(text)
        heading.setProperty("role", "heading")
        self._column.addSpacing(SNUG)
        self._column.addWidget(heading)
