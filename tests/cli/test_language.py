"""In which language the program speaks, and that it speaks only that one."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, start
from tressons_kit.cli.language_option import chosen_language
from tressons_kit.domain.language import Language
from tressons_kit.foundation import paths
from tressons_kit.foundation.remembered import Remembered, write_remembered

FR, EN = Language.FRENCH, Language.ENGLISH


@pytest.mark.parametrize(
    ("arguments", "variable", "kept", "expected"),
    [
        ([], "", "fr", FR),
        ([], "", "en", EN),
        ([], "fr", "en", FR),
        ([], "en_GB.UTF-8", "fr", EN),
        ([], "de", "en", EN),
        (["--langue", "en"], "fr", "fr", EN),
        (["info", "--langue=en"], "", "fr", EN),
        (["--langue", "fr", "--langue", "en"], "", "fr", EN),
        (["chercher", "--", "--langue", "en"], "", "fr", FR),
        (["--langue"], "", "fr", FR),
        (["--langue", "xx"], "en", "fr", EN),
    ],
)
def test_the_option_comes_before_the_variable_and_both_before_what_the_window_remembers(
    arguments: list[str],
    variable: str,
    kept: str,
    expected: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRESSONS_LANG", variable)
    write_remembered(paths.state_file(), Remembered(language=kept))

    assert chosen_language(arguments) is expected


def test_the_language_of_the_computer_changes_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    assert run("chercher", "ferroviaire").err == "1 fiche.\n"


def test_answers_are_told_in_english(run: Run) -> None:
    answer = run("chercher", "epicerei type:cas", "--langue", "en")

    assert "Understood: type: étude de cas." in answer.err
    assert answer.err.startswith("2 sheets.\n")


def test_numbers_and_dates_follow_the_language(run: Run) -> None:
    french, english = run("info").out, run("info", "--langue", "en").out

    assert "novembre" in french
    assert "November" in english
    assert " KiB)" in english


def test_why_a_fiche_answers_is_told_in_english(run: Run) -> None:
    told = run("chercher", "ferroviaire", "--expliquer", "--langue", "en").out

    assert "Score: " in told
    assert "Word found" in told
    assert "word typed" in told


@pytest.mark.parametrize(
    "arguments", [["--limite", "x"], ["--tri", "y"], ["--inconnue"], ["--theme", "z"]]
)
def test_wrong_calls_are_told_in_english(arguments: list[str], run: Run) -> None:
    answer = run("chercher", "a", *arguments, "--langue", "en")

    assert answer.code == 2
    assert answer.err.startswith("Usage: tressons-kit ")
    assert ": error: " in answer.err
    assert " :" not in answer.err


def test_an_unknown_language_is_a_wrong_call(run: Run) -> None:
    answer = run("--langue", "de", "info")

    assert answer.code == 2
    assert "choisir parmi" in answer.err


@pytest.mark.parametrize(
    "command", ["chercher", "lire", "info", "exporter", "glossaire", "verifier", "construire"]
)
def test_the_help_of_every_command_is_in_english(command: str, run: Run) -> None:
    told = run(command, "--help", "--langue", "en").out

    assert told.startswith("Usage: tressons-kit ")
    assert "show this help" in told
    # « : », « ; » and guillemets are French ways of writing.
    assert not {" :", " ;", "« "} & {told[place : place + 2] for place in range(len(told))}


def test_the_general_help_is_in_english(run: Run) -> None:
    told = run("--help", "--langue", "en").out

    assert "Commands and options have the same French names in every language." in told


def test_errors_are_told_in_english(run: Run, tmp_path: Path) -> None:
    answer = run("info", "--kit", str(tmp_path / "absent.sqlite"), "--langue", "en")

    assert answer.err.startswith("The kit cannot be found\n")


def test_the_program_itself_heeds_the_variable(small_kit: Path) -> None:
    done = start("chercher", "ferroviaire", kit=small_kit, environment={"TRESSONS_LANG": "en"})

    assert done.stderr.decode() == "1 sheet.\n"
