"""The three engines that are asked: ours, plain FTS5, and Whoosh with its French analyser."""

import re
import sqlite3
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tests.relevance.metrics import DEPTH
from tressons_kit.domain.query import Query
from tressons_kit.services import Services

with warnings.catch_warnings():
    # Whoosh 2.7.4 writes some patterns that newer Pythons frown at when they compile it.
    warnings.simplefilter("ignore")
    from whoosh.analysis import LanguageAnalyzer
    from whoosh.fields import ID, TEXT, Schema
    from whoosh.filedb.filestore import RamStorage
    from whoosh.query import And, Or, Term

_WORD = re.compile(r"\w+")
_FIELDS = ("title", "summary", "body")


class Engine(Protocol):
    """Whatever answers a text with codes, the best first."""

    @property
    def name(self) -> str: ...

    def search(self, text: str) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class IndexedText:
    """What the references index of a fiche."""

    code: str
    title: str
    summary: str
    body: str


def texts_of(services: Services) -> tuple[IndexedText, ...]:
    """Read the texts of every fiche of a kit."""
    cards = services.fiches.cards(services.search.search(Query()).rows)
    fiches = [services.fiches.get(card.code) for card in cards.values()]
    return tuple(
        IndexedText(
            fiche.code, fiche.title, fiche.summary, "\n".join(part.text for part in fiche.sections)
        )
        for fiche in fiches
    )


class KitEngine:
    """Our search, as the faces ask it."""

    name = "le kit"

    def __init__(self, services: Services) -> None:
        self._services = services

    def search(self, text: str) -> Sequence[str]:
        rows = self._services.search.search(Query(text)).rows[:DEPTH]
        cards = self._services.fiches.cards(rows)
        return [cards[row].code for row in rows]


class PlainEngine:
    """FTS5 as it comes, bm25 included; all the words typed are wanted (`AND`), or any (`OR`)."""

    def __init__(self, texts: Sequence[IndexedText], operator: str, *, prefix: bool) -> None:
        self.name = f"FTS5 {operator}{' *' if prefix else ''}"
        self._operator, self._star = f" {operator} ", " *" if prefix else ""
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE search USING fts5("
            "code UNINDEXED, title, summary, body, tokenize='unicode61 remove_diacritics 2')"
        )
        self._database.executemany(
            "INSERT INTO search VALUES (?, ?, ?, ?)",
            [(text.code, text.title, text.summary, text.body) for text in texts],
        )

    def search(self, text: str) -> Sequence[str]:
        words = [f'"{word}"' for word in _WORD.findall(text)]
        if not words:
            return []
        rows = self._database.execute(
            "SELECT code FROM search WHERE search MATCH ? ORDER BY bm25(search), code LIMIT ?",
            (self._operator.join(words) + self._star, DEPTH),
        )
        return [code for (code,) in rows]

    def close(self) -> None:
        self._database.close()


class WhooshEngine:
    """A Whoosh index in memory, with the French analyser that it brings and its BM25F."""

    def __init__(self, texts: Sequence[IndexedText], operator: str) -> None:
        self.name = f"Whoosh {operator}"
        self._group = {"AND": And, "OR": Or}[operator]
        self._analyser = LanguageAnalyzer("fr")
        fields = {field: TEXT(analyzer=self._analyser) for field in _FIELDS}
        self._index = RamStorage().create_index(Schema(code=ID(stored=True), **fields))
        writer = self._index.writer()
        for text in texts:
            writer.add_document(code=text.code, title=text.title, summary=text.summary, body=text.body)
        writer.commit()

    def search(self, text: str) -> Sequence[str]:
        words = [token.text for token in self._analyser(text, mode="query")]
        asked = self._group([Or([Term(field, word) for field in _FIELDS]) for word in words])
        with self._index.searcher() as searcher:
            return [hit["code"] for hit in searcher.search(asked, limit=DEPTH)]

    def close(self) -> None:
        self._index.close()
