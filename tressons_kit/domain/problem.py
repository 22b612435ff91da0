"""What is wrong in a folder of content, where, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath


class Severity(StrEnum):
    """An error stops the compilation; a warning does not."""

    ERROR = "erreur"
    WARNING = "avertissement"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One line of the author's report; `message` is French and says what to do.

    `file` is relative to the folder of content, `line` counts from 1.
    """

    file: PurePosixPath
    line: int
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Show the line as editors and terminals know how to open it."""
        label = "" if self.severity is Severity.ERROR else "avertissement : "
        return f"{self.file}:{self.line}: {label}{self.message}"
