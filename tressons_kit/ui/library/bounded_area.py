"""Room for what may be said above a list: as high as it needs, never most of the panel."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_SHARE = 0.45
"""Of the height of what surrounds it: past that, on a small screen in large letters, it scrolls."""


class BoundedArea(QScrollArea):
    """Takes the height of its widget at its own width; shown only when the widget has something."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The keyboard goes through its buttons, which it brings into view.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fit(self) -> None:
        """Take the height that the content needs now."""
        self.setVisible(not self._content.isHidden())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        surroundings = self.parentWidget()
        most = round(surroundings.height() * _SHARE) if surroundings else width
        return min(self._content.heightForWidth(width), most)
