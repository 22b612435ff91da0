"""The face of authoring: check a folder, compile it, tell whether a kit is still its image."""

import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tressons_kit import __version__
from tressons_kit.authoring import folder as content_folder
from tressons_kit.authoring.content import read_content
from tressons_kit.authoring.kit_verification import find_fault
from tressons_kit.authoring.kit_writer import write_kit
from tressons_kit.domain.errors import CannotWrite, ContentInvalid
from tressons_kit.domain.problem import Problem
from tressons_kit.domain.progress import ReportProgress, silent
from tressons_kit.foundation.database import open_read_only, require_full_text_search
from tressons_kit.foundation.files import replacing
from tressons_kit.foundation.french import ANALYSER_VERSION
from tressons_kit.foundation.kit_format import FORMAT_VERSION

content_digest = content_folder.content_digest


@dataclass(frozen=True, slots=True)
class CompiledKit:
    """A kit that was written; the warnings did not stop it."""

    path: Path
    fiche_count: int
    bytes: int
    warnings: tuple[Problem, ...]


def check(folder: Path, today: date, report: ReportProgress = silent) -> tuple[Problem, ...]:
    """Return every problem of a folder, by file and line, or raise ContentFolderMissing."""
    return read_content(folder, today, report, rendered=False).problems


def compile_kit(
    folder: Path,
    target: Path,
    today: date,
    report: ReportProgress = silent,
    *,
    processes: int | None = None,
) -> CompiledKit:
    """Write the kit of a folder, in one move; the old kit stays when anything goes wrong.

    Raises ContentFolderMissing, ContentInvalid with every problem, or CannotWrite. `processes` is
    how many to use, all processors by default: the bytes do not depend on it, nor on `today`.
    """
    require_full_text_search()
    digest = content_digest(folder)
    content = read_content(folder, today, report, rendered=True, processes=processes)
    if content.has_errors:
        raise ContentInvalid(content.problems)
    with replacing(target) as draft:
        try:
            write_kit(draft, content, digest)
        except sqlite3.OperationalError as error:
            raise CannotWrite(target, str(error)) from error
        fault = find_fault(draft, content)
        if fault:
            raise CannotWrite(target, fault)
    return CompiledKit(target, len(content.fiches), target.stat().st_size, content.problems)


def is_stale(folder: Path, kit: Path) -> bool:
    """Tell whether a kit must be compiled again: absent, unreadable, of other content or program."""
    expected = {
        "content_digest": content_digest(folder),
        "analyser_version": str(ANALYSER_VERSION),
        "program_version": __version__,
    }
    if not kit.is_file():
        return True
    try:
        connection = open_read_only(kit)
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            meta = dict(connection.execute("SELECT key, value FROM meta"))
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return True
    return version != FORMAT_VERSION or any(meta.get(key) != value for key, value in expected.items())
