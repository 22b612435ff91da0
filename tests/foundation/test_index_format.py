"""What is packed in the word index comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.foundation.expressions import key_of_text
from tressons_kit.foundation.index_format import (
    FIELD_LENGTHS,
    FIELD_WEIGHTS,
    FIELDS,
    WEIGHTS,
    pack_numbers,
    pack_weight,
    unpack_numbers,
)


@given(st.lists(st.integers(0, 65_535)))
def test_small_numbers_take_two_bytes(numbers: list[int]) -> None:
    packed = pack_numbers(numbers, 65_535)

    assert len(packed) == 2 * len(numbers)
    assert list(unpack_numbers(packed, 65_535)) == numbers


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_great_numbers_take_four(numbers: list[int]) -> None:
    assert list(unpack_numbers(pack_numbers(numbers, 65_536), 65_536)) == numbers


def test_numbers_are_little_endian_everywhere() -> None:
    assert pack_numbers([1, 258], 300) == b"\x01\x00\x02\x01"


def test_missing_bytes_are_told() -> None:
    with pytest.raises(ValueError, match="bytes"):
        unpack_numbers(b"\x01\x00\x02", 300)


@given(st.floats(2**-6, 2**7))
def test_a_weight_is_kept_within_four_per_cent(weight: float) -> None:
    assert WEIGHTS[pack_weight(weight)] == pytest.approx(weight, rel=0.04)


@given(st.floats(0, 1e12))
def test_any_weight_has_its_byte(weight: float) -> None:
    assert 1 <= pack_weight(weight) <= 255


def test_every_field_has_its_constants() -> None:
    assert len(FIELDS) == len(FIELD_WEIGHTS) == len(FIELD_LENGTHS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pôles territoriaux", "pole territorial"),
        ("S.C.I.C.", "scics"),
        ("mise à disposition", "Mises à disposition"),
    ],
)
def test_an_expression_has_one_key(one: str, other: str) -> None:
    assert key_of_text(one) == key_of_text(other)
