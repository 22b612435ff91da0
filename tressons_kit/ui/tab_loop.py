"""The Tab key in a card over the page: round its controls, as in a dialog; Échap leaves it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step_inside(card: QWidget, *, forward: bool) -> bool:
    """Put the focus on the next control of a card, or the one before; False when it has none."""
    stops = _stops(card)
    if not stops:
        return False
    focused = QApplication.focusWidget()
    step = 1 if forward else -1
    here = stops.index(focused) if focused in stops else -step
    reasons = Qt.FocusReason
    stops[(here + step) % len(stops)].setFocus(
        reasons.TabFocusReason if forward else reasons.BacktabFocusReason
    )
    return True


def _stops(card: QWidget) -> list[QWidget]:
    """Return what the Tab key comes to in a card, in its order; the card itself if it may.

    Its own children only: going along the chain of the whole window makes PySide wrap Qt's inner
    widgets, and lose the items of the layouts in them when it lets the wrappers go.
    """
    return [widget for widget in (card, *card.findChildren(QWidget)) if _takes_tab(widget)]


def _takes_tab(widget: QWidget) -> bool:
    wanted = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return wanted and widget.isVisible() and widget.isEnabled()
