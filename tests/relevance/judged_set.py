"""Reads the judged set: what is typed, what is expected, and which part each query belongs to."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from tests.relevance.metrics import BEST, Grades
from tressons_kit.domain.codes import is_canonical

JUDGED = Path(__file__).with_name("judged.yaml")
_KEYS = {"requete", "premiere", "aussi"}
_THIRD = 3


class JudgedSetError(ValueError):
    """The file does not say what it should."""


class Part(StrEnum):
    """What a query is for, as printed."""

    TUNING = "réglage"
    HELD_OUT = "mise de côté"


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """What a person types, and the fiches expected, with their grades."""

    text: str
    kind: str
    grades: Grades

    @property
    def part(self) -> Part:
        """The part of the set; it hangs on the text alone, so that a query never changes parts."""
        return part_of(self.text)


def part_of(text: str) -> Part:
    """Hold out a third of all texts, by their fingerprint."""
    fingerprint = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
    return Part.TUNING if fingerprint % _THIRD else Part.HELD_OUT


def read_judged_set(file: Path = JUDGED) -> tuple[JudgedQuery, ...]:
    """Read the file: see `parse_judged_set`."""
    return parse_judged_set(file.read_text(encoding="utf-8"))


def parse_judged_set(text: str) -> tuple[JudgedQuery, ...]:
    """Return every query, class after class, or raise the JudgedSetError that tells what is wrong."""
    try:
        classes = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date that is none
        raise JudgedSetError(str(error)) from error
    if not isinstance(classes, dict):
        raise JudgedSetError("classes of queries are expected")
    queries = [
        _query(str(kind), entry)
        for kind, entries in classes.items()
        for entry in _listed(kind, entries)
    ]
    _refuse_doubles(queries)
    return tuple(queries)


def unknown_codes(queries: Sequence[JudgedQuery], codes: Collection[str]) -> list[str]:
    """Return the expected codes that no fiche has."""
    return sorted({code for query in queries for code in query.grades} - set(codes))


def _query(kind: str, entry: object) -> JudgedQuery:
    if not isinstance(entry, dict) or not set(entry) <= _KEYS:
        raise JudgedSetError(f"{kind}: {entry!r} is not a query")
    text = entry.get("requete")
    if not isinstance(text, str) or not text.strip():
        raise JudgedSetError(f"{kind}: {entry!r} has no text")
    return JudgedQuery(text, kind, _grades(text, entry))


def _grades(text: str, entry: Mapping[Any, object]) -> Grades:
    first, also = _listed(text, entry.get("premiere")), _listed(text, entry.get("aussi", []))
    codes = [*first, *also]
    if not first or len(set(map(str, codes))) < len(codes):
        raise JudgedSetError(f"{text}: one fiche at least comes first, and each is named once")
    wrong = [code for code in codes if not isinstance(code, str) or not is_canonical(code)]
    if wrong:
        raise JudgedSetError(f"{text}: {wrong} are not codes")
    return {**dict.fromkeys(map(str, also), BEST - 1), **dict.fromkeys(map(str, first), BEST)}


def _listed(where: object, values: object) -> list[object]:
    if not isinstance(values, list):
        raise JudgedSetError(f"{where}: a list is expected")
    return values


def _refuse_doubles(queries: Sequence[JudgedQuery]) -> None:
    seen: set[str] = set()
    for query in queries:
        if query.text in seen:
            raise JudgedSetError(f"{query.text}: this query is there twice")
        seen.add(query.text)
