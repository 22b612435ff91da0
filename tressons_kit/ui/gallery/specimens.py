"""Buttons and fields held in one state, painted by the window's own style sheet."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionFrame,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
)

_FLAG = QStyle.StateFlag


class HeldState(Enum):
    """A state, as the column of a table says it."""

    NORMAL = "repos"
    HOVER = "survol"
    PRESSED = "appui"
    FOCUS = "focus"
    CHECKED = "choisi"
    DISABLED = "inactif"


_ADDED = {
    HeldState.NORMAL: _FLAG.State_None,
    HeldState.HOVER: _FLAG.State_MouseOver,
    HeldState.PRESSED: _FLAG.State_Sunken | _FLAG.State_MouseOver,
    HeldState.FOCUS: _FLAG.State_HasFocus | _FLAG.State_KeyboardFocusChange,
    HeldState.CHECKED: _FLAG.State_On,
    HeldState.DISABLED: _FLAG.State_None,
}
_OWN = _FLAG.State_MouseOver | _FLAG.State_Sunken | _FLAG.State_HasFocus


def _held(state: QStyle.StateFlag, held: HeldState) -> QStyle.StateFlag:
    return (state & ~_OWN) | _ADDED[held]


class HeldButton(QPushButton):
    """A push button that stays as it is told."""

    def __init__(self, text: str, role: str, held: HeldState) -> None:
        super().__init__(text)
        self._held = held
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEnabled(held is not HeldState.DISABLED)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.state = _held(option.state, self._held)  # type: ignore[attr-defined]  # not annotated
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class HeldToolButton(QToolButton):
    """A tool button that stays as it is told."""

    def __init__(self, text: str, role: str, held: HeldState) -> None:
        super().__init__()
        self._held = held
        self.setText(text)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEnabled(held is not HeldState.DISABLED)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.state = _held(option.state, self._held)  # type: ignore[attr-defined]  # not annotated
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)


class HeldField(QLineEdit):
    """The frame and the words of a field that stays as it is told."""

    def __init__(self, text: str, held: HeldState) -> None:
        super().__init__(text)
        self._held = held
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEnabled(held is not HeldState.DISABLED)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._held is not HeldState.FOCUS:
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        option.state = _held(option.state, self._held)  # type: ignore[attr-defined]  # not annotated
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.drawText(
            self.rect().adjusted(self.fontMetrics().averageCharWidth(), 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter,
            self.text(),
        )
