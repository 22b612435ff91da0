"""No text is cut on the smallest screen in a language that is 40 % longer than French.

The pages are those of the gallery, and some that it does not photograph.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from tests.gallery.scenes import SCENES, Scene
from tests.gallery.screens import SCREENS
from tests.gallery.stage import Stage
from tests.ui.cut_texts import cut_texts
from tests.ui.pseudo import PSEUDO, pseudo
from tressons_kit.domain.query import Query
from tressons_kit.ui.help.dialog import HelpDialog
from tressons_kit.ui.library.page import Pane
from tressons_kit.ui.navigation import PageName
from tressons_kit.ui.settings.dialog import SettingsDialog
from tressons_kit.ui.theme import ThemeChoice


def _glossary(stage: Stage) -> None:
    stage.window.navigator.show_page(PageName.GLOSSARY)
    stage.wait()


def _term(stage: Stage) -> None:
    stage.window.show_term("Scic")
    stage.wait()


def _no_term(stage: Stage) -> None:
    _glossary(stage)
    stage.window.glossary.field.setText("zzyzx")
    stage.wait()


def _printing(stage: Stage) -> None:
    stage.read("C01")
    stage.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def _filters(stage: Stage) -> None:
    stage.ask(Query().toggled("themes", "mobilite"))
    stage.window.library.show_pane(Pane.FILTERS)
    stage.wait()


def _definition(stage: Stage) -> None:
    stage.read("F03")
    stage.press(Qt.Key.Key_D)


def _note(stage: Stage) -> None:
    stage.read("F03")
    page = stage.window.reader.page
    while not page.textCursor().charFormat().anchorHref().startswith("source:"):
        stage.press(Qt.Key.Key_Tab)
    stage.press(Qt.Key.Key_Return)


def _thirty_seconds(stage: Stage) -> None:
    stage.read("C01")
    stage.press(Qt.Key.Key_1)


def _saved(stage: Stage) -> None:
    stage.type("épicerie")
    stage.window.aid.save_search()
    stage.window.aid.show_settings()
    stage.wait()


def _search_settings(stage: Stage) -> None:
    stage.window.aid.show_settings()
    (dialog,) = stage.window.findChildren(SettingsDialog)
    dialog.show_section(dialog.search)
    stage.wait()


def _unanswered(stage: Stage) -> None:
    stage.type("téléphérique zzyzx")
    stage.press(Qt.Key.Key_Return)
    stage.window.aid.show_settings()
    (dialog,) = stage.window.findChildren(SettingsDialog)
    dialog.show_section(dialog.unanswered)
    stage.wait()


def _tour_in_the_help(stage: Stage) -> None:
    stage.window.rail.help_requested.emit()
    (dialog,) = stage.window.findChildren(HelpDialog)
    dialog.show_section(dialog.tour)
    stage.wait()


def _end_of_the_tour(stage: Stage) -> None:
    stage.window.welcome.tour.start()
    for _ in range(2):
        stage.window.welcome.tour.card.forward.click()
    stage.wait()


def _printing_a_comparison(stage: Stage) -> None:
    stage.window.navigator.show_comparison(("C01", "C10"))
    stage.wait()
    stage.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


MORE_SCENES = (
    Scene("glossaire", "Le glossaire", _glossary),
    Scene("terme", "Un terme du glossaire", _term),
    Scene("glossaire-rien", "Aucun terme", _no_term),
    Scene("filtres", "Les filtres", _filters),
    Scene("definition", "Une définition", _definition),
    Scene("note", "Une note", _note),
    Scene("30-secondes", "Une fiche en 30 secondes", _thirty_seconds),
    Scene("imprimer", "Imprimer", _printing),
    Scene("imprimer-comparaison", "Imprimer une comparaison", _printing_a_comparison),
    Scene("reglages-recherche", "Réglages, recherche", _search_settings),
    Scene("reglages-sans-reponse", "Réglages, recherches sans réponse", _unanswered),
    Scene("aide-visite", "Aide, la visite", _tour_in_the_help),
    Scene("visite-fin", "La fin de la visite", _end_of_the_tour),
    Scene("gardee", "Une recherche gardée", _saved),
)
LARGER = "-200"
ACROSS = {"33-comparer-quatre"}
"""Four columns scroll sideways on a small screen in any language, and their heads follow."""
SMALLEST = SCREENS["1024x600"]


@pytest.fixture
def stage(qapp: QApplication, real_kit: Path) -> Iterator[Stage]:
    made = Stage(qapp, real_kit, SMALLEST, ThemeChoice.LIGHT, PSEUDO)
    yield made
    made.close()
    made.appearance.deleteLater()


@pytest.mark.parametrize(
    "scene",
    [scene for scene in (*SCENES, *MORE_SCENES) if LARGER not in scene.name],
    ids=lambda scene: scene.name,
)
def test_no_text_is_cut(scene: Scene, stage: Stage) -> None:
    stage.start_again()
    scene.play(stage)
    stage.wait()

    assert cut_texts(QSize(*SMALLEST.logical), across=scene.name in ACROSS) == []


@pytest.mark.parametrize(
    ("french", "expected"),
    [
        ("", "[]"),
        ("Oui", "[Øûî]"),
        ("{} fiches", "[{} fîçhëš é]"),
        ("Fermer\nLire", "[Fërmër\nLîrë éé]"),
    ],
)
def test_the_language_of_no_country(french: str, expected: str) -> None:
    assert pseudo(french) == expected
    assert not french or len(expected) >= 1.4 * len(french)
