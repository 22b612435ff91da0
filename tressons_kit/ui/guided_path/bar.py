"""The bar at the foot of a fiche of the path: which step it is, the one before, the next."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.shortcuts import Command, bind
from tressons_kit.ui.theme import GAP, SNUG, TIGHT

_ROOM_FOR_WORDS = 520
"""Pixels at 100 % under which the buttons keep their icon alone."""


class PathBar(QWidget):
    """Hidden until there is a step to show."""

    moved = Signal(int)
    left = Signal()

    def __init__(self, appearance: Appearance, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._texts = appearance, texts
        self._next_icon = "arrow-right"
        self.setProperty("role", "path")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._before = self._button(texts("Étape précédente (Alt+Page précédente)"))
        self._next = self._button(texts("Étape suivante"))
        self._leave = self._button(texts("Quitter le parcours"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        row.setSpacing(SNUG)
        row.addWidget(self._told, 1)
        for button in (self._before, self._next, self._leave):
            row.addWidget(button)
        self._before.clicked.connect(lambda: self.moved.emit(-1))
        self._next.clicked.connect(lambda: self.moved.emit(1))
        self._leave.clicked.connect(self.left)
        self._leave.setProperty("role", "quiet")
        appearance.changed.connect(self._redraw)
        self._redraw()
        self.hide()

    def bind_keys(self, fiche: QWidget) -> None:
        """Let the keys of the steps work wherever the focus is in a fiche."""
        steps = ((Command.PREVIOUS_STEP, self._before), (Command.NEXT_STEP, self._next))
        for command, button in steps:
            effect = partial(_press, button)
            bind(fiche, command, effect, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_step(self, place: int, count: int, reason: str) -> None:
        """Show a step, the first being 0, and why it is worth reading."""
        texts = self._texts
        last = place == count - 1
        self._told.setText(
            texts("Parcours, étape {} sur {} : {}.").format(place + 1, count, reason.rstrip("."))
        )
        self._before.setEnabled(place > 0)
        next_words = texts("Terminer") if last else texts("Étape suivante")
        # A space apart from the icon: style sheets have no word for it.
        self._next.setText(f" {next_words}")
        name = texts("Terminer le parcours") if last else texts("Étape suivante")
        self._next.setAccessibleName(name)
        self._next.setToolTip(texts("{} (Alt+Page suivante)").format(name))
        self._next_icon = "check" if last else "arrow-right"
        self._redraw()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _fit(self) -> None:
        roomy = self.width() >= self._appearance.pixels(_ROOM_FOR_WORDS)
        style = Qt.ToolButtonStyle
        self._next.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if roomy else style.ToolButtonIconOnly
        )

    def _redraw(self) -> None:
        look = self._appearance
        for button, icon, role in (
            (self._before, "arrow-left", "soft_ink"),
            (self._next, self._next_icon, "accent"),
            (self._leave, "x", "soft_ink"),
        ):
            button.setIcon(look.icon(icon, role))
        self._fit()


def _press(button: QAbstractButton) -> None:
    """Do what a button does; disabled, it takes no click."""
    if button.isVisible():
        button.click()
