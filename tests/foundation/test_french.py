import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.foundation.french import analyse, compounds, fold, stems, words


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
        ("😀 … !", []),
        ("", []),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    "family",
    [
        ("élu", "élus", "élue", "elu", "Élus"),
        ("lieu", "lieux"),
        ("travail", "travaux"),
        ("local", "locaux", "locale", "locales"),
        ("épicerie", "epicerie", "épiceries", "EPICERIES"),
        ("sécurité", "securite"),
        ("coopérative", "coopératives", "cooperative"),
        ("rural", "rurale", "ruraux", "rurales"),
    ],
)
def test_the_words_of_a_family_share_a_stem(family: tuple[str, ...]) -> None:
    first, *others = (set(stems(word)) for word in family)

    assert all(first & other for other in others)


def test_a_hyphenated_word_is_also_indexed_as_one() -> None:
    assert "tierslieux" in analyse("des tiers-lieux ruraux").variants.split()
    assert list(compounds(list(words("2021-2027")))) == []


def test_stop_words_keep_their_place_in_the_forms_only() -> None:
    analysis = analyse("la part de marché")

    assert analysis.forms == "la part de marche"
    assert "de" not in analysis.variants.split()


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


@given(st.text(max_size=60))
def test_tokens_are_plain(text: str) -> None:
    analysis = analyse(text)

    for token in (analysis.forms + " " + analysis.variants).split():
        assert token.isalnum()
