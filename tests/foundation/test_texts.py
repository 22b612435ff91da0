import gettext

import pytest

from tressons_kit.foundation.texts import FRENCH, Texts, number


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


def test_large_numbers_are_grouped_by_a_space_that_does_not_break() -> None:
    assert number(14838, FRENCH) == "14\u202f838"
    assert number(7, FRENCH) == "7"
