"""What the sections of the page are made of: a heading, words that wrap, cards of fiches."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tressons_kit.domain.fiche import FicheCard
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.home.card import Card, CardWords
from tressons_kit.ui.home.card_grid import CardGrid
from tressons_kit.ui.theme import SNUG


class HomeSection(QWidget):
    """A heading, with room for a button at its right, and what is under it."""

    def __init__(self, title: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, SNUG, 0, 0)
        self.column.setSpacing(SNUG)
        self.heading = words(title, "heading")
        self._line = QHBoxLayout()
        self._line.addWidget(self.heading, 1)
        self.column.addLayout(self._line)

    def add_button(self, button: QPushButton) -> None:
        """Put a button at the right of the heading."""
        self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def add_words(self, text: str) -> QLabel:
        """Add a sentence."""
        label = words(text, "soft")
        self.column.addWidget(label)
        return label

    def add_grid(self, narrowest: int) -> CardGrid:
        """Add a grid of cards, each at least that wide."""
        grid = CardGrid(self._appearance, narrowest, SNUG)
        self.column.addLayout(grid)
        return grid

    def add_fiches(
        self,
        fiches: Sequence[tuple[FicheCard, str]],
        narrowest: int,
        chosen: Callable[[str], object],
    ) -> None:
        """Add cards of fiches, each with a sentence about it."""
        grid = self.add_grid(narrowest)
        for fiche, text in fiches:
            grid.addWidget(fiche_button(fiche, text, self._appearance, chosen))


def words(text: str, role: str) -> QLabel:
    """Return a text that wraps, shown as it is written."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def fiche_button(
    fiche: FicheCard, text: str, appearance: Appearance, chosen: Callable[[str], object]
) -> Card:
    """Return the card of a fiche, with a sentence about it; `chosen` is called with its code."""
    card = Card(fiche_words(fiche, text), appearance)
    card.clicked.connect(lambda: chosen(fiche.code))
    return card


def fiche_words(fiche: FicheCard, text: str) -> CardWords:
    """Return what the card of a fiche shows."""
    return CardWords(f"{fiche.code} · {fiche.title}", text, kind=fiche.type)
