"""How the window looks: theme, text size, motion."""

from PySide6.QtWidgets import QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.sections.section import Section
from tressons_kit.ui.settings.choices import Choices
from tressons_kit.ui.settings.text_size import TextSize
from tressons_kit.ui.settings.theme_cards import ThemeCards
from tressons_kit.ui.theme import MotionChoice


class AppearanceSection(Section):
    """Every choice is taken at once by the whole window."""

    def __init__(self, appearance: Appearance, texts: Texts, language: QWidget | None = None) -> None:
        super().__init__(texts("Apparence"), appearance)
        self.add_part(texts("Thème"))
        self.themes = ThemeCards(appearance, texts)
        self.themes.chosen.connect(appearance.choose)
        self.add(self.themes)
        self.add_words(
            texts("Contraste élevé : noir sur blanc, pour le plein soleil et les projecteurs.")
        )
        self.add_part(texts("Taille du texte"))
        self.text_size = TextSize(appearance, texts)
        self.text_size.chosen.connect(appearance.scale_text)
        self.add(self.text_size)
        self.add_words(texts("Ailleurs dans le kit : Ctrl++, Ctrl+- et Ctrl+0."))
        self.add_part(texts("Mouvements"))
        self.motion = Choices(
            texts("Mouvements"),
            {
                MotionChoice.SYSTEM: texts("Comme l’ordinateur"),
                MotionChoice.REDUCED: texts("Réduits : menus, listes et bulles apparaissent d’un coup"),
            },
            appearance.motion_choice,
            appearance,
        )
        self.motion.chosen.connect(lambda value: appearance.choose_motion(MotionChoice(value)))
        self.add(self.motion)
        if language is not None:
            self.add(language)
