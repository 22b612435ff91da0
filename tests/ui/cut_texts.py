"""Finds the texts that a window does not show whole."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

_NAME = 60
_GAP, _BORDERS = 4, 4


def cut_texts(screen: QSize, *, across: bool = False) -> list[str]:
    """Tell every text that is cut, every page that scrolls sideways, every window out of the screen.

    `across` is for a page that scrolls sideways on purpose: only texts are looked at.
    """
    shown = [
        widget
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
        for widget in (window, *window.findChildren(QWidget))
        if widget.isVisible()
    ]
    wide = [
        f"{_name(widget)} : {widget.width()} × {widget.height()} pixels"
        for widget in shown
        if widget.isWindow() and (widget.width() > screen.width() or widget.height() > screen.height())
    ]
    looks = (_cuts,) if across else (_cuts, _scrolls)
    return [*wide, *(problem for widget in shown for look in looks for problem in look(widget))]


def _scrolls(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractScrollArea):
        hidden = widget.horizontalScrollBar().maximum()
        if hidden:
            yield f"{_name(widget)} : {hidden} pixels de trop en largeur"
    elif isinstance(widget, QLabel | QAbstractButton | QLineEdit) and not _is_within_its_ancestors(
        widget
    ):
        yield f"{_name(widget)} : sort de ce qui l’entoure"


def _cuts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        need, room = _needed_width(widget), widget.width()
        if need > room and not _is_told_elsewhere(widget):
            yield f"{_name(widget)} : {need} pixels de large pour {room}"
        if isinstance(widget, QLabel) and widget.wordWrap():
            tall = widget.heightForWidth(widget.width())
            if tall > widget.height():
                yield f"{_name(widget)} : {tall} pixels de haut pour {widget.height()}"


def _needed_width(widget: QLabel | QAbstractButton | QLineEdit) -> int:
    advance = widget.fontMetrics().horizontalAdvance
    if isinstance(widget, QLineEdit):
        # What is typed scrolls; what stands there before must be read whole.
        margins = widget.width() - widget.contentsRect().width()
        return 0 if widget.text() else advance(widget.placeholderText()) + margins
    if not widget.text() or _shows_icon_alone(widget):
        return 0
    if isinstance(widget, QLabel) and widget.wordWrap():
        words = widget.text().split() if widget.textFormat() is Qt.TextFormat.PlainText else []
        return max(map(advance, words), default=0)
    hint = widget.sizeHint().width()
    if isinstance(widget, QLabel) or hint <= widget.width():
        return hint
    # A button set smaller than it would be keeps its text whole as long as its margins give way.
    icon = 0 if widget.icon().isNull() else widget.iconSize().width() + _GAP
    return min(hint, advance(widget.text()) + icon + _BORDERS)


def _shows_icon_alone(widget: QWidget) -> bool:
    if not isinstance(widget, QToolButton) or widget.icon().isNull():
        return False
    return widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def _is_told_elsewhere(widget: QWidget) -> bool:
    """Tell a text cut on purpose: the whole of it is in the bubble of the widget."""
    return bool(widget.toolTip())


def _is_within_its_ancestors(widget: QWidget) -> bool:
    ancestor = widget.parentWidget()
    while ancestor is not None and not widget.isWindow():
        place = QRect(widget.mapTo(ancestor, QPoint()), widget.size())
        if place.left() < 0 or place.right() > ancestor.rect().right():
            return False
        if ancestor.isWindow():
            break
        ancestor = ancestor.parentWidget()
    return True


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", str)() or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} « {text[:_NAME]} »"
