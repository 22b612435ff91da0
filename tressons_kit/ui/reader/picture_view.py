"""A picture on the whole screen, with what it shows and who made it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tressons_kit.domain.fiche import Medium
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import GAP, ROOMY

Draw = Callable[[Medium, QSize], QImage]


class PictureView(QDialog):
    """Shows one picture as large as the screen allows; Échap, Entrée or a click closes it."""

    def __init__(
        self, medium: Medium, draw: Draw, appearance: Appearance, texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._medium, self._draw = medium, draw
        self.setWindowTitle(medium.alternative or texts("Image"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._picture.setAccessibleName(medium.alternative)
        told = " · ".join(part for part in (medium.alternative, medium.credit) if part)
        caption = QLabel(told)
        caption.setTextFormat(Qt.TextFormat.PlainText)
        caption.setWordWrap(True)
        caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        caption.setProperty("role", "soft")
        close = QToolButton()
        close.setText(f" {texts('Fermer (Échap)')}")
        close.setAccessibleName(texts("Fermer l’image"))
        close.setIcon(appearance.icon("x"))
        close.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        close.clicked.connect(self.accept)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(ROOMY, GAP, ROOMY, GAP)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._picture, 1)
        layout.addWidget(caption)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()
        room = self._picture.size()
        if not room.isEmpty():
            self._picture.setPixmap(QPixmap.fromImage(self._draw(self._medium, room)))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.accept()
            return
        super().keyPressEvent(event)
