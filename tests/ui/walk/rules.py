"""What must be true of a control for who sees little, hears the screen, or has no mouse."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QListView,
    QScrollBar,
    QSlider,
    QTableView,
    QTextEdit,
    QWidget,
)

LEAST_TARGET = 24
"""Pixels, the least of WCAG 2.2 (2.5.8): ours are larger, but at no size of text smaller."""

_LONGEST_WALK = 600
_RING_SHARE = 0.8
_WORD = re.compile(r"\w")
_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTextEdit,
)
_CLICKS = ("mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent")


@dataclass(frozen=True, slots=True)
class Stop:
    """What the Tab key came to, and how it looked there."""

    widget: QWidget
    ring: int


def controls(root: QWidget) -> list[QWidget]:
    """Return what can be used in a window now."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is root.window()
        and widget.focusProxy() is None
        and not _belongs_to_qt(widget)
        and (isinstance(widget, _CONTROLS) or _takes_tab(widget) or _takes_clicks(widget))
    ]


def nameless(root: QWidget) -> list[str]:
    """Return the controls that a screen reader could not name."""
    return [_told(widget) for widget in controls(root) if not _WORD.search(spoken_name(widget))]


def spoken_name(widget: QWidget) -> str:
    """Return the name of a widget as it is given to a screen reader."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def silent_rows(root: QWidget) -> list[str]:
    """Return the rows of lists that say nothing."""
    return [
        f"{_told(view)}, ligne {row + 1}"
        for view in controls(root)
        if isinstance(view, QAbstractItemView)
        for row in _rows_in_sight(view)
        if not _WORD.search(_spoken_row(view, row))
    ]


def small_targets(root: QWidget) -> list[str]:
    """Return what is too small to be hit; links in a text are as high as its lines, as WCAG allows."""
    small = [
        f"{_told(widget)} : {widget.width()} × {widget.height()}"
        for widget in controls(root)
        if min(widget.width(), widget.height()) < LEAST_TARGET
    ]
    for view in controls(root):
        if isinstance(view, QListView | QTableView):
            for row in _rows_in_sight(view):
                height = _row_area(view, row).height()
                if 0 < height < LEAST_TARGET:
                    small.append(f"{_told(view)}, ligne {row + 1} : {height}")
    return small


def walk(root: QWidget, key: Qt.Key, colour: QColor) -> list[Stop]:
    """Press Tab, or Maj+Tab, until the focus is back where it was; count the pixels of each ring."""
    first = QApplication.focusWidget()
    assert first is not None, "nothing has the focus"
    assert first is root or root.isAncestorOf(first), f"the focus is not in front: {_told(first)}"
    if [widget for widget in controls(root) if _takes_tab(widget)] == [first]:
        return [_only_stop(first, colour)]
    stops: list[Stop] = []
    before, drawn = first, _count(first, colour)
    for _ in range(_LONGEST_WALK):
        QTest.keyClick(before, key)
        now = QApplication.focusWidget()
        assert now is not None, f"after {_told(before)} nothing has the focus"
        assert now is root or root.isAncestorOf(now), f"the focus left by {_told(before)}"
        if now is not before:
            stops.append(Stop(before, drawn - _count(before, colour)))
            before, drawn = now, _count(now, colour)
        if now is first and stops:
            return stops
    raise AssertionError(f"the Tab key does not come back: {[_told(stop.widget) for stop in stops]}")


def out_of_reach(root: QWidget, stops: list[Stop]) -> list[str]:
    """Return the controls that the walk did not come to, nor the arrows from one that it came to."""
    reached = {id(stop.widget) for stop in stops}
    return [
        _told(widget)
        for widget in controls(root)
        if id(widget) not in reached
        and not any(id(other) in reached for other in _exclusive_group(widget))
        and not _is_of_a_field(widget)
        # The cross of a tab: the tab itself is reached, and Ctrl+W closes it.
        and widget.property("role") != "cross"
    ]


def _least_ring(widget: QWidget) -> int:
    """Return how long a ring must be: around a control, or around the part of it that has the focus."""
    width, height = widget.width(), widget.height()
    if isinstance(widget, QSlider):
        # Its handle, a square at most as wide as what can be hit.
        width = height = LEAST_TARGET
    elif isinstance(widget, QListView) and widget.property("role") == "sections":
        place = widget.visualRect(widget.currentIndex())
        width, height = place.width(), place.height()
    return 2 * (width + height)


def without_ring(stops: list[Stop]) -> list[str]:
    """Return what does not show that it has the focus: a line of its colour all around, or nearly."""
    return [
        f"{_told(stop.widget)} : {stop.ring}"
        for stop in stops
        if stop.ring < _RING_SHARE * _least_ring(stop.widget)
    ]


def _belongs_to_qt(widget: QWidget) -> bool:
    """Tell the parts of Qt's own widgets: the cross of a field, arrows of a bar, a hidden corner."""
    parent = widget.parentWidget()
    inner = isinstance(parent, QLineEdit | QScrollBar | QTableView) and isinstance(
        widget, QAbstractButton
    )
    return inner or isinstance(widget, QScrollBar | QHeaderView)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)


