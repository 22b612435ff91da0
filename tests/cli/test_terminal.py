"""What a terminal gets: bold marks, cut lines, a bar that does not outlive the work."""

import pytest

from tests.cli.conftest import Run
from tressons_kit.cli import terminal
from tressons_kit.cli.command_parser import retold
from tressons_kit.domain.query import Excerpt
from tressons_kit.foundation.texts import FRENCH


def test_marks_are_bold_in_a_terminal() -> None:
    lines = terminal.marked_lines(Excerpt("une épicerie ici", ((4, 12),)), 60, bold=True)

    assert lines == ["une \x1b[1mépicerie\x1b[22m ici"]


def test_marks_do_not_change_where_lines_are_cut() -> None:
    excerpt = Excerpt("mot " * 40, tuple((start, start + 3) for start in range(0, 160, 4)))
    plain = terminal.marked_lines(excerpt, 60, bold=False)

    assert len(terminal.marked_lines(excerpt, 72, bold=True)) >= len(plain) - 1
    assert max(map(len, plain)) <= 60


@pytest.mark.parametrize(
    ("is_terminal", "no_color", "kind", "bold"),
    [
        (True, "", "xterm", True),
        (True, "1", "xterm", False),
        (True, "", "dumb", False),
        (False, "", "xterm", False),
    ],
)
def test_bold_only_for_who_can_see_it(
    monkeypatch: pytest.MonkeyPatch, is_terminal: bool, no_color: str, kind: str, bold: bool
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal)
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", kind)

    assert terminal.is_styled() is bold


def test_an_interruption_ends_with_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tressons_kit.services.open_services", interrupt)

    answer = run("info")

    assert (answer.code, answer.out, answer.err) == (130, "", "Interrompu.\n")


def test_a_sentence_that_argparse_may_add_is_shown_as_it_is() -> None:
    assert retold("something new", FRENCH) == "something new"
