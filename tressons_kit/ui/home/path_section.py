"""Where to begin: a few fiches to read in order, and how far one is."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tressons_kit.domain.fiche import FicheCard
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.home.card import Card
from tressons_kit.ui.home.sections import HomeSection, fiche_button, fiche_words

_NARROWEST = 196


class PathSection(HomeSection):
    """Says which step was asked for, or that one wants to go on."""

    step_chosen = Signal(str)
    path_requested = Signal()

    def __init__(
        self,
        title: str,
        steps: Sequence[tuple[FicheCard, str]],
        appearance: Appearance,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, appearance, parent)
        self._texts, self._steps = texts, steps
        self._go = QPushButton()
        self._go.setProperty("role", "primary")
        self._go.clicked.connect(self.path_requested)
        self.add_button(self._go)
        self._told = self.add_words("")
        self._cards: list[Card] = []
        grid = self.add_grid(_NARROWEST)
        for fiche, reason in steps:
            card = fiche_button(fiche, reason, appearance, self.step_chosen.emit)
            grid.addWidget(card)
            self._cards.append(card)

    def show_read(self, read: Collection[str]) -> None:
        """Show which steps were read."""
        texts, count = self._texts, len(self._steps)
        done = [fiche.code in read for fiche, _ in self._steps]
        for place, (card, (fiche, reason)) in enumerate(zip(self._cards, self._steps, strict=True), 1):
            icon = "check" if done[place - 1] else ""
            step = texts("Étape {}, lue : {}") if icon else texts("Étape {} : {}")
            words = fiche_words(fiche, step.format(place, reason))
            card.set_words(replace(words, icon=icon))
        if all(done):
            self._go.setText(texts("Refaire le parcours"))
        elif any(done):
            self._go.setText(texts("Continuer à l’étape {}").format(done.index(False) + 1))
        else:
            self._go.setText(texts("Commencer le parcours"))
        self._told.setText(path_progress(sum(done), count, texts))


def path_progress(done: int, count: int, texts: Texts) -> str:
    """Say how many fiches the path has, and how many were read."""
    if done == count:
        return texts.plural(
            "La fiche du parcours est lue.", "Les {} fiches du parcours sont lues.", count
        ).format(count)
    if not done:
        return texts.plural(
            "{} fiche à lire, en «\u00a03\u00a0min\u00a0».",
            "{} fiches à lire dans l’ordre, en «\u00a03\u00a0min\u00a0».",
            count,
        ).format(count)
    return texts.plural("{} fiche lue sur {}.", "{} fiches lues sur {}.", done).format(done, count)
