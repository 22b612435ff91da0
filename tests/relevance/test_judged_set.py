"""The set itself, and the reading of it."""

from collections import Counter

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.relevance.engines import texts_of
from tests.relevance.judged_set import (
    JudgedSetError,
    Part,
    parse_judged_set,
    part_of,
    read_judged_set,
    unknown_codes,
)
from tressons_kit.services import Services

KINDS = {"mots", "codes", "sigles", "fautes", "questions", "lieux", "synonymes", "debut"}
FEWEST, FEWEST_MISSPELLED = 150, 45


def test_the_set_is_large_enough_in_every_class() -> None:
    sizes = Counter(query.kind for query in read_judged_set())

    assert set(sizes) == KINDS
    assert sizes.total() >= FEWEST
    assert sizes["fautes"] >= FEWEST_MISSPELLED


def test_about_a_third_of_every_class_is_held_out() -> None:
    queries = read_judged_set()

    for kind in KINDS:
        parts = [query.part for query in queries if query.kind == kind]
        assert 0.2 < parts.count(Part.HELD_OUT) / len(parts) < 0.45, kind


def test_every_expected_fiche_is_in_the_kit(real_services: Services) -> None:
    codes = {text.code for text in texts_of(real_services)}

    assert unknown_codes(read_judged_set(), codes) == []


def test_a_text_never_changes_parts() -> None:
    assert [part_of(f"recherche {number}") for number in (1, 2, 3)] == [
        Part.HELD_OUT,
        Part.HELD_OUT,
        Part.TUNING,
    ]


def test_grades_say_what_comes_first_and_what_is_also_right() -> None:
    (query,) = parse_judged_set("sigles: [{requete: scic, premiere: [F03], aussi: [L02]}]")

    assert (query.text, query.kind, query.grades) == ("scic", "sigles", {"F03": 2, "L02": 1})


def test_codes_that_no_fiche_has_are_told() -> None:
    queries = parse_judged_set("mots: [{requete: lin, premiere: [C12], aussi: [C99]}]")

    assert unknown_codes(queries, {"C12"}) == ["C99"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mots: lin",
        "mots: [lin]",
        "mots: [{requete: lin}]",
        "mots: [{requete: lin, premiere: []}]",
        "mots: [{requete: lin, premiere: C12}]",
        "mots: [{requete: lin, premiere: [c12]}]",
        "mots: [{requete: lin, premiere: [C12], aussi: [C12]}]",
        "mots: [{requete: lin, premiere: [C12], note: 2}]",
        "mots: [{requete: ' ', premiere: [C12]}]",
        "mots: [{requete: 56, premiere: [C12]}]",
        "mots: [{requete: lin, premiere: [C12]}, {requete: lin, premiere: [C05]}]",
        "mots: [",
        "mots: 2026-99-99",
    ],
)
def test_what_is_no_judged_set_is_refused(text: str) -> None:
    with pytest.raises(JudgedSetError):
        parse_judged_set(text)


SCALARS = st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["C01", "F03"])
KEYS = st.sampled_from(["requete", "premiere", "aussi", "autre"])
ENTRIES = st.dictionaries(KEYS, SCALARS | st.lists(SCALARS))


@given(st.dictionaries(SCALARS, SCALARS | st.lists(SCALARS | ENTRIES)) | SCALARS)
def test_any_file_is_read_or_refused(content: object) -> None:
    try:
        queries = parse_judged_set(yaml.safe_dump(content, allow_unicode=True))
    except JudgedSetError:
        return
    assert all(2 in query.grades.values() for query in queries)
