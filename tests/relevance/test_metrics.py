"""The measures, on examples computed by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.relevance.metrics import normalised_gain, reciprocal_rank, success

GRADES = {"C01": 2, "F03": 1}


@pytest.mark.parametrize(
    ("ranked", "depth", "expected"),
    [
        (["C01", "F03"], 1, 1),
        (["F03", "C01"], 1, 0),
        (["F03", "C01"], 3, 1),
        (["F03", "C02", "C03", "C01"], 3, 0),
        ([], 3, 0),
    ],
)
def test_success_counts_the_fiches_that_should_come_first(
    ranked: list[str], depth: int, expected: float
) -> None:
    assert success(ranked, GRADES, depth) == expected


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        (["C01"], 1),
        (["F03", "C01"], 1 / 2),
        (["C02", "C03", "C04", "C01", "C05"], 1 / 4),
        ([f"T{number}" for number in range(10)] + ["C01"], 0),
        (["F03"], 0),
        ([], 0),
    ],
)
def test_reciprocal_rank(ranked: list[str], expected: float) -> None:
    assert reciprocal_rank(ranked, GRADES) == expected


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        # The gains are 3 and 1; at ranks 1 to 4 they are divided by 1, 1.58496, 2 and 2.32193.
        (["C01", "F03"], 3.63093 / 3.63093),
        (["F03", "C01"], 2.89279 / 3.63093),
        (["C01", "C02"], 3 / 3.63093),
        (["C02", "C01", "C03", "F03"], 2.32347 / 3.63093),
        ([], 0),
    ],
)
def test_normalised_gain(ranked: list[str], expected: float) -> None:
    assert normalised_gain(ranked, GRADES) == pytest.approx(expected, abs=5e-6)


def test_several_fiches_may_be_expected_first() -> None:
    grades = {"F02": 2, "F03": 2}

    assert success(["F03", "F02"], grades, 1) == 1
    assert normalised_gain(["F03", "F02"], grades) == 1


@given(
    st.lists(st.sampled_from("ABCDEFGHIJKLM"), unique=True),
    st.dictionaries(st.sampled_from("ABCDEFGHIJKLM"), st.sampled_from([1, 2])),
)
def test_every_measure_is_between_nothing_and_all(ranked: list[str], grades: dict[str, int]) -> None:
    for value in (
        success(ranked, grades, 1),
        success(ranked, grades, 3),
        reciprocal_rank(ranked, grades),
        normalised_gain(ranked, grades),
    ):
        assert 0 <= value <= 1.0000001
    assert success(ranked, grades, 1) <= success(ranked, grades, 3)
