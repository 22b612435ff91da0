"""The column of filters: one list, moved through with the arrows, ticked with space."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tressons_kit.foundation.texts import Texts, number
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.library.facets_model import ROW_ROLE, FacetRow, FacetsModel, Kind
from tressons_kit.ui.theme import BODY, GAP, SNUG, TIGHT

AnyIndex = QModelIndex | QPersistentModelIndex
_BOX = 16


class FacetsView(QListView):
    """Shows the filters and says which term was ticked."""

    term_toggled = Signal(str, str)

    def __init__(
        self, model: FacetsModel, appearance: Appearance, texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._facets = model
        self.setModel(model)
        self.setItemDelegate(_FacetDelegate(appearance, texts, self))
        self.setAccessibleName(texts("Filtres"))
        self.setAccessibleDescription(texts("Flèches pour parcourir, Espace pour cocher ou ouvrir."))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._use)
        appearance.changed.connect(self.scheduleDelayedItemsLayout)

    def settle(self) -> None:
        """Lay the rows out now: Qt would do it after a first paint, and paint all of them again."""
        self.executeDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._use(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _use(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = self._facets.row_at(index.row())
        position = index.row()
        if row.kind is Kind.FACET:
            self._facets.fold(row.facet)
        elif row.kind is Kind.MORE:
            self._facets.show_all(row.facet)
        else:
            self.term_toggled.emit(row.facet, row.term)
        # A reset forgets the current row: keyboard users must not be sent back to the top.
        if position < self._facets.rowCount():
            self.setCurrentIndex(self._facets.index(position, 0))


class _FacetDelegate(QStyledItemDelegate):
    def __init__(self, appearance: Appearance, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance, self._texts = appearance, texts

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row: FacetRow = index.data(ROW_ROLE)
        look = self._appearance
        if row.kind is Kind.FACET:
            return QSize(120, look.line_height(BODY, bold=True) + 16)
        return QSize(120, max(look.line_height(BODY) + 8, 28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing from Qt's annotations
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        row: FacetRow = index.data(ROW_ROLE)
        look = self._appearance
        painter.save()
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        if row.kind is Kind.FACET:
            self._paint_facet(painter, rect, row)
        else:
            self._paint_term(painter, rect, row)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 4, 4)
        painter.restore()

    def _paint_facet(self, painter: QPainter, rect: QRect, row: FacetRow) -> None:
        look = self._appearance
        painter.setFont(look.font(BODY, bold=True))
        painter.setPen(look.colour("ink"))
        side = look.pixels(_BOX)
        area = rect.adjusted(GAP, 6, -GAP - side - TIGHT, 0)
        label = look.elided(row.label, BODY, area.width(), bold=True)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, label)
        name = "chevron-down" if row.open else "chevron-right"
        chevron = look.picture(name, "soft_ink", side, painter.device().devicePixelRatioF())
        top = area.center().y() - side // 2
        painter.drawPixmap(QPoint(rect.right() - GAP - side + 2, top), chevron)

    def _paint_term(self, painter: QPainter, rect: QRect, row: FacetRow) -> None:
        look = self._appearance
        painter.setFont(look.font(BODY, bold=row.chosen))
        left, side = rect.left() + GAP, look.pixels(_BOX)
        if row.kind is Kind.TERM:
            self._paint_box(painter, QRect(left, rect.center().y() - side // 2, side, side), row)
        left += side + SNUG
        count = number(row.count, self._texts) if row.kind is Kind.TERM else ""
        room = look.advance(count, BODY, bold=row.chosen)
        area = QRect(left, rect.top(), rect.right() - GAP - left, rect.height())
        quiet = row.kind is Kind.MORE or (row.count == 0 and not row.chosen)
        painter.setPen(look.colour("soft_ink" if quiet else "ink"))
        label = look.elided(row.label, BODY, area.width() - room - SNUG, bold=row.chosen)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, label)
        painter.setPen(look.colour("soft_ink"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)

    def _paint_box(self, painter: QPainter, box: QRect, row: FacetRow) -> None:
        look = self._appearance
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent" if row.chosen else "outline"), 1.5))
        painter.setBrush(look.colour("accent" if row.chosen else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if row.chosen:
            ratio = painter.device().devicePixelRatioF()
            tick = look.picture("check", "on_accent", box.width() - 2, ratio)
            painter.drawPixmap(box.topLeft() + QPoint(1, 1), tick)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
