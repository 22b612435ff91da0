"""Which fiches are open, which one is current, which were closed. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

AT_MOST = 12
"""Tabs: more could no longer be told apart."""

_CLOSED_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class OpenFiche:
    """A fiche in a tab: how far it is scrolled, the words of a search that are marked in it."""

    code: str
    scroll: int = 0
    words: str = ""


class OpenFiches:
    """The tabs, in order; a fiche is open once.

    `preview` is a fiche that is only looked at: it is in no tab, and the current tab waits behind it.
    """

    def __init__(self, fiches: Iterable[OpenFiche] = (), current: str = "") -> None:
        unique = {fiche.code: fiche for fiche in fiches}
        self._fiches = list(unique.values())[:AT_MOST]
        self._current = ""
        self._resumed = current
        self._recent = [fiche.code for fiche in self._fiches]
        self._closed: list[tuple[int, OpenFiche]] = []
        self.preview = ""
        if len(self._fiches) == 1:
            # Who opens one fiche at a time has no tabs: the next fiche takes its place.
            self._current = self._fiches[0].code

    @property
    def fiches(self) -> tuple[OpenFiche, ...]:
        """The tabs, from left to right."""
        return tuple(self._fiches)

    @property
    def current(self) -> OpenFiche | None:
        """The current tab; none as long as none of those of the last time was shown again."""
        return self.find(self._current)

    def find(self, code: str) -> OpenFiche | None:
        """Return the tab of a fiche, or None."""
        return next((fiche for fiche in self._fiches if fiche.code == code), None)

    def resume(self) -> OpenFiche | None:
        """Make current the tab that was so the last time, and return it."""
        if self._fiches and not self._current:
            found = self.find(self._resumed) or self._fiches[-1]
            self._make_current(found.code)
        return self.current

    def show(self, code: str, words: str = "") -> None:
        """Go to the tab of a fiche, or put it in place of the current one."""
        if self.find(code) is None:
            place = self._position(self._current)
            if place is None:
                self.add(code, words)
            else:
                self._recent.remove(self._current)
                self._fiches[place] = OpenFiche(code, words=words)
        self._make_current(code)

    def look_at(self, code: str) -> None:
        """Show a fiche without a tab, unless it has one."""
        if self.find(code):
            self._make_current(code)
        else:
            self.preview = code

    def add(self, code: str, words: str = "") -> OpenFiche | None:
        """Open a tab after the others; return the tab closed to make room for it.

        It stays behind the current one, unless its fiche is being looked at.
        """
        if self.find(code):
            return None
        left_out = self._make_room()
        self._fiches.append(OpenFiche(code, words=words))
        self._recent.append(code)
        if code == self.preview:
            self._make_current(code)
        return left_out

    def close(self, code: str) -> None:
        """Close a tab; if it is the current one, the next one becomes so, or else the one before."""
        place = self._position(code)
        if place is None:
            return
        self._closed = [*self._closed, (place, self._fiches.pop(place))][-_CLOSED_AT_MOST:]
        self._recent.remove(code)
        if code == self._current:
            left = self._fiches[place : place + 1] or self._fiches[-1:]
            self._current = left[0].code if left else ""

    def reopen(self) -> OpenFiche | None:
        """Open again where it was the tab closed last that is not open, and make it current."""
        while self._closed:
            place, fiche = self._closed.pop()
            if self.find(fiche.code) is None:
                self._make_room()
                self._fiches.insert(place, fiche)
                self._recent.append(fiche.code)
                self._make_current(fiche.code)
                return fiche
        return None

    def beside(self, step: int) -> OpenFiche | None:
        """Return the tab that many steps away from the current one, going round."""
        place = self._position(self._current)
        if not self._fiches:
            return None
        return self._fiches[((place or 0) + step) % len(self._fiches)]

    def leave_at(self, code: str, scroll: int) -> None:
        """Remember how far a fiche is scrolled, if it has a tab."""
        place = self._position(code)
        if place is not None:
            self._fiches[place] = replace(self._fiches[place], scroll=scroll)

    def _position(self, code: str) -> int | None:
        codes = [fiche.code for fiche in self._fiches]
        return codes.index(code) if code in codes else None

    def _make_current(self, code: str) -> None:
        self.preview, self._current = "", code
        self._recent = [*(known for known in self._recent if known != code), code]

    def _make_room(self) -> OpenFiche | None:
        """Close the tab that was current the longest ago, when there are as many as can be."""
        if len(self._fiches) < AT_MOST:
            return None
        oldest = next(code for code in self._recent if code != self._current)
        closed = self.find(oldest)
        self.close(oldest)
        return closed
