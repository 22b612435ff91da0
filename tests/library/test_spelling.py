"""Corrections of one word: what is meant comes first, what is too far does not come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import CONTENT, TODAY
from tressons_kit.authoring.compiler import compile_kit
from tressons_kit.foundation.french_sounds import sound
from tressons_kit.library.kit import Kit
from tressons_kit.library.spelling import AT_MOST, Speller
from tressons_kit.library.word_index import WordIndex


@pytest.fixture(scope="module")
def speller(tmp_path_factory: pytest.TempPathFactory) -> Speller:
    kit = tmp_path_factory.mktemp("kit") / "kit.sqlite"
    compile_kit(CONTENT, kit, TODAY)
    return Speller(WordIndex(Kit(kit)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("railcop", "railcoop"),  # a double letter
        ("covoitturage", "covoiturage"),
        ("epicerei", "épicerie"),  # two letters swapped
        ("legumse", "légumes"),
        ("antreprise", "entreprise"),  # an/en
        ("gouvernence", "gouvernance"),
        ("coopzrative", "coopérative"),  # the next key
        ("cooprative", "coopérative"),  # a letter left out
        ("acompagnemant", "accompagnement"),
        ("assossiation", "association"),
        ("ferovière", "ferroviaire"),
    ],
)
def test_what_is_meant_comes_first(speller: Speller, typed: str, meant: str) -> None:
    assert speller.corrections(typed, unfinished=False)[0].word.spelling == meant


@pytest.mark.parametrize("typed", ["", "x", "zz", "2021", "wxwxwxwx", "a1b2c3", "x" * 200])
def test_what_resembles_nothing_is_left_alone(speller: Speller, typed: str) -> None:
    assert speller.corrections(typed, unfinished=True) == ()


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=30), st.booleans())
def test_corrections_are_few_and_sure_of_themselves(
    speller: Speller, typed: str, unfinished: bool
) -> None:
    found = speller.corrections(typed, unfinished=unfinished)

    assert len(found) <= AT_MOST
    assert all(0 < correction.likeness <= 1 for correction in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pharmacie", "farmacie"),
        ("entreprise", "antreprise"),
        ("commune", "comune"),
        ("bureau", "buro"),
        ("quartier", "cartier"),
        ("epicerie", "episserie"),
        ("preter", "pretez"),
        ("habitat", "abitat"),
        ("subvention", "subvantion"),
        ("circuits", "sirkui"),
    ],
)
def test_what_sounds_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("banque", "bande"), ("local", "loyal"), ("banque", "manque"), ("lit", "lot")]
)
def test_what_does_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@given(st.text(max_size=30))
def test_everything_has_a_sound(form: str) -> None:
    assert bool(sound(form)) is bool(form)
