"""The strip of tabs above the reader: codes in the hue of their type, titles, a menu of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from tressons_kit.domain.fiche import FicheCard
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import BODY, GAP, RADIUS, SMALL, SNUG, TARGET, TIGHT

_WIDEST, _NARROWEST = 220, 128
CROSS = 24
"""The side of what closes a tab."""


@dataclass(frozen=True, slots=True)
class Tab:
    """What a tab shows; `is_preview` when the fiche is only looked at."""

    card: FicheCard
    is_preview: bool = False


class TabStrip(QWidget):
    """Says which tab was chosen or closed; shows itself only when there is a choice."""

    chosen = Signal(str)
    close_asked = Signal(str)
    reopen_asked = Signal()
    others_close_asked = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, texts: Texts) -> None:
        super().__init__()
        self._appearance, self._texts = appearance, texts
        self._tabs: Sequence[Tab] = ()
        self._current = -1
        self.setProperty("role", "tabs")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = _Bar(appearance)
        self.bar.setAccessibleName(texts("Fiches ouvertes"))
        self.bar.currentChanged.connect(self._on_current)
        self.bar.close_asked.connect(lambda position: self.close_asked.emit(self._code(position)))
        self.bar.left.connect(self.left)
        self.more = QToolButton()
        self.more.setProperty("role", "quiet")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(SNUG, TIGHT, SNUG, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self.bar, 1)
        row.addWidget(self.more)
        appearance.changed.connect(self._redraw)
        self._redraw()
        self.hide()

    def show_tabs(self, tabs: Sequence[Tab], current: int) -> None:
        """Replace the tabs; `current` is the position of the one on show."""
        self._tabs, self._current = tabs, current
        self._redraw()
        self.setVisible(sum(not tab.is_preview for tab in tabs) > 1)

    def _redraw(self) -> None:
        texts, bar = self._texts, self.bar
        bar.blockSignals(True)  # noqa: FBT003 - Qt's own
        bar.tabs = self._tabs
        while bar.count() > len(self._tabs):
            bar.removeTab(bar.count() - 1)
        while bar.count() < len(self._tabs):
            bar.addTab("")
        for number, tab in enumerate(self._tabs):
            card = tab.card
            title = texts("Aperçu : {}").format(card.title) if tab.is_preview else card.title
            bar.setTabText(number, title.replace("&", "&&"))
            bar.setTabToolTip(number, f"{card.code} · {title}")
            bar.setAccessibleTabName(number, f"{card.code}, {title}")
        bar.setCurrentIndex(self._current)
        bar.blockSignals(False)  # noqa: FBT003
        self._put_cross()
        count = sum(not tab.is_preview for tab in self._tabs)
        self.more.setIcon(self._appearance.icon("chevron-down"))
        self.more.setText(f" {count}")
        name = texts.plural("{} fiche ouverte", "Les {} fiches ouvertes", count).format(count)
        self.more.setToolTip(name)
        self.more.setAccessibleName(name)

    def _put_cross(self) -> None:
        """Let the current tab be closed by the mouse; the others have the middle button."""
        look, cross = self._appearance, self.bar.cross
        cross.setIcon(look.icon("x"))
        cross.setFixedSize(look.pixels(CROSS), look.pixels(CROSS))
        if 0 <= self._current < len(self._tabs):
            name = self._texts("Fermer {} (Ctrl+W)").format(self._code(self._current))
            cross.setAccessibleName(name)
            cross.setToolTip(name)
        self.bar.place_cross()

    def _code(self, position: int) -> str:
        return str(self._tabs[position].card.code)

    def _on_current(self, position: int) -> None:
        if 0 <= position < len(self._tabs):
            self.chosen.emit(self._code(position))

    def _fill_menu(self) -> None:
        texts = self._texts
        self._menu.clear()
        for number, tab in enumerate(self._tabs):
            words = f"{tab.card.code} · {tab.card.title}".replace("&", "&&")
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(number == self._current)
            action.triggered.connect(lambda _=False, code=tab.card.code: self.chosen.emit(code))
        self._menu.addSeparator()
        others = self._menu.addAction(texts("Fermer les autres"))
        others.triggered.connect(self.others_close_asked)
        again = self._menu.addAction(f"{texts('Rouvrir la dernière fermée')}\t{texts('Ctrl+Maj+T')}")
        again.triggered.connect(self.reopen_asked)


class _Bar(QTabBar):
    """Tabs that share the room that there is, and slide when there is too little."""

    close_asked = Signal(int)
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.tabs: Sequence[Tab] = ()
        # First: Qt lays the tabs out at each of the settings below.
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self.place_cross)
        self.cross = QToolButton(self)
        self.cross.setProperty("role", "cross")
        # The keyboard has Ctrl+W, and Suppr on the tab.
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.clicked.connect(lambda: self.close_asked.emit(self.currentIndex()))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def place_cross(self) -> None:
        """Put the cross at the end of the current tab, wherever it has slid."""
        tab = self.tabRect(self.currentIndex())
        self.cross.setVisible(tab.isValid())
        top = tab.top() + (tab.height() - self.cross.height()) // 2
        self.cross.move(tab.right() - self.cross.width() - TIGHT, top)
        self.cross.raise_()

    def tabLayoutChange(self) -> None:
        super().tabLayoutChange()
        # Once it is over: where a tab is cannot be asked while tabs are laid out.
        self._placing.start()

    def tabSizeHint(self, index: int) -> QSize:
        look = self._appearance
        least = look.pixels(_NARROWEST) + (look.pixels(CROSS) if index == self.currentIndex() else 0)
        wanted = max(self.width() // max(self.count(), 1), least)
        return QSize(min(wanted, look.pixels(_WIDEST)), look.pixels(TARGET))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._appearance.pixels(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, tab in enumerate(self.tabs[: self.count()]):
            self._paint_tab(
                painter, self.tabRect(number), tab, is_current=number == self.currentIndex()
            )
        painter.end()

    def _paint_tab(self, painter: QPainter, rect: QRect, tab: Tab, *, is_current: bool) -> None:
        """Draw a code in the hue of its type, then as much of the title as there is room for."""
        look = self._appearance
        area = rect.adjusted(SNUG, 0, -SNUG, 0)
        if is_current:
            self._paint_ground(painter, rect)
            area.setRight(area.right() - self.cross.width())
        elif rect.contains(self.mapFromGlobal(QCursor.pos())) and self.underMouse():
            painter.fillRect(rect, look.colour("hover"))
        pill = self._paint_pill(painter, area, tab)
        title = self.tabText(self.tabs.index(tab)).replace("&&", "&")
        painter.setFont(look.font(BODY, bold=is_current))
        painter.setPen(look.colour("ink" if is_current else "soft_ink"))
        words = area.adjusted(pill.width() + SNUG, 0, 0, 0)
        shown = look.elided(title, BODY, words.width(), bold=is_current)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_ground(self, painter: QPainter, rect: QRect) -> None:
        """Join the current tab to the page under it; its frame tells the focus."""
        look, focused = self._appearance, self.hasFocus()
        painter.setPen(QPen(look.colour("focus" if focused else "line"), 2 if focused else 1))
        painter.setBrush(look.colour("surface"))
        low = 0 if focused else RADIUS
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, low - 1), RADIUS, RADIUS)

    def _paint_pill(self, painter: QPainter, area: QRect, tab: Tab) -> QRect:
        """Draw a code on the hue of its type, or in it for a fiche that is only looked at."""
        look, card = self._appearance, tab.card
        size = QSize(
            look.advance(card.code, SMALL, bold=True) + GAP, look.line_height(SMALL, bold=True)
        )
        pill = QRect(area.left(), area.center().y() - size.height() // 2, size.width(), size.height())
        hue = QColor(look.palette.type_colour(card.type))
        painter.setPen(hue)
        painter.setBrush(Qt.BrushStyle.NoBrush if tab.is_preview else hue)
        painter.drawRoundedRect(pill, TIGHT, TIGHT)
        painter.setFont(look.font(SMALL, bold=True))
        painter.setPen(hue if tab.is_preview else look.colour("surface"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, card.code)
        return pill

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel that goes astray must not change what is read.
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            position = self.tabAt(event.position().toPoint())
            if position >= 0:
                self.close_asked.emit(position)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentIndex() >= 0:
            self.close_asked.emit(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
