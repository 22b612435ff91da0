"""Opening SQLite files for reading, and what SQLite can do on this machine."""

import sqlite3
from pathlib import Path

from tressons_kit.domain.errors import SearchUnavailable


def open_read_only(path: Path) -> sqlite3.Connection:
    """Open a database that nobody writes: nothing is created beside it, even on a full stick.

    `immutable=1` skips locks, so the file must never change in place; kits are replaced by
    renaming.
    """
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    # The kit hands out one connection a thread, but closes them all from the thread that leaves.
    connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    connection.execute("PRAGMA query_only = 1")
    # A stick pulled out under a memory map kills the program; plain reads only give an error.
    connection.execute("PRAGMA mmap_size = 0")
    # 16 MB: the lists of short prefixes fit, and each letter typed reads them again.
    connection.execute("PRAGMA cache_size = -16000")
    return connection


def require_full_text_search() -> None:
    """Raise SearchUnavailable when this SQLite was built without FTS5."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(word)")
    except sqlite3.OperationalError as error:
        raise SearchUnavailable(sqlite3.sqlite_version) from error
    finally:
        connection.close()
