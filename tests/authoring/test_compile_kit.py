"""From a folder to a kit: what is in it, the same bytes each time, nothing lost when it fails."""

import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.authoring.builders import GOOD_NAME, TODAY, a_content_folder, a_folder, a_note
from tressons_kit.authoring.compiler import check, compile_kit, content_digest, is_stale
from tressons_kit.domain.errors import CannotWrite, ContentFolderMissing, ContentInvalid
from tressons_kit.domain.fiche import Place
from tressons_kit.domain.query import Query
from tressons_kit.foundation.kit_format import APPLICATION_ID, FORMAT_VERSION, META_KEYS, TABLES
from tressons_kit.services import Services, open_services

ROOT = Path(__file__).resolve().parents[2]


def compiled(folder: Path, target: Path) -> Services:
    compile_kit(folder, target, TODAY)
    return open_services(target)


def rows(kit: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(kit)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def many_notes(folder: Path, count: int) -> Path:
    return a_folder(folder, {f"n{number:03d}.md": a_note(f"Note {number}") for number in range(count)})


def test_a_kit_holds_the_fiche_as_it_was_written(tmp_path: Path) -> None:
    services = compiled(a_content_folder(tmp_path / "contenu"), tmp_path / "kit.sqlite")
    fiche = services.fiches.get("C01")
    (found,) = services.search.search(Query("outils")).rows
    card = services.fiches.cards([found])[found]
    services.close()

    assert fiche.title == "L’Atelier du pont"
    assert (
        fiche.summary
        == "Des habitants ont repris la quincaillerie du bourg. Elle répare, prête et vend."
    )
    assert fiche.places == (Place("Figeac", "46102", "46", "occitanie", 44.61, 2.03),)
    assert fiche.facets["region"] == ("occitanie",)
    assert fiche.facets["departement"] == ("46",)
    assert fiche.facets["type"] == ("cas",)
    assert fiche.figures[0].value == "14\u202f838"
    assert [link.target for link in fiche.links] == ["F01"]
    assert [source.number for source in fiche.sources] == [1, 2]
    assert fiche.authors == ("Une équipe",)
    assert fiche.licence == "CC-BY-SA-4.0"
    assert len(fiche.sections) == 8
    assert card.place == "Figeac (Lot)"
    assert fiche.sections[1].text == "Le dernier magasin fermait. Voir la forme."
    assert fiche.sections[1].markdown == "Le dernier magasin fermait. Voir [la forme](F01)."


def test_a_kit_has_the_format_that_readers_expect(tmp_path: Path) -> None:
    kit = tmp_path / "kit.sqlite"
    result = compile_kit(a_content_folder(tmp_path / "contenu"), kit, TODAY)

    assert rows(kit, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert rows(kit, "PRAGMA user_version") == [(FORMAT_VERSION,)]
    assert rows(kit, "PRAGMA page_size") == [(4096,)]
    assert rows(kit, "PRAGMA journal_mode") == [("delete",)]
    assert rows(kit, "PRAGMA freelist_count") == [(0,)]
    assert {name for (name,) in rows(kit, "SELECT key FROM meta")} == set(META_KEYS)
    assert all(rows(kit, f"SELECT count(*) FROM {table}") for table in TABLES)  # noqa: S608
    assert result.fiche_count == 2
    assert result.bytes == kit.stat().st_size
    assert result.warnings == ()


def test_what_greets_the_reader_is_in_the_kit(tmp_path: Path) -> None:
    services = compiled(a_content_folder(tmp_path / "contenu"), tmp_path / "kit.sqlite")
    info = services.kit.info
    services.close()

    assert info.figures == "C01"
    assert info.path.title == "Par ici"
    assert [(step.code, step.reason) for step in info.path.steps] == [
        ("C01", "une histoire"),
        ("F01", "sa forme"),
    ]
    assert [(news.text, news.code) for news in info.news] == [("Du neuf", "F01"), ("Et le reste", None)]


def test_media_are_in_the_kit_with_their_words(tmp_path: Path) -> None:
    services = compiled(a_content_folder(tmp_path / "contenu"), tmp_path / "kit.sqlite")
    chart = services.fiches.find_medium("graphiques/C01-1.svg")
    plan = services.fiches.find_medium("images/plan.svg")
    services.close()

    assert chart is not None
    assert chart.alternative == "Barres qui montent."
    assert chart.credit == "Source\u00a0: Insee"
    assert b"<text" not in chart.data
    assert plan is not None
    assert plan.credit == "Les auteurs, CC BY-SA 4.0"


def test_glossary_terms_are_in_alphabetical_order_with_their_forms(tmp_path: Path) -> None:
    services = compiled(a_content_folder(tmp_path / "contenu"), tmp_path / "kit.sqlite")
    first, second = services.fiches.glossary()
    services.close()

    assert first.term == "Épargne solidaire"
    assert second.acronym == "Scic"
    assert second.forms[1:] == ("Scic", "coopérative d’intérêt collectif")
    assert second.see == ("F01",)
    assert second.sources[0].title == "Loi du 10 septembre 1947"


def test_vocabulary_has_the_usual_spelling_and_the_number_of_fiches(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path / "notes",
        {
            "a.md": a_note(body="Évènement évènement evenement"),
            "b.md": a_note(body="L’évènement à Évry"),
        },
    )
    compile_kit(folder, tmp_path / "kit.sqlite", TODAY)

    found = rows(
        tmp_path / "kit.sqlite", "SELECT spelling, fiches FROM vocabulary WHERE form = 'evenement'"
    )

    assert found == [("évènement", 2)]


def test_a_folder_of_notes_needs_nothing_else(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path / "Mes notes",
        {
            "a.md": a_note("Première", "Avant.\n\n# Un\n\nTexte.\n\n## Deux\n\nSuite."),
            "b.md": "---\ntype: note\ntitre: Codée\ncode: N01\n---\n",
            "sous dossier/c.md": a_note("Troisième"),
            "LISEZMOI.md": "Rien à voir.",
        },
    )
    services = compiled(folder, tmp_path / "kit.sqlite")
    titles = {code: services.fiches.get(code).title for code in ("N01", "N02", "N03")}
    parts = [section.title for section in services.fiches.get("N02").sections]
    info, label = services.kit.info, services.kit.taxonomy.label("type", "note")
    services.close()

    assert titles == {"N01": "Codée", "N02": "Première", "N03": "Troisième"}
    assert parts == ["Première", "Un", "Deux"]
    assert info.title == "Mes notes"
    assert info.fiche_count == 3
    assert label == "Note"


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    kits = []
    for name in ("un", "deux"):
        folder = a_content_folder(tmp_path / f"dossier {name}" / "contenu")
        kits.append(tmp_path / f"{name}.sqlite")
        compile_kit(folder, kits[-1], TODAY if name == "un" else date(2031, 1, 1))

    assert kits[0].read_bytes() == kits[1].read_bytes()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_bytes_do_not_depend_on_the_hash_seed(seed: str, tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path / "contenu")
    compile_kit(folder, tmp_path / "ici.sqlite", TODAY)
    program = (
        "import sys; from datetime import date; from pathlib import Path;"
        "from tressons_kit.authoring.compiler import compile_kit;"
        "compile_kit(Path(sys.argv[1]), Path(sys.argv[2]), date(2026, 11, 24))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Asia/Tokyo"}

    subprocess.run(
        [sys.executable, "-c", program, str(folder), str(tmp_path / "ailleurs.sqlite")],
        check=True,
        env=environment,
        cwd=ROOT,
    )

    assert (tmp_path / "ailleurs.sqlite").read_bytes() == (tmp_path / "ici.sqlite").read_bytes()


def test_bytes_do_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    folder = many_notes(tmp_path / "notes", 230)
    steps: list[tuple[int, int]] = []

    for count in (1, 2):
        compile_kit(
            folder,
            tmp_path / f"{count}.sqlite",
            TODAY,
            lambda done, total: steps.append((done, total)),
            processes=count,
        )

    assert (tmp_path / "1.sqlite").read_bytes() == (tmp_path / "2.sqlite").read_bytes()
    assert steps[0] == (0, 230)
    assert steps[-1] == (230, 230)


def test_errors_stop_the_compilation_and_keep_the_old_kit(tmp_path: Path) -> None:
    kit = tmp_path / "kit.sqlite"
    kit.write_bytes(b"ancien")
    folder = a_content_folder(tmp_path / "contenu", {"leviers/L01-x.md": "rien"})

    with pytest.raises(ContentInvalid) as raised:
        compile_kit(folder, kit, TODAY)

    assert raised.value.problems == check(folder, TODAY)
    assert kit.read_bytes() == b"ancien"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["kit.sqlite"]


def test_warnings_are_given_back(tmp_path: Path) -> None:
    result = compile_kit(a_content_folder(tmp_path / "c"), tmp_path / "kit.sqlite", date(2030, 1, 1))

    assert len(result.warnings) == 4
    assert {problem.severity for problem in result.warnings} == {"avertissement"}


@pytest.mark.parametrize("name", ["absent", "vide"])
def test_a_folder_without_fiches_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()

    with pytest.raises(ContentFolderMissing):
        check(tmp_path / name, TODAY)
    with pytest.raises(ContentFolderMissing):
        compile_kit(tmp_path / name, tmp_path / "kit.sqlite", TODAY)


def test_a_read_only_folder_keeps_the_old_kit(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path / "contenu")
    target = tmp_path / "clé" / "kit.sqlite"
    target.parent.mkdir()
    target.write_bytes(b"ancien")
    target.parent.chmod(0o500)
    if os.access(target.parent, os.W_OK):
        pytest.skip("an administrator, or this system, writes everywhere")
    try:
        with pytest.raises(CannotWrite):
            compile_kit(folder, target, TODAY)
    finally:
        target.parent.chmod(0o700)

    assert target.read_bytes() == b"ancien"


def test_a_full_disk_keeps_the_old_kit(tmp_path: Path) -> None:
    disk = tmp_path / "disque"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)],  # noqa: S607
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        (disk / "kit.sqlite").write_bytes(b"ancien")
        with pytest.raises(CannotWrite):
            compile_kit(a_content_folder(tmp_path / "contenu"), disk / "kit.sqlite", TODAY)

        assert [path.name for path in disk.iterdir()] == ["kit.sqlite"]
        assert (disk / "kit.sqlite").read_bytes() == b"ancien"
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S607


def test_a_folder_where_a_file_stands_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_bytes(b"")

    with pytest.raises(CannotWrite):
        compile_kit(a_content_folder(tmp_path / "contenu"), tmp_path / "fichier" / "kit.sqlite", TODAY)


def test_the_digest_follows_names_and_bytes_and_nothing_else(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path / "contenu")
    first = content_digest(folder)
    a_folder(folder, {".caché.md": "x", "brouillon.txt": "x"})
    unchanged = content_digest(folder)
    (folder / "images/plan.svg").rename(folder / "images/plan-2.svg")

    assert unchanged == first
    assert content_digest(folder) != first


def test_a_kit_is_stale_when_it_is_not_the_image_of_its_folder(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path / "contenu")
    kit = tmp_path / "kit.sqlite"
    absent = is_stale(folder, kit)
    compile_kit(folder, kit, TODAY)
    fresh = is_stale(folder, kit)
    (folder / GOOD_NAME).write_text("changé", encoding="utf-8")
    changed = is_stale(folder, kit)
    kit.write_bytes(b"SQLite format 3\x00" + b"\0" * 500)

    assert (absent, fresh, changed) == (True, False, True)
    assert is_stale(folder, kit)
    kit.write_bytes(b"")
    assert is_stale(folder, kit)
