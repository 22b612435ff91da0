"""Buttons of which one is taken, on the way of the Tab key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget


class OneOfSeveral(QButtonGroup):
    """Leads Tab to the one that is taken; arrows go to the others.

    Qt does so only once one of them had the focus: the first time, Tab would go to the first one.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttonToggled.connect(self._on_toggled)

    def _on_toggled(self, button: QAbstractButton, on: bool) -> None:  # noqa: FBT001 - a slot
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def take(self, taken: QAbstractButton) -> None:
        """Take one, once they are all there."""
        for button in self.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        taken.setChecked(True)
