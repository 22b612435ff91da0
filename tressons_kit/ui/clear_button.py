"""The cross that empties a text field, from the window's own family of icons."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance

_QT_NAME = "_q_qlineeditclearaction"


class ClearButton(QObject):
    """Lets a field be emptied by the mouse, and lives with it; Qt's own icon follows no theme."""

    def __init__(self, field: QLineEdit, appearance: Appearance, texts: Texts) -> None:
        super().__init__(field)
        field.setClearButtonEnabled(True)
        self._field, self._appearance = field, appearance
        self._name = texts("Effacer le texte")
        appearance.changed.connect(self._redraw)
        self._redraw()

    def _redraw(self) -> None:
        action = self._field.findChild(QAction, _QT_NAME)
        if isinstance(action, QAction):
            action.setIcon(self._appearance.icon("x"))
            action.setText(self._name)
