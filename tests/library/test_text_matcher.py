"""Where words are found in any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.library.query_words import read_words
from tressons_kit.library.text_matcher import TextMatcher

_TEXTS = st.text(max_size=80) | st.text(
    alphabet="abcdeéèàçœ’'-. \u00ad\u200b\u202f0123456789SCI\U0001d400", max_size=80
)


def found(typed: str, text: str) -> list[str]:
    return [text[match.start : match.end] for match in TextMatcher(read_words(typed)).matches(text)]


def phrases(typed: str, text: str) -> list[str]:
    return [text[match.start : match.end] for match in TextMatcher(read_words(typed)).phrases(text)]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("elus ", "Un élu, une élue, des élus.", ["élu", "élue", "élus"]),
        ("S.C.I.C. ", "La Scic ; une S.C.I.C.", ["Scic", "S.C.I.C."]),
        ("scic ", "Les S.C.I.C. aussi", ["S.C.I.C."]),
        ("lieux ", "Un lieu, des lieux", ["lieu", "lieux"]),
        ("oeuvre ", "L’œuvre", ["œuvre"]),
        ("covoiturage ", "Du co-voiturage, du covoiturage", ["co-voiturage", "covoiturage"]),
        ("epi", "L’épicerie", ["épicerie"]),
        ("15000 ", "15\u202f000 sociétaires", ["15\u202f000"]),
        ("", "Un texte", []),
    ],
)
def test_words_are_found_as_the_search_finds_them(typed: str, text: str, expected: list[str]) -> None:
    assert found(typed, text) == expected


def test_the_number_of_the_word_comes_with_each_match() -> None:
    matcher = TextMatcher(read_words("café épicerie"))

    assert [match.word for match in matcher.matches("L’épicerie et le café")] == [1, 0]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("chiffre affaires ", "Le chiffre d’affaires", ["chiffre d’affaires"]),
        ("chiffre d'affaires ", "un chiffre, des affaires", ["chiffre, des affaires"]),
        ("chiffre affaires ", "Un chiffre clé ; des affaires", []),
        ("chiffre affaires ", "Des affaires, un chiffre", []),
        ("scic ", "La Scic et la Scic", ["Scic", "Scic"]),
    ],
)
def test_a_phrase_holds_all_its_words_in_order(typed: str, text: str, expected: list[str]) -> None:
    assert phrases(typed, text) == expected


@given(_TEXTS, _TEXTS)
def test_any_text_and_any_query_give_places_in_order(typed: str, text: str) -> None:
    matcher = TextMatcher(read_words(typed))

    for matches in (matcher.matches(text), matcher.phrases(text)):
        assert all(0 <= match.start < match.end <= len(text) for match in matches)
        assert all(before.end <= after.start for before, after in pairwise(matches))
        assert all(0 <= match.word < len(matcher) for match in matches)


@given(_TEXTS)
def test_a_text_holds_its_own_words(text: str) -> None:
    assert bool(found(text, text)) == bool(read_words(text))
