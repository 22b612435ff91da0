"""A small kit, and the two ways to call the program: inside the test, or as a process."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.builders import ROOT, a_fiche, a_kit
from tressons_kit.cli.main import run_command_line
from tressons_kit.cli.window import Window

RAILCOOP_BODY = (
    "La coopérative ferroviaire voulait rouvrir une ligne. Voir [l’épicerie](C02).\n\n"
    "::: cle\nUne phrase à retenir.\n:::\n\n- un point\n- un autre point\n\n"
    "| Année | Fait |\n|---|---|\n| 2019 | Création |\n\nSuite"
)


@dataclass(frozen=True)
class Answer:
    """What a command wrote, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Answer]


def run_here(*arguments: str) -> int:
    """Run the command line inside the test; a window would be a mistake."""
    return run_command_line(arguments, Window(_no_window, _no_window, _no_window))


def _no_window(*arguments: object) -> int:
    raise AssertionError(arguments)


@pytest.fixture(scope="session")
def small_kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_kit(
        tmp_path_factory.mktemp("petit kit"),
        a_fiche(
            "C01",
            "Railcoop, la coopérative ferroviaire",
            body=RAILCOOP_BODY,
            summary="Une coopérative citoyenne a voulu rouvrir une ligne de train.",
            themes=["mobilite"],
            issue="arrete",
            place={"commune": "Figeac", "departement": "46"},
            chiffres=[{"valeur": "14838", "libelle": "sociétaires", "date": "2024", "source": 1}],
        ),
        a_fiche("C02", "L’épicerie solidaire", body="Un tiers-lieu au bourg.", links=["C01"]),
        a_fiche("L07", "Entrer au capital d’une Scic", body="La commune devient sociétaire."),
    )


@pytest.fixture
def run(small_kit: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the program inside the test, on the small kit."""
    monkeypatch.setenv("TRESSONS_KIT", str(small_kit))

    def call(*arguments: str) -> Answer:
        code = run_here(*arguments)
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return call


def start(
    *arguments: str | bytes,
    kit: Path | None = None,
    environment: Mapping[str, str] | None = None,
    stdin: bytes = b"",
) -> subprocess.CompletedProcess[bytes]:
    """Start the program as a process of its own."""
    variables = dict(os.environ, **(environment or {}))
    if kit is not None:
        variables["TRESSONS_KIT"] = str(kit)
    return subprocess.run(
        [sys.executable, "-m", "tressons_kit", *arguments],
        cwd=ROOT,
        env=variables,
        input=stdin,
        capture_output=True,
        check=False,
    )
