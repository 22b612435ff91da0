import pytest
from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.domain.codes import is_canonical, parse_code


@pytest.mark.parametrize(
    "typed", ["L07", "l07", "l 7", "L-07", " L 07 ", "l7", "L.7", "L\u202f07", "L–7"]
)
def test_a_code_is_read_as_people_say_it(typed: str) -> None:
    assert parse_code(typed) == "L07"


@pytest.mark.parametrize(
    "typed", ["", "L", "07", "LL07", "L07 association", "l'épicerie", "2021", "🌱1"]
)
def test_anything_else_is_no_code(typed: str) -> None:
    assert parse_code(typed) is None


@given(st.text(max_size=12))
def test_what_is_read_is_canonical(typed: str) -> None:
    code = parse_code(typed)

    assert code is None or is_canonical(code)
