"""What `make relevance` prints."""

import os
import re
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from tests.builders import ROOT, a_fiche, a_kit
from tests.relevance.evaluation import Answer, Evaluation
from tests.relevance.judged_set import JudgedQuery, Part, part_of
from tests.relevance.report import failures, table, verdict


def a_text(part: Part, start: str = "recherche") -> str:
    """Return a text of a part."""
    return next(text for number in count() if part_of(text := f"{start} {number}") is part)


def an_evaluation(*found: tuple[str, list[str]], engine: str = "le kit") -> Evaluation:
    """Return the answers of an engine to queries for which C01 should come first."""
    answers = [Answer(JudgedQuery(text, "mots", {"C01": 2, "C02": 1}), codes) for text, codes in found]
    return Evaluation(engine, answers)


TUNING, HELD_OUT = a_text(Part.TUNING), a_text(Part.HELD_OUT)


def test_the_table_sets_the_parts_and_the_engines_side_by_side() -> None:
    ours = an_evaluation((TUNING, ["C01", "C02"]), (HELD_OUT, ["C02", "C01"]))
    theirs = an_evaluation((TUNING, []), (HELD_OUT, []), engine="FTS5")

    lines = list(table([ours, theirs]))

    figures = [re.split(r"[ │]+", line) for line in lines if line.startswith(("mots", "ensemble"))]
    assert figures == [
        [kind, "le", "kit", *"1 1,000 1,000 1,000 1,000".split(), *"1 0,000 1,000 0,500 0,797".split()]
        for kind in ("mots", "ensemble")
    ]
    assert len({len(line) for line in lines[1:]}) == 1


def test_failures_are_told_for_the_tuning_part_alone() -> None:
    ours = an_evaluation((TUNING, ["C03", "C01"]), (HELD_OUT, ["C03"]))

    lines = list(failures(ours))

    assert f"  {TUNING} → C03, C01 ; attendue : C01, au rang 2" in lines
    assert not [line for line in lines if HELD_OUT in line]


def test_a_fiche_that_is_nowhere_is_told() -> None:
    assert list(failures(an_evaluation((TUNING, [])))) == [
        "",
        "mots :",
        f"  {TUNING} → rien ; attendue : C01, absente des dix premières",
    ]


def test_the_verdict_tells_the_marks_that_are_missed() -> None:
    lost = list(verdict([an_evaluation((TUNING, []), (HELD_OUT, ["C01"]))]))

    assert "Écart entre les deux parts, au plus : le kit 1,000" in lost[1]
    assert lost[-1].startswith("Sous le seuil : succès@1 ensemble : 0,500")


@pytest.mark.parametrize("options", [[], ["--echecs"]])
def test_a_kit_without_the_expected_fiches_is_no_measure(tmp_path: Path, options: list[str]) -> None:
    kit = a_kit(tmp_path, a_fiche("C01"))

    done = subprocess.run(
        [sys.executable, "-m", "tests.relevance", "--kit", str(kit), *options],
        cwd=ROOT,
        env=dict(os.environ, PYTHONIOENCODING="utf-8"),
        capture_output=True,
        check=False,
    )

    assert done.returncode == 1
    assert "n’a pas ces fiches attendues : A01, A02, " in done.stdout.decode()
