"""The key figures of one fiche, each with its date and its source."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from tressons_kit.domain.fiche import Fiche, KeyFigure
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.home.sections import HomeSection, words
from tressons_kit.ui.theme import GAP, SNUG

_NARROWEST = 172


class FiguresSection(HomeSection):
    """Says that the fiche of the figures was asked for."""

    fiche_chosen = Signal(str)

    def __init__(
        self, fiche: Fiche, appearance: Appearance, texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(texts("Les chiffres à retenir"), appearance, parent)
        read = QPushButton(texts("D’où ils viennent : fiche {}").format(fiche.code))
        read.setProperty("role", "link")
        read.setCursor(Qt.CursorShape.PointingHandCursor)
        read.setToolTip(fiche.title)
        read.clicked.connect(lambda: self.fiche_chosen.emit(fiche.code))
        self.add_button(read)
        publishers = {source.number: source.publisher for source in fiche.sources}
        grid = self.add_grid(_NARROWEST)
        for figure in fiche.figures:
            grid.addWidget(_figure(figure, publishers.get(figure.source or 0)))


def _figure(figure: KeyFigure, publisher: str | None) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "figure")
    column = QVBoxLayout(frame)
    column.setContentsMargins(GAP, SNUG, GAP, SNUG)
    column.setSpacing(0)
    origin = " · ".join(part for part in (figure.date, publisher) if part)
    for text, role in ((figure.value, "value"), (figure.label, ""), (origin, "small")):
        column.addWidget(words(text, role))
    column.addStretch(1)
    # One thing to a screen reader, whatever it is drawn with.
    frame.setAccessibleName(f"{figure.value} {figure.label} ({origin})")
    return frame
