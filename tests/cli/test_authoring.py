"""`verifier` and `construire`: every problem on a line, a summary, and the old kit kept."""

from pathlib import Path

import pytest

from tests.builders import a_fiche, a_kit
from tests.cli.conftest import Run


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return a_kit(tmp_path, a_fiche(links=["C02"]), a_fiche("C02", links=["C01"])).parent / "content"


def test_a_sound_folder_has_no_problem(run: Run, content: Path) -> None:
    answer = run("verifier", str(content), "--au", "2026-11-24")

    assert (answer.code, answer.out, answer.err) == (0, "", "Aucun problème.\n")


def test_errors_are_lines_and_counted(run: Run, content: Path) -> None:
    broken = content / "etudes-de-cas" / "C02-fiche.md"
    broken.write_text(
        broken.read_text(encoding="utf-8").replace("themes:\n- commerces", "themes:\n- comerces"),
        encoding="utf-8",
    )

    answer = run("verifier", str(content), "--au", "2026-11-24")

    assert answer.code == 1
    assert answer.out.startswith("etudes-de-cas/C02-fiche.md:")
    assert answer.err == "1 erreur.\n"


def test_warnings_alone_leave_zero(run: Run, content: Path) -> None:
    answer = run("verifier", str(content), "--au", "2028-01-01")

    assert answer.code == 0
    assert "avertissement" in answer.out
    assert answer.err.endswith("avertissements.\n")


def test_a_folder_without_fiches_is_explained(run: Run, tmp_path: Path) -> None:
    answer = run("verifier", str(tmp_path / "vide"))

    assert answer.code == 1
    assert "vide" in answer.err


def test_a_date_that_is_none_is_a_wrong_call(run: Run, content: Path) -> None:
    answer = run("verifier", str(content), "--au", "demain")

    assert answer.code == 2
    assert "« demain »" in answer.err


def test_compiling_writes_the_kit_and_says_so(run: Run, content: Path, tmp_path: Path) -> None:
    target = tmp_path / "sous dossier" / "kit.sqlite"

    answer = run("construire", str(content), "-o", str(target), "--au", "2026-11-24")

    assert answer.code == 0
    assert "2 fiches" in answer.err
    assert run("info", "--kit", str(target)).code == 0


def test_errors_keep_the_old_kit(run: Run, content: Path, tmp_path: Path) -> None:
    target = tmp_path / "kit.sqlite"
    before = target.read_bytes()
    (content / "etudes-de-cas" / "C02-fiche.md").write_text("sans en-tête", encoding="utf-8")

    answer = run("construire", str(content), "-o", str(target))

    assert answer.code == 1
    assert "C02-fiche.md:" in answer.out
    assert "resté en place" in answer.err
    assert target.read_bytes() == before


def test_a_fresh_kit_is_left_alone(run: Run, content: Path, tmp_path: Path) -> None:
    target = tmp_path / "autre.sqlite"
    arguments = ("construire", str(content), "-o", str(target), "--si-besoin")

    first, second = run(*arguments), run(*arguments)

    assert "Kit fabriqué" in first.err
    assert (second.code, second.err) == (0, "")
