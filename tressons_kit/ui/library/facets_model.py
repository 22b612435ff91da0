"""The rows of the filters: facets that fold, terms to tick with their counts, « n autres »."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tressons_kit.domain.query import Query, Results
from tressons_kit.domain.taxonomy import TYPE_FACET, Facet, Taxonomy
from tressons_kit.foundation.texts import Texts

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
SHOWN_AT_FIRST = 6
"""Terms of a facet shown before « n autres »."""

OPEN_AT_FIRST = (TYPE_FACET, "themes", "region")

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Kind(Enum):
    """What a row is."""

    FACET = auto()
    TERM = auto()
    MORE = auto()


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One row; `count` is the fiches of a term, or the terms hidden behind « n autres »."""

    kind: Kind
    facet: str
    label: str
    term: str = ""
    count: int = 0
    chosen: bool = False
    open: bool = False


class FacetsModel(QAbstractListModel):
    """Shows the counts of the last answer; keeps which facets are open."""

    def __init__(self, taxonomy: Taxonomy, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._taxonomy, self._texts = taxonomy, texts
        self._open = {facet.id for facet in taxonomy if facet.id in OPEN_AT_FIRST}
        self._whole: set[str] = set()
        self._results: Results | None = None
        self._rows: tuple[FacetRow, ...] = ()

    def show(self, results: Results) -> None:
        """Take new counts; rows that did not move only change their figures."""
        self._results = results
        self._refresh()

    def fold(self, facet: str) -> None:
        """Open a facet, or close it."""
        self._open ^= {facet}
        self._refresh()

    def show_all(self, facet: str) -> None:
        """Show every term of a facet."""
        self._whole.add(facet)
        self._refresh()

    def row_at(self, position: int) -> FacetRow:
        """Return a row."""
        return self._rows[position]

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer with the row to draw, or the words to read aloud."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case _ if role == ROW_ROLE:
                answer: Any = row
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                answer = self._spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                answer = row.label
            case Qt.ItemDataRole.CheckStateRole if row.kind is Kind.TERM:
                answer = Qt.CheckState.Checked if row.chosen else Qt.CheckState.Unchecked
            case _:
                answer = None
        return answer

    def _spoken(self, row: FacetRow) -> str:
        if row.kind is Kind.FACET:
            state = self._texts("ouvert") if row.open else self._texts("fermé")
            return f"{row.label}, {state}"
        if row.kind is Kind.MORE:
            return row.label
        fiches = self._texts.plural("{} fiche", "{} fiches", row.count).format(
            self._texts.number(row.count)
        )
        ticked = self._texts("coché") if row.chosen else self._texts("non coché")
        return f"{row.label}, {fiches}, {ticked}"

    def _refresh(self) -> None:
        rows = tuple(self._make_rows())
        moved = [(row.kind, row.facet, row.term) for row in rows] != [
            (row.kind, row.facet, row.term) for row in self._rows
        ]
        if moved:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        else:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def _make_rows(self) -> Iterator[FacetRow]:
        results = self._results
        if results is None:
            return
        for facet in self._taxonomy:
            terms = self._term_rows(facet, results.query, results)
            if not terms:
                continue
            is_open = facet.id in self._open or bool(results.query.filters.get(facet.id))
            yield FacetRow(Kind.FACET, facet.id, facet.label, open=is_open)
            if not is_open:
                continue
            whole = facet.id in self._whole or len(terms) <= SHOWN_AT_FIRST + 1
            shown = terms if whole else _first_terms(terms)
            yield from shown
            hidden = len(terms) - len(shown)
            if hidden:
                label = self._texts.plural("{} autre…", "{} autres…", hidden).format(hidden)
                yield FacetRow(Kind.MORE, facet.id, label, count=hidden)

    def _term_rows(self, facet: Facet, query: Query, results: Results) -> list[FacetRow]:
        """Make the rows of the terms that the kit uses: those at zero stay, to be lifted."""
        counts = results.counts.get(facet.id, {})
        chosen = query.filters.get(facet.id, frozenset())
        return [
            FacetRow(
                Kind.TERM,
                facet.id,
                term.plural or term.label,
                term=term.id,
                count=counts[term.id],
                chosen=term.id in chosen,
            )
            for term in facet.terms
            if term.id in counts
        ]


def _first_terms(terms: list[FacetRow]) -> list[FacetRow]:
    """Keep the chosen terms and the first others, in their order."""
    chosen = sum(row.chosen for row in terms)
    room = max(SHOWN_AT_FIRST - chosen, 0)
    kept: list[FacetRow] = []
    for row in terms:
        if row.chosen:
            kept.append(row)
        elif room:
            room -= 1
            kept.append(row)
    return kept
