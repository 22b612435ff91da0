import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.foundation.french import (
    compounds,
    fold,
    inflection_keys,
    is_stop_word,
    stems,
    words,
)


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'épicerie", ["l", "epicerie"]),
        ("l’épicerie", ["l", "epicerie"]),
        ("Cœur d'œuvre", ["coeur", "d", "oeuvre"]),
        ("tiers-lieux", ["tiers", "lieux"]),
        ("S.C.I.C.", ["scic"]),
        ("la S.C.I.C de Figeac", ["la", "scic", "de", "figeac"]),
        ("14 838 sociétaires", ["14838", "societaires"]),
        ("14\u202f838", ["14838"]),
        ("2021-2027", ["2021", "2027"]),
        ("aujourd’hui", ["aujourdhui"]),
        ("e\u0301lu", ["elu"]),
        ("Élu·e", ["elu", "e"]),
        ("\U0001d4d0map", ["amap"]),
        ("2015–2020", ["2015", "2020"]),
        ("1\u202f200 habitants", ["1200", "habitants"]),
        ("en 2021 120 communes", ["en", "2021", "120", "communes"]),
        ("20 % de 3,5 M€", ["20", "de", "3", "5", "m"]),
        ("n° 48, route D2A", ["n", "48", "route", "d2a"]),
        ("la 2A", ["la", "2a"]),
        ("400 m²", ["400", "m2"]),
        ("une S.A.R.L. Puis", ["une", "sarl", "puis"]),
        ("une S.A.R.L.", ["une", "sarl"]),
        ("des Scops et des SCICs", ["des", "scops", "et", "des", "scics"]),
        ("e-mail", ["e", "mail"]),
        ("porte-à-porte", ["porte", "a", "porte"]),
        ("quelqu’un, quelqu'une", ["quelquun", "quelquune"]),
        ("la presqu’île", ["la", "presquile"]),
        ("la presqu'i\u0302le", ["la", "presquile"]),
        ("aux prud’hommes", ["aux", "prudhommes"]),
        ("jusqu’à lorsqu'il", ["jusqu", "a", "lorsqu", "il"]),
        ("qu'on", ["qu", "on"]),
        ("coopé\u00adrative\u00ad", ["cooperative"]),
        ("co\u200bopérative", ["cooperative"]),
        ("😀 … !", []),
        ("", []),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@given(st.text(max_size=80))
def test_positions_are_those_of_the_original_text(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.spelling
        assert word.form == fold(word.spelling)


@given(st.text(alphabet="aàâäeéèêëiîïoôöuùûüçœæ'’- ABCÉÈŒ", max_size=40))
def test_accents_and_capitals_and_composition_change_nothing(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)

    assert forms(decomposed) == forms(text)
    assert forms(text.upper()) == forms(text.lower())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("des tiers-lieux", ["tierslieux"]),
        ("un porte-à-porte", ["porteàporte"]),
        ("un e-mail", ["email"]),
        ("de 2021-2027", []),
        ("rendez - vous", []),
    ],
)
def test_a_hyphenated_word_is_also_one(text: str, expected: list[str]) -> None:
    assert [joined for _, joined in compounds(list(words(text)))] == expected


@pytest.mark.parametrize("text", ["d’", "l’", "jusqu’à", "quelqu’un", "aujourd’hui", "lesquelles"])
def test_words_that_say_nothing_of_the_subject(text: str) -> None:
    assert all(is_stop_word(word.form) for word in words(text))


@given(st.text(max_size=60))
def test_forms_and_keys_are_plain(text: str) -> None:
    for word in words(text):
        for token in (word.form, *inflection_keys(word.spelling), *stems(word.spelling)):
            assert token.isalnum()
