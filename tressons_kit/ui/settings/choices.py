"""A few choices one under the other, of which one is taken."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.settings.one_of_several import OneOfSeveral
from tressons_kit.ui.settings.tick_box import RadioChoice


class Choices(QWidget):
    """Says the value that was chosen; arrows change it, as everywhere."""

    chosen = Signal(str)

    def __init__(
        self, name: str, labels: Mapping[str, str], taken: str, appearance: Appearance
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = OneOfSeveral(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.buttons: dict[str, RadioChoice] = {}
        for value, label in labels.items():
            button = RadioChoice(label, appearance)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._group.addButton(button)
            self.buttons[value] = button
        self._group.take(self.buttons[taken])
        for value, button in self.buttons.items():
            button.toggled.connect(lambda on, value=value: self.chosen.emit(value) if on else None)
