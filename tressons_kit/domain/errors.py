"""Every error that a user, an author or the machine can put right.

KitError
├── KitUnreadable            the kit file cannot be used; each has its own cure
│   ├── KitMissing           no file there
│   ├── NotAKit              a file, but not one of ours
│   ├── KitDamaged           one of ours, cut short or altered
│   ├── KitTooRecent         written for a newer program
│   └── KitTooOld            written for an older program or another analyser
├── SearchUnavailable        the SQLite of this machine lacks FTS5
├── FicheNotFound            no fiche has that code
├── WrongNumberToCompare     fewer than two fiches, or more than four
├── ComparedTypesDiffer      the fiches to compare are not of one type
├── ContentFolderMissing     no folder of fiches there
├── ContentInvalid           the folder has errors; nothing was written
├── QueryFileUnreadable      the file of queries cannot be read
├── TargetExists             a file is there already, and nobody said to replace it
├── TargetFolderMissing      the folder to write in does not exist
└── CannotWrite              the disk refused: full, read-only, pulled out

The messages are for the log. What the user reads is made from the attributes in
`foundation/explanations.py`. A bug is not a KitError.
"""

from collections.abc import Sequence
from pathlib import Path

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.problem import Problem


class KitError(Exception):
    """Something that the user, an author or the machine can put right."""


class KitUnreadable(KitError):
    """The kit file cannot be used; `path` says which."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path, self.detail = path, detail


class KitMissing(KitUnreadable):
    """There is no file at that place."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "no such file")


class NotAKit(KitUnreadable):
    """The file exists and is no kit of ours."""


class KitDamaged(KitUnreadable):
    """The file is a kit, but cut short or altered."""


class KitTooRecent(KitUnreadable):
    """A newer program wrote this kit: the cure is an update of the program."""

    def __init__(self, path: Path, found: int, supported: int) -> None:
        super().__init__(path, f"kit format {found}, this program reads {supported}")
        self.found, self.supported = found, supported


class KitTooOld(KitUnreadable):
    """The kit's format or analyser is older than this program's: compile it again."""


class SearchUnavailable(KitError):
    """The SQLite that Python uses here was built without FTS5."""

    def __init__(self, version: str) -> None:
        super().__init__(f"SQLite {version} has no FTS5")
        self.version = version


class FicheNotFound(KitError):
    """No fiche of the kit has that code; `near` holds codes that look like it."""

    def __init__(self, code: str, near: Sequence[FicheCode] = ()) -> None:
        super().__init__(f"no fiche {code}")
        self.code, self.near = code, tuple(near)


class WrongNumberToCompare(KitError):
    """So many different fiches cannot be set side by side."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} fiches to compare")
        self.count = count


class ComparedTypesDiffer(KitError):
    """The fiches to compare are not of one type; `fiches` are their codes and types."""

    def __init__(self, fiches: Sequence[tuple[FicheCode, FicheType]]) -> None:
        super().__init__(f"types differ: {', '.join(code for code, _ in fiches)}")
        self.fiches = tuple(fiches)


class ContentFolderMissing(KitError):
    """The folder of content does not exist or holds no fiche."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder}: no content")
        self.folder = folder


class ContentInvalid(KitError):
    """The folder of content has errors; every one of them is in `problems`."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems in the content")
        self.problems = tuple(problems)


class QueryFileUnreadable(KitError):
    """The file of queries cannot be read as UTF-8 text."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path, self.detail = path, detail


class TargetExists(KitError):
    """A file is there already, and nobody said to replace it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: exists")
        self.path = path


class TargetFolderMissing(KitError):
    """The folder that a file should be written in does not exist."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder}: no such folder")
        self.folder = folder


class CannotWrite(KitError):
    """The disk refused a file: full, write-protected, pulled out."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path, self.detail = path, detail
