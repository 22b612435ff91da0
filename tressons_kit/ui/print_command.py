"""« Imprimer »: the pages of a fiche or of a comparison are shown before anything is printed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tressons_kit.domain.comparison import Comparison
from tressons_kit.domain.fiche import Fiche
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance

if TYPE_CHECKING:
    from tressons_kit.ui.printing.dialog import Printable


class PrintCommand:
    """Opens the dialog over a window; what prints is imported when it is first asked for."""

    def __init__(
        self, services: Services, appearance: Appearance, texts: Texts, window: QWidget
    ) -> None:
        self._services, self._appearance = services, appearance
        self._texts, self._window = texts, window

    def print_fiche(self, fiche: Fiche) -> None:
        """Show the pages of a fiche."""
        from tressons_kit.ui.printing.dialog import printable_fiche  # noqa: PLC0415 - costly

        self._show(printable_fiche(fiche, self._services, self._texts))

    def print_comparison(self, comparison: Comparison) -> None:
        """Show the pages of a comparison."""
        from tressons_kit.ui.printing.dialog import printable_comparison  # noqa: PLC0415 - costly

        self._show(printable_comparison(comparison, self._services, self._texts))

    def _show(self, printable: "Printable") -> None:
        from tressons_kit.ui.printing.dialog import PrintDialog  # noqa: PLC0415 - costly

        PrintDialog(printable, self._services, self._appearance, self._texts, self._window).open()
