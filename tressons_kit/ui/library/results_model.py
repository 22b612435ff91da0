"""The list of results: rows at once, cards and excerpts as they come."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tressons_kit.domain.errors import KitError
from tressons_kit.domain.fiche import FicheCard
from tressons_kit.domain.freshness import Freshness, judge_freshness
from tressons_kit.domain.query import Excerpt
from tressons_kit.domain.taxonomy import TYPE_FACET, Taxonomy
from tressons_kit.foundation.freshness_words import freshness_reason, freshness_status
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.library.comparison_choice import ComparisonChoice

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
EXCERPT_ROLE = Qt.ItemDataRole.UserRole + 2
MISSING_ROLE = Qt.ItemDataRole.UserRole + 3
FRESHNESS_ROLE = Qt.ItemDataRole.UserRole + 4

_Explain = Callable[[str], Sequence[tuple[str, str]]]

_SPOKEN_ROLES = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ResultsModel(QAbstractListModel):
    """Holds the rows of the last answer; asks for the cards that it does not have yet."""

    cards_needed = Signal(int)

    def __init__(
        self, taxonomy: Taxonomy, texts: Texts, today: date, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._taxonomy, self._texts, self._today = taxonomy, texts, today
        self._rows: Sequence[int] = ()
        self._cards: dict[int, FicheCard] = {}
        self._excerpts: dict[int, Excerpt] = {}
        self._missing: Mapping[int, Sequence[str]] = {}
        self._explain: _Explain = lambda _text: ()
        self._choice: ComparisonChoice | None = None

    def explain_acronyms_with(self, explain: _Explain) -> None:
        """Take what tells the acronyms of a text: asked of a card pointed at, never to paint it."""
        self._explain = explain

    def show_marks_of(self, choice: ComparisonChoice) -> None:
        """Take what tells which cards are marked to be compared."""
        self._choice = choice
        choice.changed.connect(self._on_marks)

    @property
    def has_marks(self) -> bool:
        """Tell whether any card is marked."""
        return bool(self._choice and self._choice.codes)

    def is_marked(self, card: FicheCard) -> bool:
        """Tell whether a card is marked to be compared."""
        return bool(self._choice and self._choice.holds(card.code))

    def show(
        self,
        rows: Sequence[int],
        cards: Mapping[int, FicheCard],
        missing: Mapping[int, Sequence[str]] | None = None,
    ) -> None:
        """Replace the whole list; `missing` are the words that some fiches have not."""
        self.beginResetModel()
        self._rows = rows
        self._missing = missing or {}
        self._cards.update(cards)
        self._excerpts = {}
        self.endResetModel()

    def add_cards(self, cards: Mapping[int, FicheCard]) -> None:
        """Fill rows that were shown without their card."""
        self._cards.update(cards)
        self._announce(list(cards))

    def add_excerpts(self, excerpts: Mapping[int, Excerpt]) -> None:
        """Put the passages found in place of the summaries."""
        self._excerpts.update(excerpts)
        self._announce(list(excerpts))

    def missing_rows(self, position: int, count: int) -> list[int]:
        """Return the kit's rows, around a position, whose card is not there yet."""
        start = max(0, position - count // 4)
        return [row for row in self._rows[start : start + count] if row not in self._cards]

    def rows_without_excerpt(self, positions: Sequence[int]) -> list[int]:
        """Return the kit's rows of some positions whose passage is not there yet."""
        rows = [self._rows[position] for position in positions]
        return [row for row in rows if row not in self._excerpts]

    def row_at(self, position: int) -> int | None:
        """Return the kit's row at a position."""
        return self._rows[position] if 0 <= position < len(self._rows) else None

    def card_at(self, position: int) -> FicheCard | None:
        """Return the card at a position, or None when it has not come yet."""
        return self._cards.get(self._rows[position]) if 0 <= position < len(self._rows) else None

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the results."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer with the card to draw, or with the words to read aloud."""
        card = self.card_at(index.row()) if index.isValid() else None
        if card is None:
            if role == CARD_ROLE:
                self.cards_needed.emit(index.row())
            return None
        if role == CARD_ROLE:
            return card
        answers: dict[int, Callable[[], Any]] = {
            EXCERPT_ROLE: lambda: self._excerpts.get(self._rows[index.row()]),
            MISSING_ROLE: lambda: self.missing_words(index.row()),
            FRESHNESS_ROLE: lambda: self._freshness(card),
        }
        return answers[role]() if role in answers else self._words(index.row(), card, role)

    def _words(self, position: int, card: FicheCard, role: int) -> str | None:
        """Return what is read of a card without drawing it."""
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = [*filter(None, (self._freshness_tip(card),)), *self.acronyms(position)]
            return "".join(f"<p>{escape(line)}</p>" for line in lines)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ". ".join(self.acronyms(position))
        return self.spoken(position) if role in _SPOKEN_ROLES else None

    def acronyms(self, position: int) -> list[str]:
        """Return what the acronyms of a card's title and text stand for, each in a line."""
        card = self.card_at(position)
        if card is None:
            return []
        excerpt = self._excerpts.get(self._rows[position])
        try:
            told = self._explain(f"{card.title}\n{excerpt.text if excerpt else card.summary}")
        except KitError:
            # A kit that cannot be read is told by the search: a tip is no place for it.
            return []
        return [f"{acronym} : {meaning}" for acronym, meaning in told]

    def missing_words(self, position: int) -> str:
        """Return the words that a fiche has not, in a sentence; empty when it has them all."""
        words = self._missing.get(self._rows[position], ())
        return self._texts("sans : {}").format(", ".join(words)) if words else ""

    def spoken(self, position: int) -> str:
        """Return a card as a screen reader says it; nothing when it has not come yet."""
        card = self.card_at(position)
        if card is None:
            return ""
        kind = self._taxonomy.label(TYPE_FACET, card.type)
        judged = self._freshness(card)
        fresh = freshness_status(judged, self._texts) if judged else ""
        marked = self._texts("à comparer") if self.is_marked(card) else ""
        said = (card.code, kind, card.title, card.place, fresh, self.missing_words(position), marked)
        return ", ".join(part for part in said if part)

    def _freshness(self, card: FicheCard) -> Freshness | None:
        return judge_freshness(card.verified_on, card.review_before, self._today)

    def _freshness_tip(self, card: FicheCard) -> str:
        judged = self._freshness(card)
        if judged is None:
            return ""
        status = freshness_status(judged, self._texts)
        # As HTML, a long tip wraps.
        return f"<p>{status[:1].upper()}{status[1:]}. {freshness_reason(judged, self._texts)}</p>"

    def type_label(self, card: FicheCard) -> str:
        """Return the name of a card's type."""
        return self._taxonomy.label(TYPE_FACET, card.type)

    def _on_marks(self) -> None:
        # Every card: the boxes of the others come and go with the first mark.
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def _announce(self, rows: Sequence[int]) -> None:
        wanted = set(rows)
        positions = [position for position, row in enumerate(self._rows) if row in wanted]
        if positions:
            self.dataChanged.emit(self.index(min(positions), 0), self.index(max(positions), 0))
