"""Tells screen readers that the theme or the size of the text changed, however it was asked for."""

from PySide6.QtWidgets import QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.theme import ThemeChoice


class LookVoice:
    """Speaks for a window when its look changes."""

    def __init__(self, window: QWidget, appearance: Appearance, texts: Texts) -> None:
        self._window, self._appearance, self._texts = window, appearance, texts
        self._choice, self._scale = appearance.choice, appearance.scale

    def speak(self) -> None:
        """Tell what changed since the last time."""
        look = self._appearance
        if look.choice is not self._choice:
            announce(
                self._window, self._texts("thème : {}").format(theme_words(self._texts)[look.choice])
            )
        if look.scale != self._scale:
            size = round(100 * look.scale)
            announce(self._window, self._texts("texte à {} %").format(size))
        self._choice, self._scale = look.choice, look.scale


def theme_words(texts: Texts) -> dict[ThemeChoice, str]:
    """Return the name of each choice of theme."""
    return {
        ThemeChoice.SYSTEM: texts("Comme l’ordinateur"),
        ThemeChoice.LIGHT: texts("Clair"),
        ThemeChoice.DARK: texts("Sombre"),
        ThemeChoice.HIGH_CONTRAST: texts("Contraste élevé"),
    }
