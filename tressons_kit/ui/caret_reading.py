"""F7, as in browsers: pages are read with a caret, line by line, or scrolled with the arrows."""

from collections.abc import Callable, Sequence

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.memory import Memory
from tressons_kit.ui.readable_text import QTextEdit as ReadableText


class CaretReading:
    """Gives every page a caret, or none, from now on and at the next start; tells which."""

    def __init__(
        self, pages: Sequence[ReadableText], memory: Memory, say: Callable[[str], None], texts: Texts
    ) -> None:
        self._pages, self._memory, self._say, self._texts = pages, memory, say, texts
        self._show()

    def toggle(self) -> None:
        """Take the other way of reading."""
        on = not self._memory.state.caret
        self._memory.keep_caret(on=on)
        self._show()
        self._say(
            self._texts("Lecture au curseur : les flèches vont de ligne en ligne. F7 pour l’arrêter.")
            if on
            else self._texts("Lecture au curseur arrêtée : les flèches font défiler la page.")
        )

    def _show(self) -> None:
        for page in self._pages:
            page.show_caret(shown=self._memory.state.caret)
