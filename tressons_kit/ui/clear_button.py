"""What is inside a text field: the cross that empties it, the sign of what it is for.

Qt's own cross follows neither the theme nor the size of the text, and is too small to be hit.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import ICON, SNUG, TARGET, TIGHT


class ClearButton(QToolButton):
    """Empties a field by the mouse, once there is something in it; `sign` is drawn before the text.

    The keyboard has Échap, or Ctrl+A and Suppr: Tab does not stop here.
    """

    def __init__(self, field: QLineEdit, appearance: Appearance, texts: Texts, sign: str = "") -> None:
        super().__init__(field)
        self._field, self._appearance, self._icon = field, appearance, sign
        self._sign = QLabel(field)
        self._sign.setVisible(bool(sign))
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("role", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(texts("Effacer le texte"))
        self.setToolTip(texts("Effacer le texte"))
        self.clicked.connect(self._on_clicked)
        field.textChanged.connect(self._show_whether_needed)
        field.installEventFilter(self)
        appearance.changed.connect(self._redraw)
        self._show_whether_needed(field.text())
        self._redraw()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the size of the field."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _show_whether_needed(self, text: str) -> None:
        self.setVisible(bool(text))

    def _on_clicked(self) -> None:
        self._field.clear()
        self._field.setFocus()

    def _redraw(self) -> None:
        look = self._appearance
        side = look.pixels(ICON)
        self.setIcon(look.icon("x"))
        self.setIconSize(QSize(side, side))
        if self._icon:
            self._sign.setPixmap(look.picture(self._icon, "soft_ink", side, self.devicePixelRatioF()))
            self._sign.adjustSize()
        left = self._sign.width() + SNUG if self._icon else 0
        self._field.setTextMargins(left, 0, look.pixels(TARGET), 0)
        self._place()

    def _place(self) -> None:
        height, side = self._field.height(), min(self._appearance.pixels(TARGET), self._field.height())
        self.setFixedSize(side, side)
        self.move(self._field.width() - side - TIGHT, (height - side) // 2)
        self._sign.move(SNUG + TIGHT, (height - self._sign.height()) // 2)
