"""The keys of the program, and what it is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.theme import GAP, ROOMY, SNUG

_WIDTH, _HEIGHT = 680, 760


class HelpDialog(QDialog):
    """Shows the keys; Esc or Entrée closes it."""

    def __init__(self, about: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts("Aide"))
        title = QLabel(texts("Les touches"))
        title.setProperty("role", "heading")
        keys = QGridLayout()
        keys.setHorizontalSpacing(ROOMY)
        keys.setVerticalSpacing(SNUG)
        for line, (key, effect) in enumerate(shortcuts(texts)):
            name = QLabel(f"<b>{key}</b>")
            keys.addWidget(name, line, 0)
            words = QLabel(effect)
            words.setWordWrap(True)
            keys.addWidget(words, line, 1)
        keys.setColumnStretch(1, 1)
        origin = QLabel(about)
        origin.setTextFormat(Qt.TextFormat.PlainText)
        origin.setProperty("role", "soft")
        origin.setWordWrap(True)
        buttons = QDialogButtonBox()
        close = buttons.addButton(texts("Fermer"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setDefault(True)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(ROOMY, ROOMY, ROOMY, ROOMY)
        layout.setSpacing(GAP)
        layout.addWidget(title)
        layout.addWidget(_scrolling(keys, origin), 1)
        layout.addWidget(buttons)
        room = parent.size() if parent else QSize(_WIDTH, _HEIGHT)
        self.resize(min(_WIDTH, room.width() - ROOMY), min(_HEIGHT, room.height() - ROOMY))


def _scrolling(keys: QGridLayout, origin: QLabel) -> QScrollArea:
    """Hold the keys and the origin: the smallest screen does not show them all at once."""
    page = QWidget()
    page.setProperty("role", "page")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, SNUG, 0)
    column.setSpacing(GAP)
    column.addLayout(keys)
    column.addWidget(origin)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


def shortcuts(texts: Texts) -> tuple[tuple[str, str], ...]:
    """Return each key with what it does; `docs/` and the README show the same."""
    return (
        ("Ctrl+K  ou  /", texts("chercher")),
        ("↑  ↓", texts("parcourir les suggestions, puis les résultats, sans quitter le champ")),
        ("Alt+↓", texts("montrer les suggestions, ou les recherches récentes et gardées")),
        ("Ctrl+Maj+D", texts("garder cette recherche")),
        (texts("Entrée"), texts("ouvrir la fiche")),
        (texts("Alt+Entrée"), texts("dire pourquoi ce résultat répond")),
        (texts("Échap"), texts("revenir en arrière, une chose à la fois")),
        ("1  2  3", texts("lire en 30 secondes, en 3 minutes, en entier")),
        ("Ctrl+F", texts("chercher dans la fiche")),
        (texts("F3  Maj+F3"), texts("passage suivant, passage précédent")),
        ("D", texts("dans une fiche, définir le terme souligné ou choisi")),
        ("Ctrl+P", texts("imprimer la fiche, l’enregistrer en PDF")),
        ("Alt+←  Alt+→", texts("page précédente, page suivante")),
        ("F6", texts("passer d’un panneau à l’autre")),
        ("Ctrl++  Ctrl+-  Ctrl+0", texts("texte plus grand, plus petit, taille d’origine")),
        ("Ctrl+,", texts("réglages, recherches gardées")),
        ("Tab", texts("aller au lien ou au bouton suivant")),
        ("?  ou  F1", texts("cette aide")),
    )
