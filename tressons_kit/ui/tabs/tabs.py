"""Joins the fiches kept open to their strip and to what is remembered between two starts."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tressons_kit.domain.fiche import FicheCard
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.tabs.open_fiches import OpenFiche, OpenFiches
from tressons_kit.ui.tabs.strip import Tab, TabStrip


class Tabs(QObject):
    """The tabs of the reader; what they lead to is shown by whoever hears them.

    `made_room` tells the code of a tab that was closed because there were as many as can be.
    """

    chosen = Signal(str)
    close_asked = Signal(str)
    reopen_asked = Signal()
    left = Signal()
    made_room = Signal(str)

    def __init__(
        self, services: Services, memory: Memory, appearance: Appearance, texts: Texts
    ) -> None:
        super().__init__()
        self._services, self._memory = services, memory
        self._cards: dict[str, FicheCard] = {}
        kept = (OpenFiche(code, scroll) for code, scroll in memory.state.tabs if self._card(code))
        self.open = OpenFiches(kept, memory.state.current_tab)
        self.strip = TabStrip(appearance, texts)
        self.strip.chosen.connect(self.chosen)
        self.strip.close_asked.connect(self.close_asked)
        self.strip.reopen_asked.connect(self.reopen_asked)
        self.strip.others_close_asked.connect(self._close_others)
        self.strip.left.connect(self.left)
        self._show()

    def above(self, reader: QWidget) -> QWidget:
        """Return the reader under its tabs."""
        column = QWidget()
        column.setMinimumWidth(reader.minimumWidth())
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(reader, 1)
        return column

    def show(self, code: str, words: str = "") -> None:
        """Tell that a fiche is on show: in its tab, or in place of the current one."""
        self.open.show(code, words)
        self._keep()

    def look_at(self, code: str) -> None:
        """Tell that a fiche is on show for the time of a look."""
        self.open.look_at(code)
        self._show()

    def add(self, code: str, words: str = "") -> None:
        """Open a tab behind the current one."""
        left_out = self.open.add(code, words)
        self._keep()
        if left_out:
            self.made_room.emit(left_out.code)

    def close(self, code: str) -> OpenFiche | None:
        """Close a tab; return the one that is current then."""
        self.open.close(code)
        self._keep()
        return self.open.current

    def reopen(self) -> OpenFiche | None:
        """Open again the tab closed last; return it."""
        fiche = self.open.reopen()
        self._keep()
        return fiche

    def resume(self) -> OpenFiche | None:
        """Return the tab that was current the last time, which is so from now on."""
        fiche = self.open.resume()
        self._show()
        return fiche

    def leave_at(self, code: str, scroll: int) -> None:
        """Remember how far a fiche is scrolled, if it has a tab."""
        self.open.leave_at(code, scroll)
        self._remember()

    def _close_others(self) -> None:
        kept = self.open.current
        for fiche in self.open.fiches:
            if fiche != kept:
                self.open.close(fiche.code)
        self._keep()

    def _keep(self) -> None:
        self._show()
        self._remember()

    def _remember(self) -> None:
        current = self.open.current
        tabs = tuple((fiche.code, fiche.scroll) for fiche in self.open.fiches)
        self._memory.keep_tabs(tabs, current.code if current else "")

    def _show(self) -> None:
        current, preview = self.open.current, self._card(self.open.preview)
        codes = [fiche.code for fiche in self.open.fiches]
        tabs = [Tab(card) for code in codes if (card := self._card(code))]
        position = codes.index(current.code) if current else -1
        if preview:
            tabs.append(Tab(preview, is_preview=True))
            position = len(tabs) - 1
        self.strip.show_tabs(tabs, position)

    def _card(self, code: str) -> FicheCard | None:
        """Return the card of a fiche, read once; None when this kit has no such fiche."""
        if code and code not in self._cards:
            fiches = self._services.fiches
            row = fiches.find_row(code)
            if row is not None:
                self._cards[code] = fiches.cards([row])[row]
        return self._cards.get(code)
