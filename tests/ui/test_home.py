"""The page « Accueil » and the path for newcomers, used as a person does."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_fiche, a_kit
from tests.ui.conftest import OpenWindow
from tressons_kit.domain.depths import Depth
from tressons_kit.foundation import paths
from tressons_kit.foundation.remembered import read_remembered
from tressons_kit.foundation.texts import FRENCH
from tressons_kit.services import open_services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.guided_path.bar import PathBar
from tressons_kit.ui.home.card import Card, CardWords
from tressons_kit.ui.home.card_grid import CardGrid
from tressons_kit.ui.home.content_map import ContentMap
from tressons_kit.ui.home.figures_section import FiguresSection
from tressons_kit.ui.home.news_section import NewsSection
from tressons_kit.ui.home.page import HomePage
from tressons_kit.ui.home.path_section import PathSection
from tressons_kit.ui.home.tile import Tile
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.navigation import PageName

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PATH = {
    "titre": "Par où commencer",
    "etapes": [
        {"code": "R01", "raison": "les chiffres"},
        {"code": "C01", "raison": "une histoire"},
        {"code": "F01", "raison": "sa forme"},
    ],
}
FIGURES = [
    {"valeur": "17,7 %", "libelle": "de l’emploi", "date": "2015", "source": 1},
    {"valeur": "68 %", "libelle": "de femmes", "source": 1},
]


@pytest.fixture(scope="module")
def greeting_kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile a kit that greets its reader."""
    return a_kit(
        tmp_path_factory.mktemp("accueil"),
        a_fiche("C01", "Une épicerie", themes=["commerces"], axes=["projets"], links=["D01"]),
        a_fiche("C02", "Un garage", themes=["commerces", "mobilite"]),
        a_fiche("D01", "Une aide", themes=["mobilite"]),
        a_fiche("F01", "La Scic", themes=["mobilite"]),
        a_fiche("R01", "Des chiffres", chiffres=FIGURES),
        a_fiche("S01", "Une séance", themes=[]),
        chiffres="R01",
        parcours=PATH,
        nouveautes=[{"texte": "Une fiche de plus", "code": "C02"}, {"texte": "Et des corrections"}],
    )


@pytest.fixture
def greeted(open_window: OpenWindow, greeting_kit: Path, qtbot: QtBot) -> MainWindow:
    """The window on that kit, its first page complete."""
    return complete(open_window(greeting_kit), qtbot)


