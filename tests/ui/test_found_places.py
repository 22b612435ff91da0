"""Where words are in a page, without a window."""

from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.library.query_words import read_words
from tressons_kit.library.text_matcher import TextMatcher
from tressons_kit.ui.reader.found_places import PagePart, Rank, find_places

_TITLE = PagePart(0, "Une épicerie", "", Rank.AROUND)


def matcher(typed: str) -> TextMatcher:
    return TextMatcher(read_words(typed))


def test_the_best_place_is_where_most_of_the_words_are() -> None:
    parts = (_TITLE, PagePart(20, "L’épicerie.", "a"), PagePart(40, "Une épicerie solidaire.", "b"))

    found = find_places(parts, matcher("épicerie solidaire "))

    assert found.places[found.best].slug == "b"


def test_the_text_of_the_fiche_is_better_than_what_is_around_and_a_folded_answer_is_last() -> None:
    folded = PagePart(15, "Une épicerie.", "a", Rank.FOLDED, answer=1)

    assert (
        find_places((_TITLE, folded, PagePart(20, "L’épicerie", "a")), matcher("épicerie ")).best == 2
    )
    assert find_places((folded, _TITLE), matcher("épicerie ")).best == 1


def test_a_place_in_a_folded_answer_stands_at_its_link() -> None:
    found = find_places(
        (PagePart(15, "Une épicerie.", "a", Rank.FOLDED, answer=2),), matcher("épicerie ")
    )

    assert [(place.start, place.end, place.answer) for place in found.places] == [(15, 15, 2)]


def test_words_that_nobody_wants_any_more_are_not_looked_for() -> None:
    assert find_places((_TITLE,), matcher("épicerie "), still_asked=lambda: False).places == ()


@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=12))
def test_places_come_in_the_order_of_the_page(texts: list[str], typed: str) -> None:
    parts = []
    position = 0
    for number, text in enumerate(texts):
        parts.append(PagePart(position, text, str(number)))
        position += len(text) + 1

    for together in (False, True):
        found = find_places(parts, matcher(typed), together=together)
        starts = [place.start for place in found.places]
        assert starts == sorted(starts)
        assert all(place.end < position for place in found.places)
        assert not found.places or 0 <= found.best < len(found.places)
