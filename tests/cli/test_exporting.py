"""`exporter`: a fiche saved as a PDF, with real files, without a screen."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import ROOT
from tests.cli.conftest import Run, start
from tests.qt.printed import read

NAME = "C01-railcoop-cooperative-ferroviaire.pdf"
_NO_SCREEN = {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Work in a folder of one's own; Qt has one application for all tests of the process."""
    request.getfixturevalue("qapp")
    monkeypatch.chdir(tmp_path)


def test_the_file_is_named_after_the_fiche_in_the_current_folder(run: Run, tmp_path: Path) -> None:
    answer = run("exporter", "c 1", "--pdf")

    assert answer.code == 0, answer.err
    assert answer.out.startswith(f"Fiche C01 enregistrée : {NAME} (")
    assert "Railcoop, la coopérative ferroviaire" in read((tmp_path / NAME).read_bytes()).text


def test_a_folder_with_accents_and_a_name_of_ones_own(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "Séance à l’été"
    folder.mkdir()

    assert run("exporter", "C01", "--pdf", "--sortie", str(folder)).code == 0
    assert run("exporter", "C01", "--pdf", "-o", str(folder / "à lire œuvre.pdf")).code == 0
    assert {file.name for file in folder.iterdir()} == {NAME, "à lire œuvre.pdf"}


def test_a_file_that_exists_is_kept_unless_one_says_so(run: Run, tmp_path: Path) -> None:
    target = tmp_path / NAME
    target.write_bytes(b"ancien")

    refused = run("exporter", "C01", "--pdf")

    assert refused.code == 1
    assert "existe déjà" in refused.err
    assert "--ecraser" in refused.err
    assert target.read_bytes() == b"ancien"
    assert run("exporter", "C01", "--pdf", "--ecraser").code == 0
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("typed", "code"), [(b"o\n", 0), (b"oui\n", 0), (b"\n", 1), (b"n\n", 1)])
def test_at_a_terminal_the_program_asks(
    typed: bytes, code: int, small_kit: Path, tmp_path: Path
) -> None:
    target = tmp_path / "fiche.pdf"
    target.write_bytes(b"ancien")
    ours, theirs = os.openpty()
    os.write(ours, typed)
    done = subprocess.run(
        [sys.executable, "-m", "tressons_kit", "exporter", "C01", "--pdf", "-o", str(target)],
        cwd=ROOT,
        env=dict(os.environ, TRESSONS_KIT=str(small_kit)),
        stdin=theirs,
        capture_output=True,
        check=False,
    )
    os.close(ours)
    os.close(theirs)

    assert done.returncode == code, done.stderr.decode()
    assert "Le remplacer ? [o/N]" in done.stdout.decode()
    assert (target.read_bytes() == b"ancien") is (code == 1)


def test_a_missing_folder_is_told(run: Run, tmp_path: Path) -> None:
    answer = run("exporter", "C01", "--pdf", "-o", str(tmp_path / "nulle part" / "fiche.pdf"))

    assert answer.code == 1
    assert "Ce dossier n’existe pas" in answer.err
    assert not (tmp_path / "nulle part").exists()


def test_a_read_only_folder_is_told(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "clé"
    folder.mkdir()
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("an administrator, or this system, writes everywhere")
    try:
        answer = run("exporter", "C01", "--pdf", "-o", str(folder))
    finally:
        folder.chmod(0o700)

    assert answer.code == 1
    assert "Impossible d’écrire le fichier" in answer.err


@pytest.mark.skipif(sys.platform != "linux", reason="a place where nobody may write")
def test_a_place_where_nobody_may_write_is_told(run: Run) -> None:
    answer = run("exporter", "C01", "--pdf", "-o", "/proc/fiche.pdf")

    assert answer.code == 1
    assert "Impossible d’écrire le fichier" in answer.err
    assert "un autre endroit" in answer.err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_full_disk_keeps_the_old_file(small_kit: Path, tmp_path: Path) -> None:
    target = tmp_path / "fiche.pdf"
    target.write_bytes(b"ancien")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tressons_kit",
            "exporter",
            "C01",
            "--pdf",
            "--ecraser",
            "-o",
            str(target),
        ],
        cwd=ROOT,
        env=dict(os.environ, TRESSONS_KIT=str(small_kit), PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )

    assert done.returncode == 1
    assert "Impossible d’écrire le fichier" in done.stderr.decode()
    assert target.read_bytes() == b"ancien"
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".part"] == []


def test_an_unknown_code_proposes_others_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    answer = run("exporter", "C99", "--pdf")

    assert answer.code == 1
    assert "C01, C02" in answer.err
    assert not list(tmp_path.glob("*.pdf"))


def test_the_format_must_be_said(run: Run) -> None:
    answer = run("exporter", "C01")

    assert answer.code == 2
    assert "--pdf" in answer.err


def test_the_essential_without_notes(run: Run, tmp_path: Path) -> None:
    assert run("exporter", "C01", "--pdf", "--essentiel", "--sans-notes").code == 0

    text = read((tmp_path / NAME).read_bytes()).text
    assert "Ce que l’on peut reprendre" in text
    assert "Les étapes" not in text


def test_no_screen_is_needed(small_kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _NO_SCREEN:
        monkeypatch.delenv(name, raising=False)
    done = start("exporter", "C01", "--pdf", "-o", str(tmp_path), kit=small_kit)

    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    assert read((tmp_path / NAME).read_bytes()).pages
