"""The sections of the gallery that show what is read: colours, text, types, cards, tables, messages."""

from dataclasses import fields
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import FicheCard
from tressons_kit.domain.fiche_types import RULES, FicheType
from tressons_kit.domain.query import Excerpt
from tressons_kit.domain.taxonomy import TYPE_FACET, Facet, Taxonomy, Term
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.flow_layout import FlowLayout
from tressons_kit.ui.guided_path.bar import PathBar
from tressons_kit.ui.home.card import Card, CardWords
from tressons_kit.ui.home.card_grid import CardGrid
from tressons_kit.ui.home.content_map import ContentMap
from tressons_kit.ui.home.content_model import THEME_FACET, ContentModel
from tressons_kit.ui.home.tile import Tile
from tressons_kit.ui.library.card_delegate import CardDelegate
from tressons_kit.ui.library.results_list import ResultsList
from tressons_kit.ui.library.results_model import ResultsModel
from tressons_kit.ui.notice import Notice
from tressons_kit.ui.reader.find_bar import FindBar
from tressons_kit.ui.theme import GAP, SNUG, Palette

LABEL_ROLES = ("display", "title", "value", "heading", "reading", "", "soft", "small", "strong", "key")
_COLUMNS, _SWATCH, _DRAWING = 5, 36, 56
_CARDS_HEIGHT, _LIST_HEIGHT = 260, 130


_ANY_DAY = date(2026, 11, 24)


