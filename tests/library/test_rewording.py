"""What was typed, written otherwise: always from its own words, never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.domain.query import Correction
from tressons_kit.library.rewording import corrected_text, left_out

TYPED = st.text(alphabet="abc éÉœ\"-:()’'*\n123", max_size=60) | st.text(max_size=60)


@pytest.mark.parametrize(
    ("typed", "corrections", "expected"),
    [
        ("l’epicerei, à Figeac", {"epicerei": "épicerie"}, "l’épicerie, à Figeac"),
        ("EPICEREI epicereis", {"epicerei": "épicerie"}, "épicerie epicereis"),
        ("tiers-leiu rual", {"leiu": "lieu", "rual": "rural"}, "tiers-lieu rural"),
        ("épicerie", {}, "épicerie"),
    ],
)
def test_only_the_corrected_words_change(
    typed: str, corrections: dict[str, str], expected: str
) -> None:
    made = [Correction(*pair) for pair in corrections.items()]

    assert corrected_text(typed, made) == expected


@given(TYPED)
def test_without_correction_a_text_stays_as_it_is(typed: str) -> None:
    assert corrected_text(typed, ()) == typed


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("épicerie", []),
        ("l’épicerie de la gare", ["l’épicerie", "gare"]),
        ('scic "tiers lieu" -bretagne type:cas', ["scic", '"tiers lieu"', "-bretagne", "type:cas"]),
        ('un "texte infini', ['"texte', "infini"]),
        ("à de la 😀", []),
    ],
)
def test_what_can_be_left_out(typed: str, parts: list[str]) -> None:
    assert [part for part, _ in left_out(typed)] == parts


def test_the_rest_keeps_its_order() -> None:
    assert dict(left_out("une  scic \n en Bretagne")) == {
        "scic": "une en Bretagne",
        "Bretagne": "une scic en",
    }


@given(TYPED)
def test_any_text_loses_one_part_at_a_time(typed: str) -> None:
    for part, rest in left_out(typed):
        assert part in typed
        assert len(rest) < len(typed)
