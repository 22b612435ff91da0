from tressons_kit.ui.navigation import History, Location, PageName

HOME = Location(PageName.HOME)


def fiche(code: str, scroll: int = 0) -> Location:
    return Location(PageName.LIBRARY, code, scroll=scroll)


def test_back_returns_to_where_the_page_was_left() -> None:
    history = History(HOME)
    history.visit(fiche("C01"))
    history.leave_at(420)
    history.visit(fiche("F03"))

    assert history.back() == fiche("C01", scroll=420)
    assert history.can_go_forward
    assert history.forward() == fiche("F03")


def test_a_new_visit_forgets_what_was_ahead() -> None:
    history = History(HOME)
    history.visit(fiche("C01"))
    history.back()
    history.visit(fiche("F03"))

    assert not history.can_go_forward
    assert history.back() == HOME
    assert history.back() == HOME


def test_the_same_place_twice_is_one_visit() -> None:
    history = History(HOME)
    history.visit(fiche("C01"))
    history.leave_at(30)
    history.visit(fiche("C01"))

    assert history.back() == HOME


def test_a_preview_takes_no_step() -> None:
    history = History(HOME)
    history.visit(fiche("C01"))
    history.replace_current(fiche("C02"))

    assert history.current == fiche("C02")
    assert history.back() == HOME


def test_other_words_marked_in_the_same_fiche_are_no_other_place() -> None:
    history = History(HOME)
    history.visit(fiche("C01"))
    history.visit(Location(PageName.LIBRARY, "C01", words="laiterie"))

    assert history.back() == HOME
