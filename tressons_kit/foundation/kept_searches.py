"""Recent, saved and unanswered searches: the user's own, in one file, shared by all windows.

Every change is an operation. It counts at once in memory; `save` reads the file again under a lock
and does there what was not yet done, so that two windows never undo each other's work. An
operation that the disk refused is done again by the next `save`.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from tressons_kit.domain.errors import CannotWrite
from tressons_kit.domain.kept_search import KeptSearch, SavedSearch, Searches, UnansweredSearch
from tressons_kit.domain.query import Filters
from tressons_kit.foundation.file_lock import locked
from tressons_kit.foundation.files import write_atomically
from tressons_kit.foundation.kept_searches_file import (
    free_name,
    read_searches,
    set_aside,
    write_searches,
)

_LOG = logging.getLogger("kit.state")

RECENT_AT_MOST = 20
NAME_AT_MOST = 120

_Operation = Callable[[Searches], Searches]


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


class KeptSearches:
    """What is kept; `announce` is called after each change, to have it saved and shown."""

    def __init__(
        self,
        path: Path,
        announce: Callable[[], None] | None = None,
        today: Callable[[], date] = _today,
    ) -> None:
        self._path, self._announce, self._today = path, announce, today
        self._guard = threading.RLock()
        self._pending: list[_Operation] = []
        self._base = Searches()
        self._base = self._state = self._first_reading()

    @property
    def recent(self) -> Sequence[KeptSearch]:
        """The last searches that led somewhere, newest first."""
        return self._state.recent

    @property
    def saved(self) -> Sequence[SavedSearch]:
        """The searches kept on purpose, in the user's order."""
        return self._state.saved

    @property
    def unanswered(self) -> Sequence[UnansweredSearch]:
        """The searches noted as without an answer, newest first."""
        return self._state.unanswered

    def note_recent(self, text: str, filters: Filters) -> None:
        """Put a search first among the recent ones: a fiche was opened from it, or Entrée pressed."""
        search = _search(text, filters)
        if not search.is_empty:
            self._do(lambda state: _with_recent(state, search))

    def forget_recent(self, search: KeptSearch) -> None:
        """Take one search off the recent ones."""
        self._do(lambda state: _without_recent(state, search))

    def forget_all_recent(self) -> None:
        """Take off the recent searches that are shown; those of another window since then stay."""
        shown = self.recent

        def forget(state: Searches) -> Searches:
            for search in shown:
                state = _without_recent(state, search)
            return state

        self._do(forget)

    def find_saved(self, text: str, filters: Filters) -> SavedSearch | None:
        """Return the saved search that asks the same, or None."""
        search = _search(text, filters)
        return next((kept for kept in self.saved if kept.search.asks_the_same(search)), None)

    def keep(self, name: str, text: str, filters: Filters) -> SavedSearch | None:
        """Save a search under a name, numbered if it is taken; None when there is nothing to keep.

        A search that is already saved stays under its name.
        """
        search = _search(text, filters)
        already = self.find_saved(text, filters)
        if search.is_empty or already:
            return already
        wanted = _clean(name)[:NAME_AT_MOST] or _clean(text)[:NAME_AT_MOST] or "…"
        self._do(lambda state: _with_saved(state, SavedSearch(wanted, search), len(state.saved)))
        return self.find_saved(text, filters)

    def rename(self, name: str, wanted: str) -> str:
        """Give a saved search another name; return the name that it has now."""
        wanted = _clean(wanted)[:NAME_AT_MOST]
        if not wanted or wanted == name:
            return name
        position = self._position(name)
        self._do(lambda state: _renamed(state, name, wanted))
        return self.saved[position].name if position is not None else name

    def move(self, name: str, step: int) -> None:
        """Move a saved search up (-1) or down (1)."""
        self._do(lambda state: _moved(state, name, step))

    def delete(self, name: str) -> tuple[SavedSearch, int] | None:
        """Delete a saved search; return it with its position, for `put_back`."""
        position = self._position(name)
        if position is None:
            return None
        deleted = self.saved[position]
        self._do(lambda state: _without_saved(state, name))
        return deleted, position

    def put_back(self, deleted: SavedSearch, position: int) -> None:
        """Undo a deletion."""
        self._do(lambda state: _with_saved(state, deleted, position))

    def note_unanswered(self, text: str, filters: Filters, kit_version: str) -> None:
        """Note a search without an answer, for the kit's authors; it stays on this computer."""
        search = _search(text, filters)
        if search.is_empty:
            return
        noted = UnansweredSearch(search, self._today().isoformat(), kit_version)
        self._do(lambda state: _with_unanswered(state, noted))

    def clear_unanswered(self) -> None:
        """Forget the unanswered searches that are shown."""
        shown = self.unanswered
        self._do(
            lambda state: replace(
                state, unanswered=tuple(kept for kept in state.unanswered if kept not in shown)
            )
        )

    def export_unanswered(self, path: Path, title: str) -> None:
        """Write the unanswered searches for the kit's authors, or raise CannotWrite.

        A title, then one search a line: day, version of the kit, words, filters. Nothing else.
        """
        lines = [_clean(title), *map(_exported, self.unanswered)]
        write_atomically(path, "".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))

    def save(self) -> None:
        """Do in the file what was not yet done there, and take in what others wrote.

        Raises CannotWrite: nothing is lost then, the next call tries again.
        """
        with self._guard:
            pending = list(self._pending)
        with self._locked():
            found = self._reread()
            state = found
            for operation in pending:
                state = operation(state)
            if pending:
                write_searches(self._path, state)
        with self._guard:
            del self._pending[: len(pending)]
            self._base = self._state = state
            for operation in self._pending:
                self._state = operation(self._state)

    def _first_reading(self) -> Searches:
        """Read the file at the start: whatever it is worth, the window opens."""
        found = Searches()
        try:
            reading = read_searches(self._path)
            if reading is not None:
                found = reading.searches
                if reading.damaged:
                    found = self._rescue()
        except CannotWrite as error:
            _LOG.warning("kept searches not read: %s", error)
        return found

    def _rescue(self) -> Searches:
        """Set a damaged file aside, and keep what could still be read for the next writing."""
        with self._locked():
            # Read again: another window may have just done so.
            found = self._reread()
        self._pending.append(lambda state: _joined(state, found))
        return found

    def _reread(self) -> Searches:
        """Read what others wrote; what we knew stands for a file that went away or bad."""
        reading = read_searches(self._path)
        if reading is None:
            return self._base
        if reading.damaged:
            self._set_aside()
            return _joined(reading.searches, self._base)
        return reading.searches

    def _locked(self) -> AbstractContextManager[None]:
        return locked(self._path.with_name(f"{self._path.name}.verrou"))

    def _set_aside(self) -> None:
        try:
            set_aside(self._path)
        except OSError as error:
            raise CannotWrite(self._path, error.strerror or str(error)) from error

    def _do(self, operation: _Operation) -> None:
        with self._guard:
            self._state = operation(self._state)
            self._pending.append(operation)
        if self._announce is not None:
            self._announce()

    def _position(self, name: str) -> int | None:
        return next((n for n, kept in enumerate(self.saved) if kept.name == name), None)


