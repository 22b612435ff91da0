"""Cutting a column into pages: nothing lost, nothing twice, nothing torn."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.qt.printing.paging import Strip, cut_into_pages

HEIGHT = 100.0


@st.composite
def columns(draw: st.DrawFn) -> list[Strip]:
    strips, top = [], 0.0
    for height, gap, hangs_on, has_header in draw(
        st.lists(
            st.tuples(st.integers(1, 250), st.integers(0, 30), st.booleans(), st.booleans()),
            max_size=40,
        )
    ):
        top += gap
        header = (0.0, 12.0) if has_header else None
        strips.append(Strip(top, top + height, hangs_on, header))
        top += height
    return strips


@given(columns())
def test_every_strip_is_on_a_page_once_and_pages_are_not_too_full(strips: list[Strip]) -> None:
    pages = cut_into_pages(strips, HEIGHT)

    for page in pages:
        head = page.header[1] - page.header[0] if page.header else 0
        assert 0 < page.bottom - page.top <= HEIGHT - head + 1e-6
    for above, below in pairwise(pages):
        assert above.bottom <= below.top + 1e-6
    for strip in strips:
        shown = sum(
            max(0.0, min(page.bottom, strip.bottom) - max(page.top, strip.top)) for page in pages
        )
        assert abs(shown - (strip.bottom - strip.top)) < 1e-6


@given(columns())
def test_what_fits_on_a_page_is_never_torn(strips: list[Strip]) -> None:
    cuts = [page.bottom for page in cut_into_pages(strips, HEIGHT)]

    for strip in strips:
        if strip.bottom - strip.top <= HEIGHT - 12:
            assert not any(strip.top + 1e-6 < cut < strip.bottom - 1e-6 for cut in cuts)


def test_a_heading_goes_with_its_text() -> None:
    pages = cut_into_pages([Strip(0, 80), Strip(82, 92), Strip(94, 104, hangs_on=True)], HEIGHT)

    assert [(page.top, page.bottom) for page in pages] == [(0, 80), (82, 104)]


def test_a_table_that_goes_on_has_its_head_again() -> None:
    head = (0.0, 10.0)
    rows = [
        Strip(0, 10),
        Strip(10, 50, hangs_on=True, header=head),
        Strip(50, 90, header=head),
        Strip(90, 130, header=head),
    ]

    assert [page.header for page in cut_into_pages(rows, HEIGHT)] == [None, head]


def test_a_page_where_everything_hangs_together_is_cut_where_it_is_full() -> None:
    strips = [Strip(top, top + 30, hangs_on=True) for top in range(0, 300, 30)]

    assert [page.top for page in cut_into_pages(strips, HEIGHT)] == [0, 90, 180, 270]
