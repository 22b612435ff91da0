"""Gathering what is wrong in one file: after a problem the reading goes on."""

from collections.abc import Collection
from difflib import get_close_matches
from pathlib import PurePosixPath

from tressons_kit.domain.problem import Problem, Severity
from tressons_kit.foundation.french import fold

_SHORT_ENOUGH = 12


class Findings:
    """The problems of one file, in the order in which they are found."""

    def __init__(self, file: PurePosixPath) -> None:
        self.file = file
        self._problems: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._problems)

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self._problems)

    def error(self, line: int, message: str) -> None:
        """Note what stops the compilation."""
        self._problems.append(Problem(self.file, line, message))

    def warning(self, line: int, message: str) -> None:
        """Note what the author should look at, without stopping anything."""
        self._problems.append(Problem(self.file, line, message, Severity.WARNING))


def nearest(written: str, known: Collection[str], singular: str = "") -> str:
    """Word the end of a message: what the author may have meant, or nothing.

    The whole list is given when it is short and nothing in it looks like what was written.
    """
    by_form: dict[str, str] = {}
    for word in known:
        by_form.setdefault(fold(word), word)
    close = [by_form[form] for form in get_close_matches(fold(written), by_form, n=3)]
    if len(close) > 1:
        return f" ; les plus proches : {', '.join(close)}"
    if close:
        return f" ; le plus proche : {close[0]}"
    if singular and 0 < len(known) <= _SHORT_ENOUGH:
        return f" ; {singular} : {', '.join(known)}"
    return ""
