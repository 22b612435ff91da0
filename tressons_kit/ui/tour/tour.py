"""When the tour shows: at the first start, and when the help is asked for it."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.tour.card import Step, TourCard

_SETTLED = 600
"""Milliseconds after which the first page was seen: the card is not part of the start."""


class Tour(QObject):
    """Lays its card over the home page, which it never blocks; once closed it does not come by itself.

    `left` when it is closed while it had the focus.
    """

    left = Signal()

    def __init__(self, home: QWidget, memory: Memory, appearance: Appearance, texts: Texts) -> None:
        super().__init__(home)
        self._home, self._memory = home, memory
        self._appearance, self._texts = appearance, texts
        self._card: TourCard | None = None
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self._open)
        home.installEventFilter(self)
        appearance.changed.connect(self._fit)

    @property
    def card(self) -> TourCard:
        """The card, made when it is first shown."""
        if self._card is None:
            steps = tour_steps(self._texts)
            self._card = TourCard(steps, self._appearance, self._texts, self._home)
            self._card.closed.connect(self.close_card)
        return self._card

    @property
    def is_open(self) -> bool:
        """Tell whether the card is in sight."""
        return self._card is not None and self._card.isVisible()

    def offer(self) -> None:
        """Show it soon to who has never been here; the focus stays in the search field."""
        state = self._memory.state
        if not state.toured and not state.last_read:
            self._settled.start()

    def start(self) -> None:
        """Show it from its first screen, because it was asked for."""
        self._open()
        self.card.forward.setFocus()

    def close_card(self) -> bool:
        """Close it for good; tell whether it was in sight."""
        if not self.is_open:
            return False
        focused = self.card.isAncestorOf(self._home.window().focusWidget() or self._home)
        self.card.hide()
        self._memory.keep_toured()
        if focused:
            self.left.emit()
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return False

    def _open(self) -> None:
        self.card.show()
        self.card.show_step(0)
        self.card.raise_()
        self._fit()

    def _fit(self) -> None:
        if self._card is not None and not self._card.isHidden():
            self._card.fit_in(self._home.size())


def tour_steps(texts: Texts) -> tuple[Step, ...]:
    """Return what the tour tells."""
    return (
        Step(
            "search",
            texts("Trouver"),
            texts(
                "Tapez un mot, un lieu ou une situation : les fiches viennent à chaque lettre,"
                " sans souci d’accent ni de faute de frappe. Un code dit à voix haute, comme"
                " « C01 », ouvre sa fiche."
            ),
        ),
        Step(
            "book-open",
            texts("Lire"),
            texts(
                "Une fiche se lit en 30 secondes, en 3 minutes ou en entier : touches 1, 2 et 3."
                " Chaque fait a sa source, chaque fiche sa date de vérification, et les mots"
                " soulignés s’expliquent."
            ),
        ),
        Step(
            "printer",
            texts("Garder, emporter"),
            texts(
                "Ctrl+Maj+D garde une recherche, Ctrl+P imprime la fiche ou l’enregistre en PDF."
                " Tout marche sans réseau et rien ne sort de cet ordinateur. La touche ? montre"
                " le reste."
            ),
        ),
    )
