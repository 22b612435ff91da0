"""Searching without a window: our service beside FTS5 as it comes."""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from tests.bench.figures import Figure, Reference, percentile
from tests.bench.kits import BenchKit
from tests.bench.typed import ERRORS, keystrokes, letter_by_letter, long_texts
from tressons_kit.domain.query import Query
from tressons_kit.services import open_services

_ROUNDS = 3
_TEXTS = """
    SELECT fiche.id, fiche.title, fiche.summary, GROUP_CONCAT(section.text, char(10))
    FROM fiche LEFT JOIN section ON section.fiche = fiche.id GROUP BY fiche.id"""
_PLAIN = (
    "CREATE VIRTUAL TABLE search USING fts5(title, summary, body, content='', tokenize='unicode61')"
)
_ANSWER = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search)"


def make_plain_index(kit: BenchKit, target: Path) -> None:
    """Index the same texts as FTS5 does by itself: no stem, no column of variants, no prefix."""
    target.unlink(missing_ok=True)
    source, plain = sqlite3.connect(kit.path), sqlite3.connect(target)
    plain.execute(_PLAIN)
    plain.executemany(
        "INSERT INTO search(rowid, title, summary, body) VALUES (?, ?, ?, ?)", source.execute(_TEXTS)
    )
    plain.execute("INSERT INTO search(search) VALUES ('optimize')")
    plain.commit()
    source.close()
    plain.close()


def measure_searching(kit: BenchKit, plain: Path) -> Iterator[Figure]:
    """Time every key of every question: results in order, and for us the counts of every facet."""
    texts = keystrokes(kit.path)
    ours, theirs = _ours(kit.path, texts), _plain(plain, texts)
    corrected = _ours(kit.path, letter_by_letter(ERRORS))
    for share in (50, 95):
        yield Figure(
            f"touche → résultats et compteurs, p{share} ({kit.name})",
            percentile(ours, share),
            "ms",
            Reference(percentile(theirs, share), "FTS5 unicode61 + bm25"),
            budget=16.0 if share == 95 else None,
        )
    yield Figure(
        f"la même chose avec des fautes, p95 ({kit.name})", percentile(corrected, 95), "ms", budget=30.0
    )
    longest = max(_ours(kit.path, long_texts(kit.path)))
    yield Figure(f"le pire texte collé ({kit.name})", longest, "ms", budget=100.0)


def _ours(kit: Path, texts: Sequence[str]) -> list[float]:
    services = open_services(kit)
    # The window has asked for everything before the first key, and has prepared the search.
    services.search.search(Query())
    services.search.prepare()
    times = _timed(lambda text: services.search.search(Query(text)), texts)
    services.close()
    return times


def _plain(plain: Path, texts: Sequence[str]) -> list[float]:
    connection = sqlite3.connect(plain)
    times = _timed(lambda text: connection.execute(_ANSWER, (_expression(text),)).fetchall(), texts)
    connection.close()
    return times


def _expression(text: str) -> str:
    words = re.findall(r"\w+", text)
    return " ".join(f'"{word}"' for word in words) + (" *" if words else "")


def _timed(ask: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    times: list[float] = []
    for _ in range(_ROUNDS):
        for text in texts:
            start = perf_counter()
            ask(text)
            times.append((perf_counter() - start) * 1000)
    return times
