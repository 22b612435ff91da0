"""Reading a new kit back before it takes the place of the old one."""

import sqlite3
from pathlib import Path

from tressons_kit.authoring.content import Content
from tressons_kit.foundation.database import open_read_only
from tressons_kit.foundation.kit_format import APPLICATION_ID, FORMAT_VERSION


def find_fault(kit: Path, content: Content) -> str:
    """Say what is wrong in a kit that was just written, or nothing."""
    connection = open_read_only(kit)
    try:
        return _fault(connection, content)
    except sqlite3.DatabaseError as error:
        return str(error)
    finally:
        connection.close()


def _fault(connection: sqlite3.Connection, content: Content) -> str:
    def value(sql: str, *parameters: object) -> object:
        row = connection.execute(sql, parameters).fetchone()
        return row[0] if row else None

    expected = len(content.fiches)
    checks = (
        ("integrity", value("PRAGMA integrity_check(1)"), "ok"),
        ("application", value("PRAGMA application_id"), APPLICATION_ID),
        ("format", value("PRAGMA user_version"), FORMAT_VERSION),
        ("fiches", value("SELECT count(*) FROM fiche"), expected),
        ("sections", value("SELECT count(*) FROM section"), _sections(content)),
        ("index", _found_by_code(connection, content), expected),
    )
    return "; ".join(
        f"{name}: {found} instead of {wanted}" for name, found, wanted in checks if found != wanted
    )


def _sections(content: Content) -> int:
    return sum(len(compiled.fiche.sections) for compiled in content.fiches)


def _found_by_code(connection: sqlite3.Connection, content: Content) -> int:
    """Count the fiches that the index finds by their own code: every row of it answers."""
    sql = "SELECT count(*) FROM search WHERE search MATCH ? AND rowid = ?"
    return sum(
        connection.execute(sql, (f'names : "{compiled.fiche.code.lower()}"', row)).fetchone()[0]
        for row, compiled in enumerate(content.fiches, start=1)
    )
