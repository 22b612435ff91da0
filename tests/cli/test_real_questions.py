"""Questions of users, and traps, on the real kit."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import run_here

EXPECTED = {
    "cooperative rurale": None,
    "l'épicerie": None,
    "epicerie solidaire": None,
    "tiers-lieu": None,
    "S.C.I.C.": "F03",
    "coopérative ferroviaire": "C01",
    "railcoop": "C01",
    "c 1": "C01",
}
"""By question, the fiche that must come first; None when any will do."""


@pytest.mark.parametrize("question", EXPECTED)
def test_a_question_finds(real_kit: Path, capsys: pytest.CaptureFixture[str], question: str) -> None:
    assert run_here("chercher", question, "--json", "--kit", str(real_kit)) == 0

    fiches = json.loads(capsys.readouterr().out)["fiches"]
    assert fiches
    assert EXPECTED[question] in {None, fiches[0]["code"]}


def test_ligatures_are_indifferent(real_kit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = []
    for question in ("œuvre", "oeuvre", "ŒUVRE"):
        assert run_here("chercher", question, "--tri", "code", "--json", "--kit", str(real_kit)) == 0
        answers.append([fiche["code"] for fiche in json.loads(capsys.readouterr().out)["fiches"]])

    assert answers[0]
    assert answers[0] == answers[1] == answers[2]


@pytest.mark.parametrize(
    "question", ["OR", "2021-2027", "🌾", "x" * 10_000, "mot " * 2_500, "", '"', "NEAR(a, b)"]
)
def test_traps_are_questions_too(
    real_kit: Path, capsys: pytest.CaptureFixture[str], question: str
) -> None:
    assert run_here("chercher", "--json", "--kit", str(real_kit), "--", question) == 0
    assert json.loads(capsys.readouterr().out)["count"] >= 0
