"""What the kit holds, as a table: a line a theme, a column a type, a count in each cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.query import Filters
from tressons_kit.domain.taxonomy import TYPE_FACET, Taxonomy, Term
from tressons_kit.foundation.texts import Texts, number

AnyIndex = QModelIndex | QPersistentModelIndex
THEME_FACET = "themes"
CELL_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """The fiches of a theme and a type; without one of them, those of the other alone."""

    label: str
    count: int
    kind: FicheType | None = None
    filters: Filters = field(default_factory=dict)


class ContentModel(QAbstractTableModel):
    """The first line has the totals of types, the first column those of themes."""

    def __init__(
        self,
        taxonomy: Taxonomy,
        counts: Mapping[str, Mapping[str, int]],
        pairs: Mapping[tuple[str, str], int],
        total: int,
        texts: Texts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts, self._pairs = texts, pairs
        self.types = _used(taxonomy, TYPE_FACET, counts)
        self.themes = _used(taxonomy, THEME_FACET, counts)
        self._counts, self._total = counts, total
        themes: list[Term | None] = [None, *self.themes]
        types: list[Term | None] = [None, *self.types]
        self._cells = [[self._cell(theme, kind) for kind in types] for theme in themes]

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cells[0])

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return number(cell.count, self._texts)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(cell)
        return None

    def cell(self, row: int, column: int) -> Cell:
        """Return what is at a place."""
        return self._cells[row][column]

    def largest(self) -> int:
        """Return the count of the fullest cell of a theme and a type."""
        return max(self._pairs.values(), default=1)

    def _words(self, cell: Cell) -> str:
        texts = self._texts
        if not cell.count:
            return texts("{} : aucune fiche").format(cell.label)
        told = texts.plural("{} : {} fiche", "{} : {} fiches", cell.count)
        return told.format(cell.label, number(cell.count, texts))

    def _cell(self, theme: Term | None, kind: Term | None) -> Cell:
        filters: dict[str, frozenset[str]] = {}
        if theme:
            filters[THEME_FACET] = frozenset({theme.id})
        if kind:
            filters[TYPE_FACET] = frozenset({kind.id})
        if theme and kind:
            label, count = f"{kind.plural}, {theme.label}", self._pairs.get((theme.id, kind.id), 0)
        elif theme:
            label, count = theme.label, self._counts[THEME_FACET][theme.id]
        elif kind:
            label, count = kind.plural, self._counts[TYPE_FACET][kind.id]
        else:
            label, count = self._texts("Tout le kit"), self._total
        return Cell(label, count, FicheType(kind.id) if kind else None, filters)


def _used(
    taxonomy: Taxonomy, facet_id: str, counts: Mapping[str, Mapping[str, int]]
) -> tuple[Term, ...]:
    facet, used = taxonomy.find(facet_id), counts.get(facet_id, {})
    return tuple(term for term in facet.terms if used.get(term.id)) if facet else ()
