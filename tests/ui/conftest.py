"""A window on a small kit, driven as a user does."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_fiche, a_kit
from tressons_kit.foundation import paths
from tressons_kit.foundation.texts import FRENCH
from tressons_kit.services import Services, open_services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.theme import ThemeChoice

OpenWindow = Callable[[Path], MainWindow]


@pytest.fixture(scope="session")
def village_kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile a kit of a few fiches that know each other."""
    return a_kit(
        tmp_path_factory.mktemp("village"),
        a_fiche("C01", "Railcoop, la coopérative ferroviaire", body="Un échec.", links=["F03"]),
        a_fiche("C02", "Une épicerie coopérative", place={"commune": "Figeac", "departement": "46"}),
        a_fiche("C03", "Un café", themes=["mobilite"]),
        a_fiche("F03", "La Scic"),
    )


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """A look that does not depend on the machine."""
    look = Appearance(qapp, ThemeChoice.LIGHT)
    yield look
    look.deleteLater()


@pytest.fixture
def open_window(qtbot: QtBot, appearance: Appearance) -> Iterator[OpenWindow]:
    """Open the window of a kit and wait until its list is there."""
    opened: list[tuple[MainWindow, Services]] = []

    def open_on(kit: Path) -> MainWindow:
        services = open_services(kit)
        window = MainWindow(services, appearance, Memory(paths.state_file()), FRENCH)
        opened.append((window, services))
        window.resize(1366, 768)
        window.show()
        qtbot.waitUntil(lambda: not window.library.controller.is_pending)
        return window

    yield open_on
    for window, services in opened:
        window.close()
        window.deleteLater()
        services.close()


@pytest.fixture
def window(open_window: OpenWindow, village_kit: Path) -> MainWindow:
    """The window on the small kit."""
    return open_window(village_kit)


@pytest.fixture
def type_text(qtbot: QtBot) -> Callable[[MainWindow, str], None]:
    """Type words in the search field and wait for their answer."""

    def type_and_wait(window: MainWindow, words: str) -> None:
        qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(window.search, words)
        qtbot.waitUntil(lambda: not window.library.controller.is_pending)

    return type_and_wait
