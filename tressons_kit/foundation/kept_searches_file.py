"""The file of kept searches: readable JSON, in which nothing that we do not know is lost."""

import json
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tressons_kit.domain.errors import CannotWrite
from tressons_kit.domain.kept_search import KeptSearch, SavedSearch, Searches, UnansweredSearch
from tressons_kit.foundation.files import write_atomically

_LOG = logging.getLogger("kit.state")
_LISTS = frozenset({"recent", "saved", "unanswered"})
_ENTRY = frozenset({"name", "text", "filters", "date", "kit_version"})
_SET_ASIDE_AT_MOST = 1_000

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read; `damaged` when part of the file, or all of it, made no sense."""

    searches: Searches
    damaged: bool = False


def read_searches(path: Path) -> Reading | None:
    """Read the file; None when there is none.

    A file that the disk refuses to give raises CannotWrite: it must not be taken for an empty one.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
    try:
        values = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return Reading(Searches(), damaged=True)
    if not isinstance(values, dict):
        return Reading(Searches(), damaged=True)
    return _from_values(values)


def write_searches(path: Path, searches: Searches) -> None:
    """Write the file in one move, or raise CannotWrite."""
    values = {
        **searches.unknown,
        "saved": [{"name": kept.name, **_values(kept.search)} for kept in searches.saved],
        "recent": [_values(search) for search in searches.recent],
        "unanswered": [
            {**_values(kept.search), "date": kept.date, "kit_version": kept.kit_version}
            for kept in searches.unanswered
        ],
    }
    text = json.dumps(values, ensure_ascii=False, indent=1)
    write_atomically(path, text.encode("utf-8", "replace"))


def set_aside(path: Path) -> None:
    """Give a damaged file a name of its own; those set aside before stay too."""
    for number in range(1, _SET_ASIDE_AT_MOST):
        aside = path.with_name(f"{path.name}.abime{'' if number == 1 else f'-{number}'}")
        if not aside.exists():
            _LOG.warning("kept searches unreadable, set aside as %s", aside)
            path.rename(aside)
            return
    raise CannotWrite(path, "too many damaged files")


def _values(search: KeptSearch) -> dict[str, Any]:
    filters = {facet: sorted(terms) for facet, terms in sorted(search.filters.items())}
    return {**search.unknown, "text": search.text, "filters": filters}


def _from_values(values: Mapping[str, Any]) -> Reading:
    wrong: list[object] = []
    searches = Searches(
        recent=_read_list(values.get("recent", []), _search, wrong),
        saved=_unlike_names(_read_list(values.get("saved", []), _saved, wrong)),
        unanswered=_read_list(values.get("unanswered", []), _unanswered, wrong),
        unknown={key: value for key, value in values.items() if key not in _LISTS},
    )
    return Reading(searches, damaged=bool(wrong))


def _read_list(
    values: object, read: Callable[[Mapping[str, Any]], Kept], wrong: list[object]
) -> tuple[Kept, ...]:
    """Read what makes sense of a list, and note the rest."""
    if not isinstance(values, list):
        wrong.append(values)
        return ()
    kept: list[Kept] = []
    for value in values:
        found: Kept | None = None
        with suppress(TypeError, KeyError, AttributeError):
            found = read(value)
        if found is None:
            wrong.append(value)
        else:
            kept.append(found)
    return tuple(kept)


def _search(value: Mapping[str, Any]) -> KeptSearch:
    filters = {
        _text(facet): frozenset(_text(term) for term in terms)
        for facet, terms in value.get("filters", {}).items()
        if terms
    }
    unknown = {key: item for key, item in value.items() if key not in _ENTRY}
    return KeptSearch(_text(value["text"]), filters, unknown)


def _saved(value: Mapping[str, Any]) -> SavedSearch:
    return SavedSearch(_text(value["name"]), _search(value))


def _unanswered(value: Mapping[str, Any]) -> UnansweredSearch:
    return UnansweredSearch(_search(value), _text(value["date"]), _text(value["kit_version"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _unlike_names(saved: tuple[SavedSearch, ...]) -> tuple[SavedSearch, ...]:
    """Give a number to the names that come twice, as when two files were joined by hand."""
    named: dict[str, SavedSearch] = {}
    for kept in saved:
        name = free_name(kept.name, named)
        named[name] = SavedSearch(name, kept.search)
    return tuple(named.values())


def free_name(wanted: str, taken: Mapping[str, object] | set[str]) -> str:
    """Return the name, or the name with the first number that makes it free."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted} ({number})"
    return name
