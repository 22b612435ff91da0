"""The program starts whatever the state of the kit and of the user's folder."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tressons_kit.foundation import paths
from tressons_kit.ui.application import Desk
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.problem_page import ProblemPage


@pytest.fixture
def desks() -> Iterator[list[Desk]]:
    """Close every window that a test opened."""
    opened: list[Desk] = []
    yield opened
    for desk in opened:
        if desk.window is not None:
            desk.window.close()
        desk.deleteLater()


def desk_on(kit: Path, desks: list[Desk], qapp: QApplication, fiche: str | None = None) -> Desk:
    desk = Desk(qapp, kit, fiche)
    desks.append(desk)
    desk.open_kit()
    return desk


def words_of(desk: Desk) -> str:
    assert desk.window is not None
    return " ".join(label.text() for label in desk.window.findChildren(QLabel))


@pytest.mark.parametrize(
    ("contents", "told"),
    [
        (None, "Le kit est introuvable"),
        (b"", "Ce fichier n’est pas un kit"),
        (b"%PDF-1.7", "Ce fichier n’est pas un kit"),
        ("half", "Le fichier du kit est abîmé"),
        ("newer", "Ce kit est plus récent que le programme"),
    ],
)
def test_a_kit_that_cannot_be_read_is_explained_and_another_offered(
    contents: bytes | str | None,
    told: str,
    tmp_path: Path,
    village_kit: Path,
    desks: list[Desk],
    qapp: QApplication,
) -> None:
    kit = tmp_path / "kit.sqlite"
    whole = village_kit.read_bytes()
    made = {"half": whole[: len(whole) // 2], "newer": whole[:60] + b"\x00\x00\x00\x63" + whole[64:]}
    if contents is not None:
        kit.write_bytes(made[contents] if isinstance(contents, str) else contents)

    desk = desk_on(kit, desks, qapp)

    assert told in words_of(desk)
    assert desk.window is not None
    (page,) = desk.window.findChildren(ProblemPage)
    assert page.choose.isVisible()
    assert str(kit) in words_of(desk)


def test_try_again_opens_the_kit_that_came_back(
    tmp_path: Path, village_kit: Path, desks: list[Desk], qapp: QApplication, qtbot: QtBot
) -> None:
    kit = tmp_path / "kit.sqlite"
    desk = desk_on(kit, desks, qapp)
    assert desk.window is not None
    (page,) = desk.window.findChildren(ProblemPage)
    kit.write_bytes(village_kit.read_bytes())

    qtbot.mouseClick(page.retry, Qt.MouseButton.LeftButton)

    assert isinstance(desk.window, MainWindow)


def test_a_fiche_named_on_the_command_line_is_open(
    village_kit: Path, desks: list[Desk], qapp: QApplication
) -> None:
    desk = desk_on(village_kit, desks, qapp, fiche="c 2")

    assert isinstance(desk.window, MainWindow)
    assert desk.window.reader.code == "C02"


@pytest.mark.parametrize(
    "state",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"text_scale": "beaucoup"}', b'{"theme": "rose", "columns": 3}'],
)
def test_a_damaged_state_is_set_aside_and_the_window_opens(
    state: bytes, village_kit: Path, desks: list[Desk], qapp: QApplication
) -> None:
    file = paths.state_file()
    file.parent.mkdir(parents=True)
    file.write_bytes(state)

    desk = desk_on(village_kit, desks, qapp)

    assert isinstance(desk.window, MainWindow)
    assert file.with_name("etat.json.abime").read_bytes() == state


def test_a_state_that_cannot_be_written_costs_nothing_else(
    village_kit: Path, desks: list[Desk], qapp: QApplication
) -> None:
    paths.data_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.data_folder().write_text("un fichier à la place du dossier", encoding="utf-8")

    desk = desk_on(village_kit, desks, qapp, fiche="C01")

    assert isinstance(desk.window, MainWindow)
    assert desk.window.reader.code == "C01"


def test_keys_of_another_version_are_kept(
    village_kit: Path, desks: list[Desk], qapp: QApplication
) -> None:
    file = paths.state_file()
    file.parent.mkdir(parents=True)
    file.write_text('{"favoris": ["C02"], "last_read": ["C03"]}', encoding="utf-8")

    desk = desk_on(village_kit, desks, qapp, fiche="C01")
    assert desk.window is not None
    desk.window.close()

    assert json.loads(file.read_text(encoding="utf-8"))["favoris"] == ["C02"]
    assert desk.memory.state.last_read == ("C01", "C03")


def test_a_kit_that_goes_bad_while_it_is_read_is_explained(
    tmp_path: Path, village_kit: Path, desks: list[Desk], qapp: QApplication, qtbot: QtBot
) -> None:
    kit = tmp_path / "kit.sqlite"
    kit.write_bytes(village_kit.read_bytes())
    desk = desk_on(kit, desks, qapp)
    window = desk.window
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: not window.library.controller.is_pending)
    with kit.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xff" * (kit.stat().st_size - 4096))

    qtbot.keyClicks(window.search, "epicerie")

    qtbot.waitUntil(lambda: "Le fichier du kit est abîmé" in words_of(desk))
    assert desk.window is not window


def test_a_kit_chosen_by_hand_makes_up_for_a_missing_one_only(
    tmp_path: Path,
    village_kit: Path,
    desks: list[Desk],
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    beside = tmp_path / "à côté.sqlite"
    monkeypatch.setenv("TRESSONS_KIT", str(beside))
    file = paths.state_file()
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"kit": str(village_kit)}), encoding="utf-8")

    first = Desk(qapp, None, None)
    desks.append(first)
    first.open_kit()
    assert isinstance(first.window, MainWindow)

    beside.write_bytes(b"")
    second = Desk(qapp, None, None)
    desks.append(second)
    second.open_kit()
    assert str(beside) in words_of(second)
