"""Without a command: which window is asked for, with which kit and which fiche."""

from pathlib import Path

import pytest

from tressons_kit.cli.main import run_command_line
from tressons_kit.cli.window import Window
from tressons_kit.foundation.texts import Texts


class RecordedWindow:
    """Notes what it is asked, in place of Qt."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def start(self, *arguments: str) -> int:
        return run_command_line(arguments, Window(self._open, self._demonstrate, self._show_gallery))

    def _open(self, kit: Path | None, fiche: str | None, texts: Texts) -> int:
        self.language = texts.language
        self.asked.append((kit, fiche))
        return 0

    def _demonstrate(self, kit: Path, memory_file: Path, texts: Texts) -> int:
        self.language = texts.language
        self.asked.append((kit, memory_file.name))
        return 0

    def _show_gallery(self) -> int:
        self.asked.append(("gallery",))
        return 0


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> RecordedWindow:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return RecordedWindow()


def test_no_argument_opens_what_was_open(window: RecordedWindow) -> None:
    assert window.start() == 0
    assert window.asked == [(None, None)]


def test_a_kit_and_a_fiche_are_handed_over(window: RecordedWindow) -> None:
    window.start("--kit", "un.sqlite", "--fiche", "C12")

    assert window.asked == [(Path("un.sqlite"), "C12")]


def test_the_demonstration_remembers_in_a_file_of_its_own(window: RecordedWindow) -> None:
    window.start("--demonstration", "--kit", "un.sqlite")

    assert window.asked == [(Path("un.sqlite"), "etat.json")]


def test_developers_see_the_components(window: RecordedWindow) -> None:
    window.start("--galerie")

    assert window.asked == [("gallery",)]


def test_no_screen_no_window(
    window: RecordedWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")

    assert window.start() == 1
    assert "Aucun écran" in capsys.readouterr().err
    assert window.asked == []