def _search(text: str, filters: Filters) -> KeptSearch:
    chosen = {facet: frozenset(terms) for facet, terms in filters.items() if terms}
    return KeptSearch(_clean(text), chosen)


def _clean(text: str) -> str:
    """Put a text on one line that any file can hold."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _with_recent(state: Searches, search: KeptSearch) -> Searches:
    others = _without_recent(state, search).recent
    return replace(state, recent=(search, *others)[:RECENT_AT_MOST])


def _without_recent(state: Searches, search: KeptSearch) -> Searches:
    return replace(state, recent=tuple(kept for kept in state.recent if not kept.asks_the_same(search)))


def _with_saved(state: Searches, kept: SavedSearch, position: int) -> Searches:
    if any(other.search.asks_the_same(kept.search) for other in state.saved):
        return state
    name = free_name(kept.name, {other.name for other in state.saved})
    saved = list(state.saved)
    saved.insert(position, SavedSearch(name, kept.search))
    return replace(state, saved=tuple(saved))


def _without_saved(state: Searches, name: str) -> Searches:
    return replace(state, saved=tuple(kept for kept in state.saved if kept.name != name))


def _renamed(state: Searches, name: str, wanted: str) -> Searches:
    free = free_name(wanted, {kept.name for kept in state.saved if kept.name != name})
    return replace(
        state,
        saved=tuple(
            SavedSearch(free, kept.search) if kept.name == name else kept for kept in state.saved
        ),
    )


def _moved(state: Searches, name: str, step: int) -> Searches:
    saved = list(state.saved)
    position = next((n for n, kept in enumerate(saved) if kept.name == name), None)
    if position is None:
        return state
    kept = saved.pop(position)
    saved.insert(max(position + step, 0), kept)
    return replace(state, saved=tuple(saved))


def _with_unanswered(state: Searches, noted: UnansweredSearch) -> Searches:
    others = (kept for kept in state.unanswered if not kept.search.asks_the_same(noted.search))
    return replace(state, unanswered=(noted, *others))


def _joined(state: Searches, other: Searches) -> Searches:
    """Add to a state what another one has and it has not."""
    for kept in other.saved:
        state = _with_saved(state, kept, len(state.saved))
    recent = [search for search in other.recent if search not in state.recent]
    unanswered = [kept for kept in other.unanswered if kept not in state.unanswered]
    return Searches(
        recent=(*state.recent, *recent)[:RECENT_AT_MOST],
        saved=state.saved,
        unanswered=(*state.unanswered, *unanswered),
        unknown={**other.unknown, **state.unknown},
    )


def _exported(kept: UnansweredSearch) -> str:
    chosen = kept.search.filters
    terms = (f"{facet} : {term}" for facet in sorted(chosen) for term in sorted(chosen[facet]))
    parts = (kept.date, kept.kit_version, kept.search.text, ", ".join(terms))
    return "\t".join(_clean(part) for part in parts if part)
