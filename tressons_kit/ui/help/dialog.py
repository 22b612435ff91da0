"""The dialog « Aide »."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.library.kit import Kit
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.help.about_section import AboutSection
from tressons_kit.ui.help.keys_section import KeysSection
from tressons_kit.ui.help.licences_section import LicencesSection
from tressons_kit.ui.help.tour_section import TourSection
from tressons_kit.ui.sections.section_dialog import SectionDialog


class HelpDialog(SectionDialog):
    """Says when the tour is asked for."""

    tour_requested = Signal()

    def __init__(self, kit: Kit, appearance: Appearance, texts: Texts, parent: QWidget) -> None:
        super().__init__(texts("Aide"), appearance, texts, parent)
        self.keys = KeysSection(appearance, texts)
        self.tour = TourSection(appearance, texts)
        self.about = AboutSection(kit, appearance, texts)
        self.licences = LicencesSection(appearance, texts)
        self.add_section(self.keys, "keyboard")
        self.add_section(self.tour, "signpost")
        self.add_section(self.about, "info")
        self.add_section(self.licences, "scale")
        self.tour.requested.connect(self._on_tour)

    def _on_tour(self) -> None:
        self.accept()
        self.tour_requested.emit()
