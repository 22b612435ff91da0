"""The user's searches survive whatever happens to their file."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ROOT
from tressons_kit.domain.errors import CannotWrite
from tressons_kit.foundation.kept_searches import RECENT_AT_MOST, KeptSearches
from tressons_kit.foundation.kept_searches_file import read_searches

DAY = date(2026, 11, 24)
BRITTANY = {"region": frozenset({"bretagne"})}


def open_on(path: Path) -> KeptSearches:
    return KeptSearches(path, today=lambda: DAY)


def names(kept: KeptSearches) -> list[str]:
    return [saved.name for saved in kept.saved]


def texts(kept: KeptSearches) -> list[str]:
    return [search.text for search in kept.recent]


def written(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "données" / "recherches.json"


def test_what_is_kept_is_there_at_the_next_start(file: Path) -> None:
    kept = open_on(file)
    kept.note_recent("épicerie", {})
    kept.keep("Mes épiceries", "épicerie", BRITTANY)
    kept.note_unanswered("boulangerie ambulante", BRITTANY, "2026.1")
    kept.save()

    again = open_on(file)

    assert (again.recent, again.saved, again.unanswered) == (kept.recent, kept.saved, kept.unanswered)
    assert again.unanswered[0].date == "2026-11-24"
    assert "épicerie" in file.read_text(encoding="utf-8")


def test_recent_searches_are_newest_first_without_doubles_and_few(file: Path) -> None:
    kept = open_on(file)
    for number in range(30):
        kept.note_recent(f"mot {number}", {})
    kept.note_recent("  MOT   20 ", {})
    kept.note_recent("mot 20", BRITTANY)
    kept.note_recent("   ", {"themes": frozenset()})

    assert len(kept.recent) == RECENT_AT_MOST
    assert texts(kept)[:3] == ["mot 20", "MOT 20", "mot 29"]
    kept.forget_recent(kept.recent[1])
    assert texts(kept)[:2] == ["mot 20", "mot 29"]
    kept.forget_all_recent()
    assert texts(kept) == []


def test_saved_searches_are_named_ordered_deleted_and_put_back(file: Path) -> None:
    kept = open_on(file)
    for word in ("un", "deux", "trois"):
        kept.keep("Recherche", word, {})
    assert names(kept) == ["Recherche", "Recherche (2)", "Recherche (3)"]

    assert kept.rename("Recherche (2)", " Deux ") == "Deux"
    assert kept.rename("Recherche (3)", "Deux") == "Deux (2)"
    assert kept.rename("Deux", "   ") == "Deux"
    kept.move("Deux (2)", -1)
    kept.move("Deux (2)", -1)
    kept.move("Deux (2)", -1)
    assert names(kept) == ["Deux (2)", "Recherche", "Deux"]

    deleted = kept.delete("Recherche")
    assert deleted is not None
    assert names(kept) == ["Deux (2)", "Deux"]
    kept.put_back(*deleted)
    kept.save()
    assert names(open_on(file)) == ["Deux (2)", "Recherche", "Deux"]


def test_a_search_is_saved_once(file: Path) -> None:
    kept = open_on(file)
    first = kept.keep("Ici", "café", BRITTANY)

    assert kept.keep("Là", "  CAFÉ ", BRITTANY) == first
    assert kept.keep("Rien", " ", {}) is None
    assert kept.find_saved("café", {}) is None
    assert names(kept) == ["Ici"]


def test_two_windows_do_not_lose_each_other_s_additions(file: Path) -> None:
    here, there = open_on(file), open_on(file)
    here.keep("Ici", "café", {})
    there.keep("Là", "bistrot", {})
    there.note_recent("bistrot", {})
    here.note_recent("café", {})
    here.save()
    there.save()
    here.save()

    assert names(here) == names(there) == names(open_on(file)) == ["Ici", "Là"]
    assert set(texts(here)) == {"café", "bistrot"}

    here.delete("Là")
    there.rename("Là", "Là-bas")
    there.move("Là-bas", -1)
    here.save()
    there.save()
    assert names(open_on(file)) == ["Ici"]


def test_forgetting_takes_only_what_was_shown(file: Path) -> None:
    here, there = open_on(file), open_on(file)
    here.note_recent("café", {})
    here.note_unanswered("café", {}, "1")
    there.note_recent("bistrot", {})
    there.note_unanswered("bistrot", {}, "1")
    there.save()
    here.forget_all_recent()
    here.clear_unanswered()
    here.save()

    assert texts(here) == ["bistrot"]
    assert [kept.search.text for kept in here.unanswered] == ["bistrot"]


WRITER = """
import sys
from pathlib import Path
from tressons_kit.foundation.kept_searches import KeptSearches
for turn in range(5):
    kept = KeptSearches(Path(sys.argv[1]))
    kept.keep("Nom", f"mot {sys.argv[2]} {turn}", {})
    kept.save()
