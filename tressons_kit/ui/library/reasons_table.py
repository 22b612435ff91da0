"""The table of an explanation: a heading for each word typed, under it the words that answered."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from tressons_kit.foundation.result_reasons import Reason, ReasonGroup, headers
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import BODY, SMALL, SNUG, TIGHT

_FOUND, _WHERE, _SHARE = 0, 2, 4
_COLUMNS = 5
_PADDING = 2 * (SNUG + TIGHT)


class ReasonsTable(QTableWidget):
    """Shows groups of reasons; wraps words and places so that every column stays on the screen."""

    def __init__(
        self,
        groups: Sequence[ReasonGroup],
        appearance: Appearance,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, _COLUMNS, parent)
        self._groups, self._appearance, self._texts = groups, appearance, texts
        self.setProperty("role", "reasons")
        self.setAccessibleName(texts("Les mots qui ont compté"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self._fill()
        appearance.changed.connect(self._fill)

    @property
    def content_height(self) -> int:
        """The height at which nothing would need to scroll."""
        return self.horizontalHeader().height() + self.verticalHeader().length() + 2 * TIGHT

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _fill(self) -> None:
        self.clearSpans()
        self.setRowCount(0)
        for column, name in enumerate(astuple(headers(self._texts))):
            self.setHorizontalHeaderItem(column, _item(name, column))
        for group in self._groups:
            self._add_heading(group)
            for reason in group.reasons:
                self._add_row([_item(text, column) for column, text in enumerate(astuple(reason))])
        self._add_legend()
        self._share_width()

    def _add_heading(self, group: ReasonGroup) -> None:
        heading, share = _item(group.title, _FOUND), _item(group.share, _SHARE)
        for item in (heading, share):
            item.setFont(self._appearance.font(BODY, bold=True))
            item.setBackground(self._appearance.colour("hover"))
        row = self._add_row([heading, *(QTableWidgetItem() for _ in range(_SHARE - 1)), share])
        self.setSpan(row, 0, 1, _SHARE)

    def _add_legend(self) -> None:
        legend = _item(
            self._texts(
                "Poids : ce que le mot pèse dans cette fiche, × ce qu’il vaut à côté du mot exact."
                " Part : ce que cela fait de la note."
                " Rareté : moins il y a de fiches qui ont le mot, plus il compte."
            ),
            _FOUND,
        )
        legend.setFont(self._appearance.font(SMALL))
        legend.setForeground(self._appearance.colour("soft_ink"))
        row = self._add_row([legend])
        self.setSpan(row, 0, 1, _COLUMNS)

    def _add_row(self, items: Sequence[QTableWidgetItem]) -> int:
        row = self.rowCount()
        self.insertRow(row)
        for column, item in enumerate(items):
            self.setItem(row, column, item)
        return row

    def _share_width(self) -> None:
        """Give each column what it takes; words and places wrap when that is more than there is."""
        lines = [headers(self._texts), *(reason for group in self._groups for reason in group.reasons)]
        lines += [Reason("", share=group.share) for group in self._groups]
        texts = [{astuple(line)[column] for line in lines} for column in range(_COLUMNS)]
        widths = [self._width(cells) for cells in texts]
        # Only ordinary spaces: « sources (14) » holds together by another one.
        words = [self._width(word for cell in cells for word in cell.split(" ")) for cells in texts]
        rest = self.viewport().width() - sum(widths) + widths[_FOUND] + widths[_WHERE]
        places = min(widths[_WHERE], max(words[_WHERE], rest - widths[_FOUND]))
        widths[_FOUND] = min(widths[_FOUND], max(words[_FOUND], rest - places))
        widths[_WHERE] = max(places, rest - widths[_FOUND])
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()

    def _width(self, texts: Iterable[str]) -> int:
        # Measured in bold: headers are.
        return max(self._appearance.advance(text, BODY, bold=True) for text in texts) + _PADDING


def _item(text: str, column: int) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignRight if column == _SHARE else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignTop)
    return item
