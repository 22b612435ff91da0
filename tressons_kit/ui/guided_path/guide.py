"""Leads a newcomer from one fiche of the path to the next, and remembers what was read."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.depths import Depth
from tressons_kit.domain.kit_info import PathStep
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.guided_path.bar import PathBar
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.reader.reader import Reader


class Guide(QObject):
    """Says which fiche to open; `ended` when the path was read to its end.

    One is on the path from its start, or the choice of a step, until one ends or leaves it. A link
    followed on the way hides the bar; coming back to a step shows it again.
    """

    fiche_requested = Signal(str)
    progressed = Signal()
    ended = Signal()

    def __init__(
        self, services: Services, reader: Reader, memory: Memory, appearance: Appearance, texts: Texts
    ) -> None:
        super().__init__()
        self._services, self._reader, self._memory, self._texts = services, reader, memory, texts
        self._on_path = False
        self._depth_before: Depth | None = None
        self.bar = PathBar(appearance, texts)
        self.bar.bind_keys(reader)
        self.bar.moved.connect(self._move)
        self.bar.left.connect(self._on_left)
        under = reader.layout()
        if under is not None:
            under.addWidget(self.bar)

    @property
    def read(self) -> tuple[str, ...]:
        """The codes that were read on the path."""
        return self._memory.state.path_read

    def go_on(self) -> None:
        """Open the first step that was not read; begin again when all were."""
        if all(step.code in self.read for step in self._steps):
            self._memory.keep_path_read(())
        unread = (step.code for step in self._steps if step.code not in self.read)
        code = next(unread, None)
        if code:
            self.go_to(code)

    def go_to(self, code: str) -> None:
        """Open a step, as far as three minutes of reading go: what the path promises."""
        if not self._on_path:
            self._on_path = True
            if self._reader.reading_depth is not Depth.SHORT:
                self._depth_before = self._reader.reading_depth
            self._reader.set_depth(Depth.SHORT)
        self.fiche_requested.emit(code)

    def follow(self, code: str) -> None:
        """Show which step a fiche is, if one is on the path and the fiche is of it."""
        place = self._place(code) if self._on_path else None
        if place is None:
            self.bar.hide()
            return
        step = self._steps[place]
        self.bar.show_step(place, len(self._steps), step.reason)
        announce(self.bar, self._texts("Parcours, étape {} sur {}").format(place + 1, len(self._steps)))
        if code not in self.read:
            self._memory.keep_path_read((*self.read, code))
        self.progressed.emit()

    def leave(self) -> None:
        """Leave the path: the depth is as before, unless another was chosen on the way."""
        self._on_path = False
        self.bar.hide()
        if self._depth_before and self._reader.reading_depth is Depth.SHORT:
            self._reader.set_depth(self._depth_before)
        self._depth_before = None

    @cached_property
    def _steps(self) -> tuple[PathStep, ...]:
        path = self._services.kit.info.path
        return tuple(step for step in path.steps if self._services.fiches.find_row(step.code))

    def _place(self, code: str) -> int | None:
        codes = [step.code for step in self._steps]
        return codes.index(FicheCode(code)) if code in codes else None

    def _move(self, by: int) -> None:
        here = self._place(self._reader.code or "")
        if here is None:
            return
        if here + by >= len(self._steps):
            self.leave()
            self.ended.emit()
        elif here + by >= 0:
            self.fiche_requested.emit(self._steps[here + by].code)

    def _on_left(self) -> None:
        self.leave()
        self._reader.page.setFocus()
