import gettext
from datetime import date

import pytest

from tressons_kit.domain.language import Language
from tressons_kit.foundation.catalogues import texts_of
from tressons_kit.foundation.dates import long_date, month_and_year, short_month_and_year
from tressons_kit.foundation.result_reasons import _kinds
from tressons_kit.foundation.texts import FRENCH, TYPESET_FRENCH, Texts, number
from tressons_kit.library.concepts import Kind


class English(gettext.NullTranslations):
    """A catalogue of two words, as a compiled one answers."""

    def gettext(self, message: str) -> str:
        return {"fiche": "sheet"}.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        words = {msgid1: "sheet", msgid2: "sheets"}
        return words[msgid1 if n == 1 else msgid2]


@pytest.mark.parametrize(("count", "expected"), [(0, "fiche"), (1, "fiche"), (2, "fiches")])
def test_french_counts_zero_as_one(count: int, expected: str) -> None:
    assert FRENCH.plural("fiche", "fiches", count) == expected


def test_another_language_comes_from_its_catalogue() -> None:
    texts = Texts(English())

    assert texts("fiche") == "sheet"
    assert texts.plural("fiche", "fiches", 0) == "sheets"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Filtrer :", "Filtrer\u00a0:"),
        ("Chercher « {} » ?", "Chercher «\u00a0{}\u00a0»\u202f?"),
        ("Rien n’est perdu ; {} %", "Rien n’est perdu\u202f; {}\u202f%"),
        ("Kits (*.sqlite);;Tous les fichiers (*)", "Kits (*.sqlite);;Tous les fichiers (*)"),
        ("", ""),
    ],
)
def test_the_french_of_a_window_keeps_its_signs_with_their_words(typed: str, printed: str) -> None:
    assert TYPESET_FRENCH(typed) == printed
    assert TYPESET_FRENCH.plural(typed, "", 0) == printed


def test_numbers_are_written_as_the_language_does() -> None:
    english = Texts(language=Language.ENGLISH)

    assert (FRENCH.number(1234567), FRENCH.decimal(1234.5, 2)) == ("1\u202f234\u202f567", "1234,50")
    assert (english.number(1234567), english.decimal(1234.5, 2)) == ("1,234,567", "1234.50")


@pytest.mark.parametrize("kind", Kind)
def test_every_way_to_answer_has_its_words(kind: Kind) -> None:
    assert kind.value in _kinds(FRENCH)


def test_dates_are_written_as_the_language_does() -> None:
    english = texts_of(Language.ENGLISH)

    days = [date(2026, month, 1) for month in range(1, 13)]
    assert long_date(days[10], FRENCH) == "1er\u00a0novembre 2026"
    assert long_date(days[10], english) == "1\u00a0November 2026"
    assert [short_month_and_year(day, english) for day in days][4:6] == [
        "May\u00a02026",
        "Jun\u00a02026",
    ]
    for texts in (FRENCH, english):
        assert len({month_and_year(day, texts) for day in days}) == 12


def test_large_numbers_are_grouped_by_a_space_that_does_not_break() -> None:
    assert number(14838, FRENCH) == "14\u202f838"
    assert number(7, FRENCH) == "7"
