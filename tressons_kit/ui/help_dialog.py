"""The keys of the program, and what it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.theme import GAP, ROOMY, SNUG


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
            keys.addWidget(QLabel(effect), line, 1)
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
        layout.addLayout(keys)
        layout.addSpacing(SNUG)
        layout.addWidget(origin)
        layout.addWidget(buttons)
        self.setMaximumWidth(680)


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
        (texts("Ctrl+Entrée"), texts("ouvrir dans un autre onglet (Ctrl+clic, clic du milieu)")),
        ("Ctrl+Tab  Ctrl+W", texts("onglet suivant, fermer l’onglet (Ctrl+Maj+T le rouvre)")),
        (texts("Espace"), texts("dans la liste, marquer une fiche à comparer")),
        ("F6", texts("passer d’un panneau à l’autre")),
        ("Ctrl++  Ctrl+-  Ctrl+0", texts("texte plus grand, plus petit, taille d’origine")),
        ("Ctrl+,", texts("réglages, recherches gardées")),
        ("Tab", texts("aller au lien ou au bouton suivant")),
        ("?  ou  F1", texts("cette aide")),
    )
