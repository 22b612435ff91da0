"""The program as a process: exit codes, encodings, pipes, speed, and what it must not import."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import ROOT
from tests.cli.conftest import start

FULL_DISK = Path("/dev/full")
COMMANDS = ["chercher", "lire", "info", "verifier", "construire"]
ENGLISH = [
    "usage:",
    "positional",
    "optional",
    "options:\n\n",
    "show this",
    "error:",
    "invalid",
    "required",
]


def test_version() -> None:
    assert start("--version").stdout.startswith(b"tressons-kit ")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_french_and_has_examples(command: str) -> None:
    done = start(*command.split(), "--help")

    text = done.stdout.decode()
    assert done.returncode == 0
    assert text.startswith("Utilisation : tressons-kit")
    assert "Exemples :" in text
    assert not [word for word in ENGLISH if word in text]


@pytest.mark.parametrize(
    "arguments",
    [
        ["inconnue"],
        ["chercher", "--limite", "x"],
        ["chercher", "--lot"],
        ["lire"],
        ["lire", "C01", "C02"],
        ["lire", "C01", "--format", "pdf"],
        ["chercher", "--json=oui"],
        ["construire"],
        ["--kit"],
    ],
)
def test_wrong_calls_are_told_in_french(arguments: list[str]) -> None:
    done = start(*arguments)

    text = done.stderr.decode()
    assert done.returncode == 2
    assert "Utilisation : " in text
    assert " : erreur : " in text
    assert not [
        word
        for word in [*ENGLISH, "argument ", "expected"]
        if word in text.replace("argument inconnu", "")
    ]


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_kit_is_named_before_or_after_the_command(small_kit: Path, place: str) -> None:
    option = ["--kit", str(small_kit)]
    arguments = [*option, "info"] if place == "before" else ["info", *option]

    assert start(*arguments).returncode == 0


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("missing", "introuvable"),
        ("empty", "n’est pas un kit"),
        ("foreign", "n’est pas un kit"),
        ("cut", "est abîmé"),
        ("newer", "plus récent que le programme"),
        ("older", "plus ancien que le programme"),
    ],
)
def test_a_kit_that_cannot_be_read_is_explained(
    small_kit: Path, tmp_path: Path, state: str, told: str
) -> None:
    whole = small_kit.read_bytes()
    contents = {
        "empty": b"",
        "foreign": b"%PDF-1.7 " * 50,
        "cut": whole[: len(whole) // 2],
        "newer": whole[:60] + (99).to_bytes(4, "big") + whole[64:],
        "older": whole[:60] + (0).to_bytes(4, "big") + whole[64:],
    }
    kit = tmp_path / "kit à lire.sqlite"
    if state in contents:
        kit.write_bytes(contents[state])

    done = start("chercher", "café", "--kit", str(kit))

    assert done.returncode == 1
    assert told in done.stderr.decode()
    assert str(kit) in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("locale", ["C", "POSIX", "fr_FR.ISO-8859-1"])
def test_accents_survive_any_locale(small_kit: Path, locale: str) -> None:
    environment = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    done = start("chercher", "épicerie".encode(), kit=small_kit, environment=environment)

    assert done.returncode == 0
    assert done.stdout.decode("utf-8").startswith("C02 · Étude de cas · L’épicerie solidaire")


def test_queries_come_from_the_standard_input(small_kit: Path) -> None:
    done = start("chercher", "--lot", "-", "--json", kit=small_kit, stdin="épicerie\n".encode())

    assert '"codes": ["C02"' in done.stdout.decode()


def test_plain_text_when_nobody_watches(small_kit: Path) -> None:
    assert b"\x1b" not in start("chercher", "ferroviaire", kit=small_kit).stdout


def test_a_reader_who_leaves_is_no_error(small_kit: Path) -> None:
    reading_end, writing_end = os.pipe()
    os.close(reading_end)

    done = _start_into(writing_end, "chercher", "--kit", str(small_kit))

    os.close(writing_end)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.skipif(not FULL_DISK.exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_explained(small_kit: Path) -> None:
    with FULL_DISK.open("wb") as full:
        done = _start_into(full.fileno(), "chercher", "--kit", str(small_kit))

    assert done.returncode == 1
    assert "place libre" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_no_window_without_a_screen(small_kit: Path) -> None:
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}

    done = start(kit=small_kit, environment=nowhere)

    assert done.returncode == 1
    assert "Aucun écran" in done.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["chercher", "épicerie"],
        ["chercher", "--json"],
        ["lire", "C01"],
        ["lire", "C01", "--format", "html"],
        ["info"],
        ["verifier", "content"],
    ],
)
def test_commands_do_without_qt(small_kit: Path, arguments: list[str]) -> None:
    assert not {"PySide6", "shiboken6"} & _imported(small_kit, arguments)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["chercher", "--help"]])
def test_help_imports_nothing_heavy(small_kit: Path, arguments: list[str]) -> None:
    heavy = {"sqlite3", "sqlite_utils", "matplotlib", "yaml", "markdown", "whoosh", "tqdm", "PySide6"}

    assert not heavy & _imported(small_kit, arguments)


def _start_into(output: int, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    program = [sys.executable, "-m", "tressons_kit", *arguments]
    return subprocess.run(program, cwd=ROOT, stdout=output, stderr=subprocess.PIPE, check=False)


def _imported(kit: Path, arguments: list[str]) -> set[str]:
    """Run a command and return the top-level modules that it imported."""
    code = (
        "import sys; from tressons_kit.__main__ import main\n"
        "main(); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            code,
            *arguments,
            *(["--kit", str(kit)] if arguments[0] != "verifier" else []),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return {name.partition(".")[0] for name in done.stderr.splitlines()[-1].split()}
