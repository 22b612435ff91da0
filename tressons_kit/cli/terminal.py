"""What the terminal can do: encoding, width, bold; and a reader who leaves before the end."""

import io
import os
import shutil
import sys
import textwrap
from collections.abc import Sequence

from tressons_kit.domain.query import Excerpt

_NARROWEST, _WIDEST = 60, 110
_BOLD, _PLAIN = "\x1b[1m", "\x1b[22m"
# One column wide while lines are cut, replaced by what the terminal understands afterwards.
_OPENING, _CLOSING = "\ue000", "\ue001"


def prepare_streams() -> None:
    """Speak UTF-8 whatever the locale; a sign that cannot be written becomes « ? »."""
    for stream in (sys.stdout, sys.stderr):
        # Another kind of stream, or none at all in a program without a console.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def discard_output() -> None:
    """Send what is left to nowhere: Python would complain when it closes a broken pipe."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def typed_text(argument: str) -> str:
    """Read as UTF-8 an argument that the locale could not decode."""
    if argument.isprintable():
        return argument
    return os.fsencode(argument).decode("utf-8", errors="replace")


def is_styled() -> bool:
    """Tell whether bold may be used: a terminal, and nobody who asked for plain text."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return how wide lines may be."""
    return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))


def marked_lines(excerpt: Excerpt, columns: int, *, bold: bool) -> list[str]:
    """Cut an excerpt into lines, with its marks in bold if that can be."""
    lines = textwrap.wrap(
        _with_marks(excerpt.text, excerpt.marks) if bold else excerpt.text,
        columns,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_OPENING, _BOLD).replace(_CLOSING, _PLAIN) for line in lines]


def _with_marks(text: str, marks: Sequence[tuple[int, int]]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end in marks:
        pieces += text[position:start], _OPENING, text[start:end], _CLOSING
        position = end
    return "".join((*pieces, text[position:]))
