"""Choosing the language, and finding it again at the next start."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tressons_kit.domain.language import Language
from tressons_kit.foundation import paths
from tressons_kit.foundation.catalogues import catalogue_path, texts_of
from tressons_kit.foundation.remembered import read_remembered
from tressons_kit.foundation.texts import FRENCH
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.settings.language_choice import LanguageChoice


@pytest.fixture
def choice(qtbot: QtBot) -> LanguageChoice:
    made = LanguageChoice(Language.FRENCH, FRENCH)
    qtbot.addWidget(made)
    return made


def test_the_language_in_use_is_pressed(choice: LanguageChoice) -> None:
    assert [code for code, button in choice.buttons.items() if button.isChecked()] == [Language.FRENCH]
    assert choice.sentence.text().startswith("Un changement compte à la prochaine ouverture")


def test_the_sentence_is_for_the_person_who_reads_that_language(
    choice: LanguageChoice, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(choice.language_chosen) as told:
        choice.buttons[Language.ENGLISH].click()

    assert told.args == ["en"]
    assert choice.sentence.text().startswith("A change takes effect the next time")


def test_the_choice_is_found_at_the_next_start(choice: LanguageChoice, private_folder: Path) -> None:
    memory = Memory(paths.state_file())
    choice.language_chosen.connect(memory.keep_language)
    choice.buttons[Language.ENGLISH].click()
    memory.close()

    assert private_folder in paths.state_file().parents
    assert read_remembered(paths.state_file()).language == "en"


def test_an_unknown_language_is_french(private_folder: Path) -> None:
    private_folder.mkdir()
    paths.state_file().write_text('{"language": "xx"}', encoding="utf-8")

    assert read_remembered(paths.state_file()).language == "fr"


@pytest.mark.parametrize("content", [None, b"", b"nothing of ours", b"\xde\x12\x04\x95\x00\x00"])
def test_without_its_catalogue_the_program_speaks_french(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    if content is not None:
        path = catalogue_path(Language.ENGLISH, "mo")
        path.parent.mkdir(parents=True)
        path.write_bytes(content)

    assert texts_of(Language.ENGLISH) is FRENCH
