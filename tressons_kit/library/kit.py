"""Opening a kit, refusing one that cannot be read, one connection per thread."""

import json
import sqlite3
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.errors import KitDamaged, KitMissing, KitTooOld, KitTooRecent, NotAKit
from tressons_kit.domain.kit_info import GuidedPath, KitInfo, News, PathStep
from tressons_kit.domain.taxonomy import Facet, Taxonomy, Term
from tressons_kit.foundation.database import open_read_only, require_full_text_search
from tressons_kit.foundation.french import ANALYSER_VERSION
from tressons_kit.foundation.kit_format import APPLICATION_ID, FORMAT_VERSION, SEARCH_INDEX, TABLES

_HEADER_SIZE = 100
_MAGIC = b"SQLite format 3\x00"
_TABLE_NAMES = "SELECT name FROM sqlite_master WHERE type = 'table'"


class Kit:
    """One kit file, open for reading.

    Raises a KitUnreadable that names the cure when the file is missing, foreign, cut short, or of
    another format; raises KitDamaged from any reading when the file turns out to be altered.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        _check_header(self.path)
        require_full_text_search()
        self._threads = threading.local()
        self._connections: list[_Held] = []
        self._lock = threading.Lock()
        self._closed = False
        try:
            self._check_tables()
        except BaseException:
            self.close()
            raise

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Run one reading and return all its rows, as plain tuples."""
        try:
            held = self._held()
            with held.lock:
                return held.connection.execute(sql, parameters).fetchall()
        except sqlite3.DatabaseError as error:
            raise KitDamaged(self.path, str(error)) from error

    @cached_property
    def info(self) -> KitInfo:
        """What the kit says of itself."""
        meta = self._meta()
        try:
            return KitInfo(
                title=meta["title"],
                content_version=meta["content_version"],
                content_date=meta["content_date"],
                content_digest=meta["content_digest"],
                program_version=meta["program_version"],
                licence=meta["licence"],
                authors=tuple(json.loads(meta["authors"])),
                notice=meta["notice"],
                fiche_count=int(meta["fiche_count"]),
                source_count=int(meta["source_count"]),
                glossary_count=int(meta["glossary_count"]),
                medium_count=int(meta["medium_count"]),
                word_count=int(meta["word_count"]),
                figures=FicheCode(meta["figures"]) if meta.get("figures") else None,
                path=_path(json.loads(meta.get("path", "{}"))),
                news=tuple(News(**one) for one in json.loads(meta.get("news", "[]"))),
            )
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise KitDamaged(self.path, f"meta: {error}") from error

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """Every facet and term of the kit, in the order in which people read them."""
        terms: dict[str, list[Term]] = {}
        for facet, term, label, plural, parent in self.rows(
            "SELECT facet, id, label, plural, parent FROM term ORDER BY facet, position"
        ):
            terms.setdefault(facet, []).append(Term(term, label, plural, parent))
        return Taxonomy(
            tuple(
                Facet(facet, label, tuple(terms.get(facet, ())))
                for facet, label in self.rows("SELECT id, label FROM facet ORDER BY position")
            )
        )

    @cached_property
    def term_fiches(self) -> dict[str, dict[str, int]]:
        """Bitmaps of the fiches of each term in use, by facet: bit n is set for the fiche of id n."""
        bitmaps: dict[str, dict[str, int]] = {}
        for facet, term, fiches in self.rows(
            "SELECT facet, id, fiches FROM term ORDER BY facet, position"
        ):
            bitmap = int.from_bytes(fiches, "little")
            if bitmap:
                bitmaps.setdefault(facet, {})[term] = bitmap
        return bitmaps

    def count_pairs(self, first: str, second: str) -> dict[tuple[str, str], int]:
        """Count the fiches that have a term of one facet and a term of another, where there are any."""
        return {
            (one, other): both.bit_count()
            for one, these in self.term_fiches.get(first, {}).items()
            for other, those in self.term_fiches.get(second, {}).items()
            if (both := these & those)
        }

    def close(self) -> None:
        """Close every thread's connection, so that the stick can be ejected."""
        with self._lock:
            self._closed = True
            for held in self._connections:
                with held.lock:
                    held.connection.close()
            self._connections.clear()

    def _held(self) -> "_Held":
        held: _Held | None = getattr(self._threads, "held", None)
        if held is None:
            held = _Held(open_read_only(self.path), threading.Lock())
            with self._lock:
                if self._closed:
                    held.connection.close()
                self._connections.append(held)
            self._threads.held = held
        return held

    def _meta(self) -> dict[str, str]:
        return dict(self.rows("SELECT key, value FROM meta"))

    def _check_tables(self) -> None:
        missing = {*TABLES, SEARCH_INDEX} - {name for (name,) in self.rows(_TABLE_NAMES)}
        if missing:
            raise KitDamaged(self.path, f"missing tables: {', '.join(sorted(missing))}")
        analyser = self._meta().get("analyser_version", "")
        if analyser != str(ANALYSER_VERSION):
            raise KitTooOld(self.path, f"analyser {analyser}, this program has {ANALYSER_VERSION}")


class _Held(NamedTuple):
    """A thread's connection, locked while it reads: closing it under a reading kills the program."""

    connection: sqlite3.Connection
    lock: threading.Lock


def _path(stored: dict[str, Any]) -> GuidedPath:
    steps = tuple(PathStep(**step) for step in stored.get("steps", ()))
    return GuidedPath(str(stored.get("title", "")), steps)


def _check_header(path: Path) -> None:
    """Judge a file by its first hundred bytes and its size, before SQLite opens it."""
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            header = stream.read(_HEADER_SIZE)
    except FileNotFoundError as error:
        raise KitMissing(path) from error
    except OSError as error:
        raise NotAKit(path, error.strerror or str(error)) from error
    if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
        raise NotAKit(path, "not an SQLite database")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotAKit(path, "an SQLite database, but no kit")
    version = int.from_bytes(header[60:64], "big")
    if version > FORMAT_VERSION:
        raise KitTooRecent(path, version, FORMAT_VERSION)
    if version < FORMAT_VERSION:
        raise KitTooOld(path, f"kit format {version}, this program reads {FORMAT_VERSION}")
    page_size = int.from_bytes(header[16:18], "big") or 1
    page_size = 65_536 if page_size == 1 else page_size
    expected = page_size * int.from_bytes(header[28:32], "big")
    if size < expected:
        raise KitDamaged(path, f"{size} bytes instead of {expected}")