"""


def test_many_writers_at_once(file: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(file)]
    writers = [subprocess.Popen([*command, str(number)], cwd=ROOT) for number in range(4)]

    assert [writer.wait() for writer in writers] == [0] * 4
    assert len(set(names(open_on(file)))) == 20


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"saved": "x"}',
        b'{"recent": [{"text": 3}]}',
        b'{"saved": [{"name": "a", "text": "b", "filters": {"c": [1]}}]}',
        b'{"unanswered": [null]}',
    ],
)
def test_a_damaged_file_is_set_aside_and_never_deleted(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    file.with_name("recherches.json.abime").write_bytes(b"celui d'avant")

    kept = open_on(file)
    kept.note_recent("café", {})
    kept.save()

    assert file.with_name("recherches.json.abime").read_bytes() == b"celui d'avant"
    assert file.with_name("recherches.json.abime-2").read_bytes() == content
    assert texts(open_on(file)) == ["café"]


def test_what_can_be_read_of_a_damaged_file_is_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"saved": [{"name": "Ici", "text": "café"}, 3], "recent": 1}', encoding="utf-8")

    kept = open_on(file)
    assert names(kept) == ["Ici"]
    kept.save()

    assert names(open_on(file)) == ["Ici"]


def test_a_file_damaged_or_deleted_meanwhile_costs_nothing(file: Path) -> None:
    kept = open_on(file)
    kept.keep("Ici", "café", {})
    kept.save()
    file.write_bytes(b"{")
    kept.keep("Là", "bistrot", {})
    kept.save()
    assert names(open_on(file)) == ["Ici", "Là"]

    file.unlink()
    kept.keep("Plus loin", "auberge", {})
    kept.save()
    assert names(open_on(file)) == ["Ici", "Là", "Plus loin"]


def test_a_folder_that_refuses_costs_nothing_and_is_tried_again(file: Path) -> None:
    file.parent.write_text("un fichier à la place du dossier", encoding="utf-8")
    kept = open_on(file)
    kept.keep("Ici", "café", {})
    with pytest.raises(CannotWrite):
        kept.save()
    assert names(kept) == ["Ici"]

    file.parent.unlink()
    kept.note_recent("bistrot", {})
    kept.save()

    assert names(open_on(file)) == ["Ici"]
    assert texts(open_on(file)) == ["bistrot"]


def test_a_file_that_cannot_be_read_is_never_replaced(file: Path) -> None:
    file.mkdir(parents=True)  # whoever the tests run as, a folder is no file
    kept = open_on(file)
    kept.note_recent("café", {})

    with pytest.raises(CannotWrite):
        kept.save()
    assert texts(kept) == ["café"]
    assert file.is_dir()


def test_keys_of_another_version_are_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(
        '{"couleur": "vert", "saved": [{"name": "Ici", "text": "café", "note": [1]}]}', encoding="utf-8"
    )
    kept = open_on(file)
    kept.rename("Ici", "Là")
    kept.save()

    values = written(file)
    assert values["couleur"] == "vert"
    assert values["saved"] == [{"note": [1], "text": "café", "filters": {}, "name": "Là"}]


def test_unanswered_searches_are_exported_one_a_line(file: Path, tmp_path: Path) -> None:
    kept = open_on(file)
    kept.note_unanswered("café\tdu\nport", {}, "2026.1")
    kept.note_unanswered("boulangerie", BRITTANY, "2026.1")
    kept.note_unanswered(" Boulangerie ", BRITTANY, "2026.2")

    kept.export_unanswered(tmp_path / "liste.txt", "Recherches sans réponse")

    assert (tmp_path / "liste.txt").read_text(encoding="utf-8").splitlines() == [
        "Recherches sans réponse",
        "2026-11-24\t2026.2\tBoulangerie\tregion : bretagne",
        "2026-11-24\t2026.1\tcafé du port",
    ]


def test_an_export_that_the_disk_refuses_is_told(file: Path, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_bytes(b"")
    with pytest.raises(CannotWrite):
        open_on(file).export_unanswered(tmp_path / "fichier" / "liste.txt", "Recherches")


ANY_TEXT = st.text(st.characters(), max_size=40)  # lone surrogates too
FILTERS = st.dictionaries(
    st.text(max_size=4), st.frozensets(st.text(max_size=4), max_size=2), max_size=2
)


@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT, FILTERS), max_size=6))
def test_any_text_is_read_again_as_it_was_kept(
    tmp_path_factory: pytest.TempPathFactory, entries: list[tuple[str, str, dict[str, frozenset[str]]]]
) -> None:
    file = tmp_path_factory.mktemp("tout") / "recherches.json"
    kept = open_on(file)
    for name, text, filters in entries:
        kept.note_recent(text, filters)
        kept.keep(name, text, filters)
        kept.note_unanswered(text, filters, "1")
    kept.save()

    again = open_on(file)
    assert (again.recent, again.saved, again.unanswered) == (kept.recent, kept.saved, kept.unanswered)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["recent", "saved", "unanswered", "text", "name", "filters", "x"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_opens(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    file = tmp_path_factory.mktemp("tout") / "recherches.json"
    file.write_text(json.dumps(value), encoding="utf-8")

    kept = open_on(file)
    kept.note_recent("café", {})
    kept.save()

    reading = read_searches(file)
    assert reading is not None
    assert not reading.damaged
    assert "café" in texts(kept)
