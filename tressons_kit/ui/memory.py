"""Keeps what the window remembers, and writes it off the window's thread."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tressons_kit.domain.errors import CannotWrite
from tressons_kit.foundation.kept_searches import KeptSearches
from tressons_kit.foundation.paths import KEPT_SEARCHES_NAME
from tressons_kit.foundation.remembered import (
    LAST_READ_AT_MOST,
    Remembered,
    read_remembered,
    write_remembered,
)
from tressons_kit.qt.tasks import LatestLane

_LOG = logging.getLogger("kit.state")


class Memory(QObject):
    """The state of the window; a disk that refuses it costs the memory, never the session.

    `searches` are shared with the other windows of the same person: `searches_changed` when they
    changed, here or there, and `searches_not_written` when the disk refused them (they stay here, and
    the next change tries again).
    """

    searches_changed = Signal()
    searches_not_written = Signal(object)
    lens_changed = Signal(bool)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._state = read_remembered(path)
        self._lane = LatestLane(self)
        self._lane.failed.connect(self._on_failed)
        self.searches = KeptSearches(path.with_name(KEPT_SEARCHES_NAME), self._on_searches_changed)
        self._searches_lane = LatestLane(self)
        self._searches_lane.done.connect(self.searches_changed)
        self._searches_lane.failed.connect(self.searches_not_written)
        self._searches_lane.failed.connect(self._on_failed)

    @property
    def state(self) -> Remembered:
        """What is remembered now."""
        return self._state

    def add_read(self, code: str) -> None:
        """Put a fiche first among those read last."""
        others = tuple(read for read in self._state.last_read if read != code)
        self._keep(replace(self._state, last_read=(code, *others)[:LAST_READ_AT_MOST]))

    @property
    def path(self) -> Path:
        """The file that holds the state; the searches are in another one beside it."""
        return self._path

    def keep_look(self, *, theme: str, text_scale: float, motion: str) -> None:
        """Remember the theme, the text size and how much moves."""
        state = replace(self._state, theme=str(theme), text_scale=text_scale, motion=str(motion))
        self._keep(state)

    def keep_window(self, *, geometry: str, columns: tuple[int, ...]) -> None:
        """Remember where the window was."""
        self._keep(replace(self._state, geometry=geometry, columns=columns))

    def keep_kit(self, path: Path) -> None:
        """Remember a kit chosen by hand."""
        self._keep(replace(self._state, kit=str(path)))

    def keep_completion(self, *, on: bool) -> None:
        """Remember whether suggestions come while one types."""
        self._keep(replace(self._state, completion=on))

    def keep_depth(self, depth: str) -> None:
        """Remember how far fiches are shown."""
        self._keep(replace(self._state, depth=str(depth)))

    def keep_caret(self, *, on: bool) -> None:
        """Remember whether pages are read with a caret."""
        self._keep(replace(self._state, caret=on))

    def keep_first_depth(self, depth: str) -> None:
        """Remember how far fiches are shown at each start; empty for as far as the last time."""
        self._keep(replace(self._state, first_depth=str(depth)))

    def keep_toured(self) -> None:
        """Remember that the tour was seen or refused: it does not offer itself again."""
        self._keep(replace(self._state, toured=True))

    def keep_tabs(self, tabs: tuple[tuple[str, int], ...], current: str) -> None:
        """Remember the fiches kept open, with how far each is scrolled, and the one being read."""
        self._keep(replace(self._state, tabs=tabs, current_tab=current))

    def keep_lens(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Remember whether the terms of the glossary are underlined, and tell it."""
        self._keep(replace(self._state, lens=on))
        self.lens_changed.emit(on)

    def keep_language(self, language: str) -> None:
        """Remember the language to speak from the next start on."""
        self._keep(replace(self._state, language=str(language)))

    def keep_path_read(self, codes: tuple[str, ...]) -> None:
        """Remember which steps of the path for newcomers were read."""
        self._keep(replace(self._state, path_read=codes))

    def refresh_searches(self) -> None:
        """Take in the searches that other windows kept."""
        self._searches_lane.submit(self.searches.save)

    def close(self) -> None:
        """Write what is still to be written."""
        self._lane.finish()
        self._searches_lane.finish()
        self._try(lambda: write_remembered(self._path, self._state))
        self._try(self.searches.save)

    def _on_searches_changed(self) -> None:
        self.searches_changed.emit()
        self.refresh_searches()

    def _keep(self, state: Remembered) -> None:
        if state != self._state:
            self._state = state
            self._lane.submit(lambda: write_remembered(self._path, state))

    def _try(self, write: Callable[[], None]) -> None:
        try:
            write()
        except CannotWrite as error:
            self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        _LOG.warning("state not written: %s", error)