def _takes_clicks(widget: QWidget) -> bool:
    """Tell a widget of ours that answers to the mouse: it must answer to the keyboard."""
    ours = [kind for kind in type(widget).__mro__ if kind.__module__.startswith("tressons_kit")]
    return any(name in vars(kind) for kind in ours for name in _CLICKS)


def _is_of_a_field(widget: QWidget) -> bool:
    """Tell a list of suggestions: its field keeps the focus, and goes through it with the arrows."""
    parent = widget.parentWidget()
    return isinstance(widget, QListView) and parent is not None and parent.property("role") == "popup"


def _exclusive_group(widget: QWidget) -> list[QAbstractButton]:
    """Return the buttons of which one is pressed: Tab goes to that one, the arrows to the others."""
    if not isinstance(widget, QAbstractButton):
        return []
    groups = [group for group in widget.window().findChildren(QButtonGroup) if group.exclusive()]
    together = next((group.buttons() for group in groups if widget in group.buttons()), [])
    parent = widget.parentWidget()
    if together or not widget.autoExclusive() or parent is None:
        return together
    return [button for button in parent.findChildren(QAbstractButton) if button.autoExclusive()]


def _only_stop(widget: QWidget, colour: QColor) -> Stop:
    drawn = _count(widget, colour)
    widget.clearFocus()
    stop = Stop(widget, drawn - _count(widget, colour))
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return stop


def _rows_in_sight(view: QAbstractItemView) -> Iterator[int]:
    model, root = view.model(), view.rootIndex()
    room = view.viewport().rect()
    for row in range(model.rowCount(root)):
        if room.intersects(_row_area(view, row)):
            yield row


def _row_area(view: QAbstractItemView, row: int) -> QRect:
    return view.visualRect(view.model().index(row, 0, view.rootIndex()))


def _spoken_row(view: QAbstractItemView, row: int) -> str:
    """Return a row as a screen reader finds it, at its place on the screen."""
    interface = QAccessible.queryAccessibleInterface(view)
    area = _row_area(view, row) & view.viewport().rect()
    point: QPoint = view.viewport().mapToGlobal(area.center())
    child = interface.childAt(point.x(), point.y()) if interface else None
    return child.text(QAccessible.Text.Name) if child else ""


def _count(widget: QWidget, colour: QColor) -> int:
    """Count the pixels of a colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("B").cast("I")
    return pixels.tolist().count(colour.rgb())


def _told(widget: QWidget) -> str:
    parent = type(widget.parent()).__name__
    return f"{type(widget).__name__} « {spoken_name(widget) or widget.objectName()} » in {parent}"
