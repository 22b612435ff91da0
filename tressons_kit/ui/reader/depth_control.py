"""« 30 s · 3 min · Complet »: how far a fiche is read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from tressons_kit.domain.depths import Depth
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.shortcuts import Command

DEPTH_COMMANDS: dict[Depth, Command] = {
    Depth.BRIEF: Command.BRIEF,
    Depth.SHORT: Command.SHORT,
    Depth.FULL: Command.FULL,
}


class DepthControl(QWidget):
    """Three joined buttons, one of which is pressed."""

    depth_chosen = Signal(Depth)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(texts("Profondeur de lecture"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons = {
            depth: self._button(depth, label, name)
            for depth, (label, name) in depth_words(texts).items()
        }
        for button in self._buttons.values():
            row.addWidget(button)

    def show_depth(self, depth: Depth) -> None:
        """Press the button of a depth, and say nothing."""
        self._buttons[depth].setChecked(True)

    def _button(self, depth: Depth, label: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "segment")
        button.setCheckable(True)
        button.setText(label)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.depth_chosen.emit(depth))
        self._group.addButton(button)
        return button


def depth_words(texts: Texts) -> dict[Depth, tuple[str, str]]:
    """Return the label and the whole name of each depth."""
    return {
        Depth.BRIEF: (texts("30 s"), texts("En 30 secondes : résumé, chiffres, message clé (1)")),
        Depth.SHORT: (texts("3 min"), texts("En 3 minutes : l’essentiel des parties (2)")),
        Depth.FULL: (texts("Complet"), texts("La fiche complète (3)")),
    }