def colours(appearance: Appearance, _texts: Texts) -> QWidget:
    """Show every role of the palette, with its value."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(SNUG)
    roles = [field.name for field in fields(Palette) if field.type in {str, "str"}]
    for number, role in enumerate(roles):
        patch = QPixmap(_SWATCH * 2, _SWATCH)
        patch.fill(appearance.colour(role))
        sample = QLabel()
        sample.setPixmap(patch)
        name = QLabel(f"{role}\n{getattr(appearance.palette, role)}")
        name.setProperty("role", "small")
        line, column = divmod(number, _COLUMNS)
        grid.addWidget(sample, line, 2 * column)
        grid.addWidget(name, line, 2 * column + 1)
    return box


def words(appearance: Appearance, _texts: Texts) -> QWidget:
    """Show the sizes of text, and how long what moves lasts."""
    box, column = _column()
    for role in LABEL_ROLES:
        label = QLabel(f"{role or 'sans rôle'} : 1 417 Scic, à l’Île-d’Yeu comme à Œuilly")
        label.setProperty("role", role)
        column.addWidget(label)
    column.addWidget(QLabel(f"mouvement : {appearance.motion} ms"))
    return box


def types(appearance: Appearance, _texts: Texts) -> QWidget:
    """Show the badge and the drawing of each type of fiche."""
    box = QWidget()
    flow = FlowLayout(box, spacing=SNUG, column=appearance.pixels(240))
    for kind in FicheType:
        flow.addWidget(_badge(kind, appearance))
    return box


def welcome(appearance: Appearance, texts: Texts) -> QWidget:
    """Show the cards, the lines and the map of the page « Accueil »."""
    box, column = _column()
    grid, lines = CardGrid(appearance, 200, SNUG), CardGrid(appearance, 200, SNUG)
    text = "Une phrase qui dit à quoi cela mène, et qui passe à la ligne où il le faut."
    for kind in (FicheType.CASE, FicheType.LEVER, FicheType.SESSION):
        grid.addWidget(Card(CardWords(f"Une carte de {kind}", text, kind=kind), appearance))
    grid.addWidget(Card(CardWords("Une carte avec une icône", text, "search"), appearance))
    for label, count in (("Une ligne", 7), ("Une autre, au nom plus long", 1302)):
        lines.addWidget(Tile(label, count, appearance, texts))
    kinds = tuple(Term(kind, f"{kind}", f"{kind}") for kind in FicheType)
    themes = tuple(Term(f"theme-{place}", f"Un thème {place}") for place in range(3))
    taxonomy = Taxonomy((Facet(TYPE_FACET, "Type", kinds), Facet(THEME_FACET, "Thème", themes)))
    pairs = {
        (theme.id, kind.id): (across + down) ** 2
        for down, theme in enumerate(themes)
        for across, kind in enumerate(kinds)
        if across + down
    }
    counts = {
        TYPE_FACET: {kind.id: 12 for kind in kinds},
        THEME_FACET: {theme.id: 9 for theme in themes},
    }
    model = ContentModel(taxonomy, counts, pairs, 1302, texts, box)
    column.addLayout(grid)
    column.addLayout(lines)
    column.addWidget(ContentMap(model, appearance, texts))
    bar = PathBar(appearance, texts)
    bar.show_step(1, 5, "ce que l’on y gagne")
    column.addWidget(bar)
    return box


def cards(appearance: Appearance, texts: Texts) -> QWidget:
    """Show the list of results: an excerpt with marks, a summary, a card without place."""
    listed = ResultsList()
    model = ResultsModel(Taxonomy(()), texts, _ANY_DAY, listed)
    listed.setModel(model)
    listed.setItemDelegate(CardDelegate(appearance, model, texts, listed))
    listed.setShowGrid(False)
    listed.horizontalHeader().hide()
    listed.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    listed.verticalHeader().hide()
    listed.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    text = "Une épicerie coopérative, tenue par ses habitants et par la commune."
    shown = {
        row: FicheCard(FicheCode(f"{RULES[kind].letter}01"), kind, f"Un titre de {kind}", text, place)
        for row, (kind, place) in enumerate(
            ((FicheType.CASE, "Augan (Morbihan)"), (FicheType.LEVER, ""), (FicheType.ARGUMENT, "")),
            start=1,
        )
    }
    model.show(list(shown), shown, {2: ("foncier",)})
    model.add_excerpts({1: Excerpt(text, ((4, 12), (13, 24)))})
    listed.selectRow(0)
    listed.setMinimumHeight(appearance.pixels(_CARDS_HEIGHT))
    return listed


def lists(appearance: Appearance, _texts: Texts) -> QWidget:
    """Show a list of choices, a table, and a popup with its lines."""
    box, column = _column()
    choices = _list()
    choices.setProperty("role", "choices")
    column.addWidget(choices)
    column.addWidget(_reasons())
    popup = QFrame()
    popup.setProperty("role", "popup")
    inside = QVBoxLayout(popup)
    inside.addWidget(QLabel("Ce qui flotte au-dessus de la page"))
    inside.addWidget(_list())
    column.addWidget(popup)
    for view in box.findChildren(QListWidget):
        view.setFixedHeight(appearance.pixels(_LIST_HEIGHT))
    return box


def messages(appearance: Appearance, texts: Texts) -> QWidget:
    """Show the notices, the find bar and an empty state."""
    box, column = _column()
    said, offered = Notice(appearance, texts), Notice(appearance, texts)
    said.say("Une phrase qui dit ce qui vient de se passer.")
    offered.offer_address("https://www.exemple.fr/une-adresse")
    bar = FindBar(appearance, texts)
    bar.show_label()
    empty = QLabel("Rien ici pour le moment.\nLes fiches que vous ouvrirez s’y retrouveront.")
    empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
    empty.setProperty("role", "soft")
    for widget in (said, offered, bar, empty):
        column.addWidget(widget)
    return box


def _badge(kind: FicheType, appearance: Appearance) -> QWidget:
    hue, ink = appearance.palette.type_colour(kind), appearance.palette.surface
    badge = QLabel(
        f'<span style="background-color:{hue};color:{ink};font-weight:700">\u00a0{RULES[kind].letter}01'
        f'\u00a0</span> <span style="color:{hue};font-weight:700">{kind}</span>'
    )
    drawing = QLabel()
    size = appearance.pixels(_DRAWING)
    drawing.setPixmap(appearance.drawing(kind, size, badge.devicePixelRatioF()))
    box, column = _column()
    column.addWidget(drawing)
    column.addWidget(badge)
    return box


def _reasons() -> QTableWidget:
    table = QTableWidget(2, 3)
    table.setProperty("role", "reasons")
    table.setHorizontalHeaderLabels(["Mot trouvé", "Où", "Part"])
    table.verticalHeader().hide()
    for line, cells in enumerate((("épicerie", "titre, résumé", "63 %"), ("foncier", "texte", "37 %"))):
        for column, text in enumerate(cells):
            table.setItem(line, column, QTableWidgetItem(text))
    table.setFixedHeight(table.horizontalHeader().sizeHint().height() + table.rowHeight(0) * 3)
    return table


def _list() -> QListWidget:
    choices = QListWidget()
    choices.addItems(["Une ligne", "La ligne choisie", "Une autre ligne"])
    choices.setCurrentRow(1)
    return choices


def _column() -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    return box, column
