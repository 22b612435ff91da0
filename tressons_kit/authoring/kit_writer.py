"""Content → the SQLite file of a kit: the same content gives the same bytes."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from tressons_kit import __version__
from tressons_kit.authoring.content import Content
from tressons_kit.authoring.fiche_rows import fiche_rows
from tressons_kit.authoring.glossary_rows import glossary_rows
from tressons_kit.authoring.media import read_medium
from tressons_kit.authoring.search_index import SearchIndex
from tressons_kit.authoring.synonym_rows import expressions, synonym_rows
from tressons_kit.domain.fiche import Medium
from tressons_kit.foundation.french import ANALYSER_VERSION
from tressons_kit.foundation.index_format import FIELDS
from tressons_kit.foundation.kit_format import (
    APPLICATION_ID,
    FORMAT_VERSION,
    INDEXES,
    META_KEYS,
    TABLES,
    WITHOUT_ROWID,
    create_search_index,
)

Row = dict[str, Any]

_PAGE_SIZE = 4096
# Merges while inserting depend on sizes in memory; one merge at the end gives one shape.
_BEFORE_INDEX = "INSERT INTO search(search, rank) VALUES ('automerge', 0)"
_INTO_INDEX = (
    f"INSERT INTO search(rowid, {', '.join(FIELDS)})"  # noqa: S608 - our own names
    f" VALUES ({', '.join('?' * (len(FIELDS) + 1))})"
)
_AFTER_INDEX = "INSERT INTO search(search) VALUES ('optimize')"
_CHECK_INDEX = "INSERT INTO search(search) VALUES ('integrity-check')"


def write_kit(draft: Path, content: Content, digest: str) -> None:
    """Write a new database at a path where there is none."""
    connection = sqlite3.connect(draft)
    try:
        _configure(connection)
        _fill(connection, content, digest)
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()


def _configure(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
    connection.execute("PRAGMA journal_mode = DELETE")
    # The draft is thrown away if anything goes wrong; it is flushed as a whole before its renaming.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT_VERSION}")
    for name, columns in TABLES.items():
        suffix = " WITHOUT ROWID" if name in WITHOUT_ROWID else ""
        connection.execute(f"CREATE TABLE {name} ({columns}){suffix}")
    connection.execute(create_search_index())


def _fill(connection: sqlite3.Connection, content: Content, digest: str) -> None:
    rows: dict[str, list[Row]] = fiche_rows(content.fiches, content.taxonomy)
    rows |= taxonomy_rows(content)
    rows |= glossary_rows(content.glossary.terms)
    synonyms = synonym_rows(
        content.synonyms,
        content.glossary.terms,
        (compiled.index.spellings for compiled in content.fiches),
    )
    rows["synonym"] = synonyms
    rows["medium"] = list(_medium_rows(content))
    index = SearchIndex([compiled.index for compiled in content.fiches], expressions(synonyms))
    rows["meta"] = _meta_rows(content, rows, digest)
    tables: Mapping[str, Iterable[Row]] = {**rows, **index.rows()}
    database = Database(connection)
    for table in TABLES:
        database.table(table).insert_all(tables[table], batch_size=1000)
    for statement in INDEXES:
        connection.execute(statement)
    _fill_index(connection, content)


def _fill_index(connection: sqlite3.Connection, content: Content) -> None:
    connection.execute(_BEFORE_INDEX)
    connection.executemany(
        _INTO_INDEX,
        ((row, *compiled.index.fields) for row, compiled in enumerate(content.fiches, start=1)),
    )
    connection.execute(_AFTER_INDEX)
    connection.execute(_CHECK_INDEX)


def taxonomy_rows(content: Content) -> dict[str, list[Row]]:
    """Return the facets and terms, each term with the bitmap of its fiches."""
    bitmaps: dict[tuple[str, str], int] = {}
    for row, compiled in enumerate(content.fiches, start=1):
        for facet, terms in compiled.fiche.facets.items():
            for term in terms:
                bitmaps[facet, term] = bitmaps.get((facet, term), 0) | 1 << row
    return {
        "facet": [
            {"id": facet.id, "position": position, "label": facet.label}
            for position, facet in enumerate(content.taxonomy)
        ],
        "term": [
            {
                "facet": facet.id,
                "id": term.id,
                "position": position,
                "label": term.label,
                "plural": term.plural or term.label,
                "parent": term.parent,
                "fiches": _bitmap_bytes(bitmaps.get((facet.id, term.id), 0)),
            }
            for facet in content.taxonomy
            for position, term in enumerate(facet.terms)
        ],
    }


def _bitmap_bytes(bitmap: int) -> bytes:
    return bitmap.to_bytes((bitmap.bit_length() + 7) // 8, "little")


def _medium_rows(content: Content) -> Iterator[Row]:
    """Give every chart and picture once; the first fiche that shows a picture words it."""
    media: dict[str, Medium] = {}
    for compiled in content.fiches:
        for chart in compiled.charts:
            media[chart.name] = chart
        for use in compiled.images:
            if use.name not in media:
                media[use.name] = read_medium(use, content.folder)
    return (asdict(media[name]) for name in sorted(media))


def _meta_rows(content: Content, rows: Mapping[str, list[Row]], digest: str) -> list[Row]:
    identity = content.identity
    welcome = identity.welcome
    values: dict[str, object] = {
        "title": identity.title,
        "content_version": identity.version,
        "content_date": identity.date,
        "content_digest": digest,
        "analyser_version": ANALYSER_VERSION,
        "program_version": __version__,
        "licence": identity.licence,
        "authors": json.dumps(identity.authors, ensure_ascii=False),
        "notice": identity.notice,
        "figures": welcome.figures or "",
        "path": json.dumps(asdict(welcome.path), ensure_ascii=False),
        "news": json.dumps([asdict(news) for news in welcome.news], ensure_ascii=False),
        "fiche_count": len(rows["fiche"]),
        "section_count": len(rows["section"]),
        "source_count": len(rows["source"]),
        "glossary_count": len(rows["glossary"]),
        "medium_count": len(rows["medium"]),
        "word_count": sum(compiled.index.word_count for compiled in content.fiches),
    }
    return [{"key": key, "value": str(values[key])} for key in META_KEYS]
