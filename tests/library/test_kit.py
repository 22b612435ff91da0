"""What a reader must refuse, and what stays as it was."""

import sqlite3
import threading
from pathlib import Path

import pytest

from tests.builders import a_fiche, a_kit, services_on
from tressons_kit.domain.errors import (
    FicheNotFound,
    KitDamaged,
    KitMissing,
    KitTooOld,
    KitTooRecent,
    NotAKit,
)
from tressons_kit.domain.query import Query
from tressons_kit.foundation.kit_format import FORMAT_VERSION
from tressons_kit.library.kit import Kit
from tressons_kit.services import open_services


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return a_kit(tmp_path, a_fiche("C01", links=["C02"]), a_fiche("C02", "Un café"))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(KitMissing):
        Kit(tmp_path / "rien.sqlite")


@pytest.mark.parametrize("contents", [b"", b"SQLite format 3\x00", b"%PDF-1.7 " * 40, b"\x00" * 4096])
def test_a_file_that_is_no_kit(tmp_path: Path, contents: bytes) -> None:
    file = tmp_path / "autre.sqlite"
    file.write_bytes(contents)

    with pytest.raises(NotAKit):
        Kit(file)


def test_a_folder_is_no_kit(tmp_path: Path) -> None:
    with pytest.raises(NotAKit):
        Kit(tmp_path)


def test_another_database_is_no_kit(tmp_path: Path) -> None:
    file = tmp_path / "autre.sqlite"
    database = sqlite3.connect(file)
    database.execute("CREATE TABLE fiche (id)")
    database.close()

    with pytest.raises(NotAKit):
        Kit(file)


def test_a_kit_of_a_newer_format(kit: Path) -> None:
    database = sqlite3.connect(kit)
    database.execute(f"PRAGMA user_version = {FORMAT_VERSION + 1}")
    database.close()

    with pytest.raises(KitTooRecent) as raised:
        Kit(kit)

    assert (raised.value.found, raised.value.supported) == (FORMAT_VERSION + 1, FORMAT_VERSION)


def test_a_kit_of_another_analyser(kit: Path) -> None:
    database = sqlite3.connect(kit)
    database.execute("UPDATE meta SET value = '0' WHERE key = 'analyser_version'")
    database.commit()
    database.close()

    with pytest.raises(KitTooOld):
        Kit(kit)


@pytest.mark.parametrize("kept", [0.95, 0.5, 0.1])
def test_a_truncated_kit(kit: Path, kept: float) -> None:
    data = kit.read_bytes()
    kit.write_bytes(data[: int(len(data) * kept)])

    with pytest.raises(KitDamaged):
        Kit(kit)


def test_a_kit_altered_in_the_middle_is_told_when_it_is_read(kit: Path) -> None:
    data = bytearray(kit.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    kit.write_bytes(data)

    with pytest.raises(KitDamaged):
        open_services(kit).search.search(Query("épicerie"))


def test_a_missing_table(kit: Path) -> None:
    database = sqlite3.connect(kit)
    database.execute("DROP TABLE medium")
    database.close()

    with pytest.raises(KitDamaged):
        Kit(kit)


def test_nothing_is_written_beside_the_kit(kit: Path) -> None:
    before = sorted(kit.parent.iterdir())
    data = kit.read_bytes()

    services = open_services(kit)
    services.search.search(Query("café"))
    services.fiches.get("C01")
    services.close()

    assert sorted(kit.parent.iterdir()) == before
    assert kit.read_bytes() == data


def test_a_path_with_accents_spaces_and_signs(kit: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Clé n°2 été 100% #1"
    folder.mkdir()
    moved = kit.rename(folder / "mon kit ?.sqlite")

    assert open_services(moved).fiches.get("c1").title == "Une épicerie au village"


def test_every_thread_reads(kit: Path) -> None:
    services = open_services(kit)
    found: list[str] = []

    threads = [
        threading.Thread(target=lambda: found.append(services.fiches.get("C02").title))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    services.close()

    assert found == ["Un café"] * 4


def test_an_unknown_code_names_its_neighbours(kit: Path) -> None:
    with pytest.raises(FicheNotFound) as raised:
        open_services(kit).fiches.get("C42")

    assert raised.value.near == ("C01", "C02")


def test_neighbours_come_with_the_reason_both_ways(kit: Path) -> None:
    services = open_services(kit)

    (ours,) = services.fiches.related(services.fiches.get("C01"))
    (theirs,) = services.fiches.related(services.fiches.get("C02"))

    assert (ours.card.code, ours.reason, ours.cites_us) == ("C02", "raison vers C02", False)
    assert (theirs.card.code, theirs.cites_us) == ("C01", True)


def test_closing_waits_for_the_readings_of_other_threads(tmp_path: Path) -> None:
    kit = Kit(a_kit(tmp_path, a_fiche()))
    slow = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300000) SELECT i FROM n"
    )
    started = threading.Event()
    ends: list[str] = []

    def read() -> None:
        started.set()
        try:
            while True:
                kit.rows(slow)
        except KitDamaged:
            ends.append("closed")

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    assert started.wait(5)
    kit.close()
    for reader in readers:
        reader.join(20)

    assert ends == ["closed"] * 3


def test_a_kit_made_before_there_was_a_path_has_none(kit: Path) -> None:
    database = sqlite3.connect(kit)
    database.execute("DELETE FROM meta WHERE key IN ('figures', 'path', 'news')")
    database.commit()
    database.close()

    opened = Kit(kit)
    info = opened.info
    opened.close()

    assert (info.figures, info.path.steps, info.news) == (None, (), ())


@pytest.mark.parametrize("stored", ["[", "[1]", '{"steps": [{"code": "C01"}]}', '{"steps": 3}'])
def test_a_path_that_cannot_be_read_is_damage(kit: Path, stored: str) -> None:
    database = sqlite3.connect(kit)
    database.execute("UPDATE meta SET value = ? WHERE key = 'path'", (stored,))
    database.commit()
    database.close()

    opened = Kit(kit)
    with pytest.raises(KitDamaged):
        _ = opened.info
    opened.close()


def test_fiches_of_two_terms_are_counted(tmp_path: Path) -> None:
    services = services_on(
        tmp_path,
        a_fiche("C01", themes=["mobilite", "commerces"]),
        a_fiche("C02", themes=["commerces"]),
        a_fiche("F01", themes=["mobilite"]),
    )
    counts = services.kit.count_pairs("themes", "type")
    services.close()

    assert counts == {
        ("mobilite", "cas"): 1,
        ("commerces", "cas"): 2,
        ("mobilite", "forme"): 1,
    }
