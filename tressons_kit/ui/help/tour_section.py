"""Where the tour is found again."""

from PySide6.QtCore import Signal

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.sections.section import Section


class TourSection(Section):
    """Says when the tour is asked for."""

    requested = Signal()

    def __init__(self, appearance: Appearance, texts: Texts) -> None:
        super().__init__(texts("Visite"), appearance)
        self.add_words(
            texts(
                "Trois écrans pour savoir trouver, lire et emporter. Ils se posent sur l’accueil,"
                " n’empêchent rien, et se ferment par Échap."
            )
        )
        self.show_again = self.button(texts("Revoir la visite"), "signpost")
        self.show_again.clicked.connect(self.requested)
        self.add_row().addWidget(self.show_again)
