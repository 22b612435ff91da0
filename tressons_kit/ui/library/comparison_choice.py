"""The fiches marked in the list to be compared: of one type, four at most."""

from PySide6.QtCore import QObject, Signal

from tressons_kit.domain.comparison import FEWEST, MOST
from tressons_kit.domain.fiche import FicheCard
from tressons_kit.domain.taxonomy import TYPE_FACET, Taxonomy
from tressons_kit.foundation.texts import Texts


class ComparisonChoice(QObject):
    """Holds the marked cards in the order in which they were marked; says why one cannot be."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, taxonomy: Taxonomy, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._taxonomy, self._texts = taxonomy, texts
        self._cards: dict[str, FicheCard] = {}

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the marked fiches."""
        return tuple(self._cards)

    @property
    def is_enough(self) -> bool:
        """Tell whether there is something to compare."""
        return len(self._cards) >= FEWEST

    def holds(self, code: str) -> bool:
        """Tell whether a fiche is marked."""
        return code in self._cards

    def toggle(self, card: FicheCard) -> None:
        """Mark a fiche, or take its mark off."""
        if card.code in self._cards:
            del self._cards[card.code]
            self.changed.emit()
        elif reason := self._reason_against(card):
            self.refused.emit(reason)
        else:
            self._cards[card.code] = card
            self.changed.emit()

    def clear(self) -> None:
        """Take every mark off."""
        self._cards.clear()
        self.changed.emit()

    def _reason_against(self, card: FicheCard) -> str:
        texts = self._texts
        first = next(iter(self._cards.values()), card)
        if card.type is not first.type:
            return texts("Seules des fiches du même type se comparent : {} ({}), {} ({}).").format(
                first.code, self._label(first), card.code, self._label(card)
            )
        if len(self._cards) == MOST:
            return texts(
                "Quatre fiches au plus se comparent : retirez-en une, puis marquez {}."
            ).format(card.code)
        return ""

    def _label(self, card: FicheCard) -> str:
        return self._taxonomy.label(TYPE_FACET, card.type).lower()