def complete(window: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(
        lambda: any(news.isVisible() for news in window.welcome.home.findChildren(NewsSection))
    )
    return window


def part(window: MainWindow, kind: type[QWidget]) -> QWidget:
    (found,) = window.welcome.home.findChildren(kind)
    return found


def click(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Click the button of the page whose name begins so."""
    for button in (*window.welcome.home.findChildren(Card), *window.welcome.home.findChildren(Tile)):
        if button.isVisible() and button.accessibleName().startswith(name):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    pytest.fail(f"no button begins with {name!r}")


def listed(window: MainWindow) -> list[str]:
    model = window.library.results.model
    cards = [model.card_at(position) for position in range(model.rowCount())]
    return [card.code for card in cards if card is not None]


def shown(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_a_session_is_prepared_from_its_fiches(greeted: MainWindow, qtbot: QtBot) -> None:
    click(greeted, qtbot, "Préparer une séance")

    qtbot.waitUntil(lambda: listed(greeted) == ["S01"])
    assert greeted.library.isVisible()
    assert focused() is greeted.library.results.list


def test_on_the_field_are_what_to_do_and_what_pays(greeted: MainWindow, qtbot: QtBot) -> None:
    click(greeted, qtbot, "Sur le terrain")

    qtbot.waitUntil(lambda: listed(greeted) == ["D01"])


def test_to_find_is_to_see_all_fiches_and_type(greeted: MainWindow, qtbot: QtBot) -> None:
    greeted.library.controller.toggle("themes", "mobilite")
    click(greeted, qtbot, "Trouver une fiche")

    qtbot.waitUntil(lambda: len(listed(greeted)) == 6)
    assert focused() is greeted.search


def test_an_axis_filters_the_library(greeted: MainWindow, qtbot: QtBot) -> None:
    click(greeted, qtbot, "Projets et modèles, 1 fiche")

    qtbot.waitUntil(lambda: listed(greeted) == ["C01"])


def test_what_the_kit_does_not_hold_is_not_offered(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = complete(open_window(a_kit(tmp_path, a_fiche("C01"))), qtbot)

    cards = [
        card.accessibleName() for card in window.welcome.home.findChildren(Card) if card.isVisible()
    ]
    assert cards == ["Trouver une fiche", "C01 · Une épicerie au village"]
    assert not window.welcome.home.findChildren(Tile)
    assert not window.welcome.home.findChildren(FiguresSection)
    assert not window.welcome.home.findChildren(PathSection)
    assert "Fiches vérifiées en dernier" in shown(window.welcome.home)


def test_figures_come_from_the_kit_with_their_date_and_source(
    greeted: MainWindow, qtbot: QtBot
) -> None:
    section = part(greeted, FiguresSection)
    assert isinstance(section, FiguresSection)

    assert shown(section)[1:] == [
        *("17,7\u00a0%", "de l’emploi", "2015 · Un éditeur"),
        *("68\u00a0%", "de femmes", "Un éditeur"),
    ]
    with qtbot.waitSignal(section.fiche_chosen):
        section.fiche_chosen.emit("R01")
    assert greeted.reader.code == "R01"


def content_map(window: MainWindow) -> ContentMap:
    found = part(window, ContentMap)
    assert isinstance(found, ContentMap)
    return found


def place(view: ContentMap, words: str) -> tuple[int, int]:
    """Return the row and the column of the cell that says some words."""
    model = view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            if model.index(row, column).data(role) == words:
                return row, column
    pytest.fail(f"no cell says {words!r}")


def test_the_map_counts_each_theme_and_type(greeted: MainWindow) -> None:
    view = content_map(greeted)

    assert place(view, "Tout le kit : 6 fiches") == (0, 0)
    assert place(view, "Études de cas : 2 fiches")[0] == 0
    assert place(view, "Mobilité : 3 fiches")[1] == 0
    assert place(view, "Études de cas, Mobilité : 1 fiche")
    assert place(view, "Séances, Mobilité : aucune fiche")


def test_a_cell_of_the_map_is_clicked(greeted: MainWindow, qtbot: QtBot) -> None:
    view = content_map(greeted)
    cell = view.model().index(*place(view, "Études de cas, Mobilité : 1 fiche"))

    centre = view.visualRect(cell).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)

    qtbot.waitUntil(lambda: listed(greeted) == ["C02"])
    assert dict(greeted.library.controller.query.filters) == {
        "themes": frozenset({"mobilite"}),
        "type": frozenset({"cas"}),
    }


def test_the_map_by_keyboard(greeted: MainWindow, qtbot: QtBot) -> None:
    view = content_map(greeted)
    view.setFocus()
    assert view.currentIndex().row() == 0

    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Down)
    assert view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "Mobilité : 3 fiches"
    qtbot.keyClick(view, Key.Key_Return)

    qtbot.waitUntil(lambda: sorted(listed(greeted)) == ["C02", "D01", "F01"])


def test_an_empty_cell_leads_nowhere(greeted: MainWindow, qtbot: QtBot) -> None:
    view = content_map(greeted)
    view.setFocus()
    view.setCurrentIndex(view.model().index(*place(view, "Séances, Mobilité : aucune fiche")))

    qtbot.keyClick(view, Key.Key_Space)

    assert greeted.welcome.home.isVisible()


def test_the_map_is_scrolled_to_by_its_cells(greeted: MainWindow, qtbot: QtBot) -> None:
    greeted.resize(800, 480)
    view = content_map(greeted)
    view.setFocus()
    for _ in range(view.model().rowCount()):
        qtbot.keyClick(view, Key.Key_Down)

    cell = view.visualRect(view.currentIndex()).center()
    seen = view.viewport().mapTo(greeted, cell)
    assert greeted.rect().contains(seen)


def test_a_screen_reader_hears_every_cell(greeted: MainWindow) -> None:
    view = content_map(greeted)
    heard = QAccessible.queryAccessibleInterface(view)
    assert heard is not None

    names = [heard.child(n).text(QAccessible.Text.Name) for n in range(heard.childCount())]

    assert "Études de cas, Mobilité : 1 fiche" in names


def test_tab_leaves_the_map(greeted: MainWindow, qtbot: QtBot) -> None:
    view = content_map(greeted)
    view.setFocus()

    qtbot.keyClick(view, Key.Key_Tab)

    assert focused() is not view


def test_news_lead_to_their_fiches(greeted: MainWindow, qtbot: QtBot) -> None:
    news = part(greeted, NewsSection)
    assert "Version 2026.11 du kit, du 24\u00a0novembre 2026." in shown(news)
    assert "• Et des corrections" in shown(news)
    (card,) = news.findChildren(Card)
    assert card.accessibleDescription() == "Une fiche de plus"

    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)

    assert greeted.reader.code == "C02"


def bar(window: MainWindow) -> PathBar:
    return window.welcome.guide.bar


def test_the_path_from_its_start_to_its_end(greeted: MainWindow, qtbot: QtBot) -> None:
    click(greeted, qtbot, "Par où commencer")
    assert greeted.reader.code == "R01"
    assert str(greeted.reader.reading_depth) == "3min"
    assert shown(bar(greeted)) == ["Parcours, étape 1 sur 3 : les chiffres."]

    page = greeted.reader.page
    assert focused() is page
    qtbot.keyClick(page, Key.Key_PageDown, Modifier.AltModifier)
    assert greeted.reader.code == "C01"
    qtbot.keyClick(page, Key.Key_PageUp, Modifier.AltModifier)
    assert greeted.reader.code == "R01"
    for _ in range(2):
        qtbot.keyClick(page, Key.Key_PageDown, Modifier.AltModifier)
    assert greeted.reader.code == "F01"

    qtbot.keyClick(page, Key.Key_PageDown, Modifier.AltModifier)
    assert greeted.welcome.home.isVisible()
    assert greeted.welcome.home.isAncestorOf(focused() or greeted)
    assert greeted.reader.reading_depth is Depth.FULL
    section = part(greeted, PathSection)
    assert "Les 3 fiches du parcours sont lues." in shown(section)
    assert next(card.accessibleDescription() for card in section.findChildren(Card)) == (
        "Étape 1, lue : les chiffres"
    )


def test_progress_survives_a_restart(
    greeted: MainWindow, open_window: OpenWindow, greeting_kit: Path, qtbot: QtBot
) -> None:
    click(greeted, qtbot, "Par où commencer")
    greeted.close()
    state = read_remembered(paths.state_file())
    assert state.path_read == ("R01",)
    assert state.depth in {"", "complet"}

    again = complete(open_window(greeting_kit), qtbot)
    assert "1 fiche lue sur 3." in shown(part(again, PathSection))
    click(again, qtbot, "Par où commencer")
    assert again.reader.code == "C01"


def test_a_path_that_was_read_begins_again(greeted: MainWindow, qtbot: QtBot) -> None:
    greeted.welcome.guide._memory.keep_path_read(("F01", "R01", "C01"))

    click(greeted, qtbot, "Par où commencer")

    assert greeted.reader.code == "R01"
    assert greeted.welcome.guide.read == ("R01",)


def test_a_step_is_chosen_on_accueil(greeted: MainWindow, qtbot: QtBot) -> None:
    cards = part(greeted, PathSection).findChildren(Card)
    qtbot.mouseClick(cards[2], Qt.MouseButton.LeftButton)

    assert greeted.reader.code == "F01"
    assert shown(bar(greeted)) == ["Parcours, étape 3 sur 3 : sa forme."]


def test_a_link_followed_on_the_way_hides_the_bar_and_coming_back_shows_it(
    greeted: MainWindow, qtbot: QtBot
) -> None:
    greeted.welcome.guide.go_to("C01")
    greeted.reader.fiche_requested.emit("D01")
    assert not bar(greeted).isVisible()

    qtbot.keyClick(greeted.reader.page, Key.Key_PageDown, Modifier.AltModifier)
    assert greeted.reader.code == "D01"
    qtbot.keyClick(greeted.reader.page, Key.Key_Left, Modifier.AltModifier)

    assert greeted.reader.code == "C01"
    assert bar(greeted).isVisible()


def test_leaving_the_path_keeps_the_fiche_and_gives_the_depth_back(
    greeted: MainWindow,
) -> None:
    greeted.reader.set_depth(Depth.BRIEF)
    greeted.welcome.guide.go_on()
    bar(greeted).left.emit()

    assert not bar(greeted).isVisible()
    assert greeted.reader.code == "R01"
    assert greeted.reader.reading_depth is Depth.BRIEF
    assert focused() is greeted.reader.page

    greeted.open_fiche("C01")
    assert not bar(greeted).isVisible()


def test_a_depth_chosen_on_the_way_stays(greeted: MainWindow) -> None:
    greeted.welcome.guide.go_on()
    greeted.reader.set_depth(Depth.BRIEF)
    greeted.welcome.guide.leave()

    assert greeted.reader.reading_depth is Depth.BRIEF


def test_f6_enters_the_page(greeted: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(greeted.search, Key.Key_F6)
    card = focused()
    assert isinstance(card, Card)
    assert card.accessibleName() == "Trouver une fiche"
    greeted.rail.page_requested.emit(PageName.HOME)


@pytest.mark.parametrize(
    ("cards", "width", "columns"),
    [(4, 1000, 4), (4, 700, 2), (5, 1000, 3), (6, 1000, 3), (6, 1300, 6), (3, 50, 1), (0, 500, 1)],
)
def test_no_card_is_left_alone(
    appearance: Appearance, qtbot: QtBot, cards: int, width: int, columns: int
) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    grid = CardGrid(appearance, 200, 8)
    box.setLayout(grid)
    for place_of_card in range(cards):
        grid.addWidget(Card(CardWords(f"Carte {place_of_card}", "Une phrase."), appearance))

    assert grid.columns(width) == columns


@pytest.mark.parametrize("scale", [0, 10])
def test_the_essentials_are_seen_on_a_small_screen(
    open_window: OpenWindow, real_kit: Path, appearance: Appearance, qtbot: QtBot, scale: int
) -> None:
    if scale:
        appearance.resize_text(scale)
    window = complete(open_window(real_kit), qtbot)
    window.resize(1024, 600)
    area = window.welcome.home._area
    assert area.widget().width() <= area.viewport().width()
    section = part(window, FiguresSection)
    top = section.mapTo(window, section.rect().topLeft()).y()
    if not scale:
        assert top < 400


def test_a_kit_damaged_before_the_page_is_complete_is_told(
    greeting_kit: Path, tmp_path: Path, appearance: Appearance, qtbot: QtBot
) -> None:
    damaged = tmp_path / "kit.sqlite"
    damaged.write_bytes(greeting_kit.read_bytes())
    with sqlite3.connect(damaged) as database:
        database.execute("DROP TABLE figure")
        database.execute("CREATE TABLE figure (empty)")
    database.close()

    services = open_services(damaged)
    page = HomePage(services, appearance, FRENCH)
    qtbot.addWidget(page)
    with qtbot.waitSignals([page.problem_met, page.completed]):
        page.show()
    services.close()
