"""How long work tells how far it is: a plain callable, no thread, no bar."""

from collections.abc import Callable

ReportProgress = Callable[[int, int], None]
"""Called with (done, total)."""


def silent(done: int, total: int) -> None:
    """Ignore progress: for callers that do not show it."""
