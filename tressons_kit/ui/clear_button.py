"""The cross that empties a text field, from the window's own family of icons."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from tressons_kit.ui.appearance import Appearance

_QT_NAME = "_q_qlineeditclearaction"


def add_clear_button(field: QLineEdit, appearance: Appearance) -> None:
    """Let a field be emptied by the mouse; Qt's own icon would follow no theme."""
    field.setClearButtonEnabled(True)
    action = field.findChild(QAction, _QT_NAME)
    if isinstance(action, QAction):

        def redraw() -> None:
            action.setIcon(appearance.icon("x"))

        appearance.changed.connect(redraw)
        redraw()
