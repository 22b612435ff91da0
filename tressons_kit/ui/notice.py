"""A line at the foot of a page that says what just happened and offers a next step."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import GAP, SNUG, TIGHT


class Notice(QWidget):
    """Stays until it is closed or replaced: people read at their own speed."""

    def __init__(self, appearance: Appearance, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts, self._address = texts, ""
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._label.setWordWrap(True)
        self._open = QPushButton(texts("Ouvrir dans le navigateur"))
        self._close = QToolButton()
        self._close.setProperty("role", "quiet")
        self._close.setIcon(appearance.icon("x"))
        self._close.setAccessibleName(texts("Fermer ce message"))
        self._close.setToolTip(texts("Fermer ce message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        row.setSpacing(SNUG)
        row.addWidget(self._label, 1)
        row.addWidget(self._open)
        row.addWidget(self._close)
        self._open.clicked.connect(self._on_open)
        self._close.clicked.connect(self.hide)
        self.hide()

    def offer_address(self, address: str) -> None:
        """Tell that an outside address was copied, and offer to open it: never by itself."""
        self._address = address
        self._label.setText(self._texts("Adresse copiée : {}").format(address))
        self._open.show()
        self.show()
        announce(self, self._texts("Adresse copiée"))

    def say(self, text: str, spoken: str = "") -> None:
        """Say a sentence, aloud too; `spoken` is a shorter one for who has just asked for it."""
        self._label.setText(text)
        self._open.hide()
        self.show()
        announce(self, spoken or text)

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._address))
        self.hide()
