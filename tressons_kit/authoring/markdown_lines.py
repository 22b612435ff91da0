"""Lists and tables as authors write them → as Python-Markdown reads them.

Authors indent by two or three spaces, and glue a list or a table to the sentence that announces it;
Python-Markdown wants four spaces a level and a blank line before. A line that only happens to start
with a number (« 2018. Puis… ») is no item.
"""

import re
from collections.abc import Sequence

_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<marker>[-*+]|\d{1,2}[.)])[ ]+(?=\S)")
_STARTS_A_LIST = frozenset({"-", "*", "+", "1.", "1)"})
_STEP = 4
_DEEPEST = 6
_HARD_BREAK = "  "


def prepare_lines(lines: Sequence[str]) -> list[str]:
    """Rewrite the lines of some prose; what is already as it must be is left alone."""
    preparation = _Preparation()
    for line in lines:
        preparation.add(line)
    return preparation.lines


class _Preparation:
    """The lines so far, and the indents of the items that are open."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._indents: list[int] = []
        self._in_paragraph = False
        self._in_table = False

    def add(self, line: str) -> None:
        item = _ITEM.match(line)
        is_row = line.startswith("|")
        if item and (self._indents or not self._in_paragraph or item["marker"] in _STARTS_A_LIST):
            self._add_item(item, line)
        elif self._indents and line.startswith(" ") and line.strip():
            self._continue_item(line)
        else:
            if is_row and self._in_paragraph and not self._in_table:
                self.lines.append("")
            if line.strip() and not self._in_paragraph:
                self._indents = []
            self.lines.append(line)
        self._in_paragraph = bool(line.strip())
        self._in_table = is_row

    def _add_item(self, item: re.Match[str], line: str) -> None:
        if self._in_paragraph and not self._indents:
            self.lines.append("")
        indent = len(item["indent"])
        self._indents = [*(above for above in self._indents if above < indent), indent][:_DEEPEST]
        self.lines.append(" " * _STEP * (len(self._indents) - 1) + line[indent:])

    def _continue_item(self, line: str) -> None:
        if self._in_paragraph and not self.lines[-1].endswith(_HARD_BREAK):
            # On one line, so that nothing at its start can pass for a marker.
            self.lines[-1] += (
                " " + line.strip(" ") + (_HARD_BREAK if line.endswith(_HARD_BREAK) else "")
            )
        else:
            self.lines.append(" " * _STEP * len(self._indents) + line.lstrip(" "))
