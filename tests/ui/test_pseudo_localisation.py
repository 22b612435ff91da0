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
from tressons_kit.ui.library.page import Pane
from tressons_kit.ui.navigation import PageName
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


MORE_SCENES = (
    Scene("glossaire", "Le glossaire", _glossary),
    Scene("terme", "Un terme du glossaire", _term),
    Scene("glossaire-rien", "Aucun terme", _no_term),
    Scene("filtres", "Les filtres", _filters),
    Scene("definition", "Une définition", _definition),
    Scene("note", "Une note", _note),
    Scene("30-secondes", "Une fiche en 30 secondes", _thirty_seconds),
    Scene("imprimer", "Imprimer", _printing),
    Scene("gardee", "Une recherche gardée", _saved),
)
LARGER = "-200"
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

    assert cut_texts(QSize(*SMALLEST.logical)) == []


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
