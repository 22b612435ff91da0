"""Which tabs there are after whatever a person does with them."""

from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.ui.tabs.open_fiches import AT_MOST, OpenFiche, OpenFiches


def codes(tabs: OpenFiches) -> list[str]:
    """Return the codes of the tabs, from left to right."""
    return [fiche.code for fiche in tabs.fiches]


def current(tabs: OpenFiches) -> str:
    """Return the code of the current tab."""
    return tabs.current.code if tabs.current else ""


def three() -> OpenFiches:
    """Open three tabs, the second is current."""
    tabs = OpenFiches((OpenFiche("C01"), OpenFiche("C02"), OpenFiche("C03")), "C02")
    tabs.resume()
    return tabs


def test_a_fiche_takes_the_place_of_the_current_one_unless_it_has_a_tab() -> None:
    tabs = three()
    tabs.show("C09")
    assert codes(tabs) == ["C01", "C09", "C03"]

    tabs.show("C03")
    assert codes(tabs) == ["C01", "C09", "C03"]
    assert current(tabs) == "C03"


def test_tabs_open_in_order_after_the_others_and_behind_the_current_one() -> None:
    tabs = three()
    tabs.add("C08")
    tabs.add("C09")

    assert codes(tabs) == ["C01", "C02", "C03", "C08", "C09"]
    assert current(tabs) == "C02"


def test_a_fiche_that_is_looked_at_takes_no_place() -> None:
    tabs = three()
    tabs.look_at("C09")
    assert tabs.preview == "C09"
    assert codes(tabs) == ["C01", "C02", "C03"]

    tabs.look_at("C03")
    assert tabs.preview == ""
    assert current(tabs) == "C03"


def test_closing_leads_to_the_next_one_and_reopening_to_where_it_was() -> None:
    tabs = three()
    tabs.leave_at("C02", 120)
    tabs.close("C02")
    assert current(tabs) == "C03"
    tabs.close("C03")
    assert current(tabs) == "C01"

    assert tabs.reopen() == OpenFiche("C03")
    assert tabs.reopen() == OpenFiche("C02", 120)
    assert codes(tabs) == ["C01", "C02", "C03"]
    assert tabs.reopen() is None


def test_the_tab_left_the_longest_ago_makes_room_and_can_be_reopened() -> None:
    tabs = OpenFiches(OpenFiche(f"C{number:02}") for number in range(1, AT_MOST + 1))
    tabs.resume()
    tabs.show("C01")

    assert tabs.add("C99") == OpenFiche("C02")
    assert len(codes(tabs)) == AT_MOST
    assert current(tabs) == "C01"
    tabs.reopen()
    assert "C02" in codes(tabs)
    assert len(codes(tabs)) == AT_MOST


def test_tabs_of_the_last_time_are_not_replaced_before_they_are_seen() -> None:
    tabs = OpenFiches((OpenFiche("C01", 40), OpenFiche("C02")), "C01")
    tabs.show("C09")
    assert codes(tabs) == ["C01", "C02", "C09"]

    alone = OpenFiches((OpenFiche("C01", 40),), "C01")
    alone.show("C09")
    assert codes(alone) == ["C09"]


def test_what_was_read_the_last_time_is_resumed_where_it_was() -> None:
    tabs = OpenFiches((OpenFiche("C01", 40), OpenFiche("C02")), "C01")

    assert tabs.resume() == OpenFiche("C01", 40)
    assert OpenFiches((OpenFiche("C01"), OpenFiche("C02")), "gone").resume() == OpenFiche("C02")
    assert OpenFiches().resume() is None


steps = st.lists(
    st.tuples(
        st.sampled_from(["show", "look_at", "add", "close", "reopen", "leave", "step"]),
        st.sampled_from([f"C{number:02}" for number in range(1, 20)]),
    ),
    max_size=60,
)


@given(steps)
def test_whatever_is_done_tabs_differ_and_the_current_one_is_among_them(
    done: list[tuple[str, str]],
) -> None:
    tabs = OpenFiches()
    for what, code in done:
        if what == "reopen":
            tabs.reopen()
        elif what == "leave":
            tabs.leave_at(code, 7)
        elif what == "step":
            tabs.beside(1)
        else:
            getattr(tabs, what)(code)

        assert len(set(codes(tabs))) == len(codes(tabs)) <= AT_MOST
        assert tabs.preview not in codes(tabs)
        if what == "show":
            assert current(tabs) == code
        assert current(tabs) in {*codes(tabs), ""}
