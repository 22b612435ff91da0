"""The searches noted as without an answer: shown, given to the kit's authors on purpose, forgotten."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QListWidgetItem

from tressons_kit.domain.errors import CannotWrite
from tressons_kit.domain.kept_search import UnansweredSearch
from tressons_kit.domain.taxonomy import Taxonomy
from tressons_kit.foundation.dates import long_date
from tressons_kit.foundation.explanations import explain
from tressons_kit.foundation.kept_searches import KeptSearches
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.kept_search_words import in_words
from tressons_kit.ui.sections.section import Section


class UnansweredSection(Section):
    """Nothing of it leaves the computer unless it is exported here."""

    def __init__(
        self, kept: KeptSearches, taxonomy: Taxonomy, appearance: Appearance, texts: Texts
    ) -> None:
        super().__init__(texts("Recherches sans réponse"), appearance)
        self._kept, self._taxonomy, self._texts = kept, taxonomy, texts
        self.add_words(
            texts(
                "Celles que vous avez notées. Elles restent sur cet ordinateur ; un petit fichier de"
                " texte permet de les donner aux auteurs du kit, si vous le voulez."
            )
        )
        self.list = self.add_list(texts("Recherches sans réponse"))
        self.told = self.add_words()
        self.export = self.button(texts("Exporter…"), "download")
        self.clear = self.button(texts("Vider la liste"), "trash-2")
        self.confirm = self.button(texts("Oui, vider la liste"), "trash-2")
        self.refuse = self.button(texts("Non, la garder"), "undo-2")
        row = self.add_row()
        for button, effect in (
            (self.export, self._on_export),
            (self.clear, self._ask),
            (self.confirm, self._on_confirmed),
            (self.refuse, self.show_searches),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, effect=effect: effect())
            row.addWidget(button)
        self.show_searches()

    def show_searches(self) -> None:
        """Show the list again."""
        self.list.clear()
        for kept in self._kept.unanswered:
            self.list.addItem(QListWidgetItem(self._in_words(kept)))
        self.fit(self.list)
        some = bool(self._kept.unanswered)
        self.list.setVisible(some)
        self.told.setText("" if some else self._texts("Aucune pour le moment."))
        self._show_buttons(asking=False)

    def export_to(self, path: Path) -> None:
        """Write the file, and say so, or say why it could not be."""
        try:
            self._kept.export_unanswered(
                path,
                self._texts(
                    "Recherches sans réponse dans le kit TRESSONS : jour, version du kit, mots, filtres"
                ),
            )
        except CannotWrite as error:
            told = explain(error, self._texts)
            self._tell(f"{told.title} : {told.happened}. {told.advice}")
        else:
            self._tell(self._texts("Fichier écrit : {}").format(path))

    def _show_buttons(self, *, asking: bool) -> None:
        some = bool(self._kept.unanswered)
        for button in (self.export, self.clear):
            button.setVisible(some and not asking)
        for button in (self.confirm, self.refuse):
            button.setVisible(asking)
        self.told.setVisible(bool(self.told.text()))

    def _ask(self) -> None:
        self.told.setText(self._texts("Vider la liste ? Elle ne pourra pas être retrouvée."))
        self._show_buttons(asking=True)
        self.refuse.setFocus()

    def _on_confirmed(self) -> None:
        self._kept.clear_unanswered()
        self.show_searches()

    def _on_export(self) -> None:
        suggested = Path.home() / self._texts("recherches-sans-reponse.txt")
        name, _ = QFileDialog.getSaveFileName(
            self,
            self._texts("Exporter les recherches sans réponse"),
            str(suggested),
            self._texts("Texte (*.txt)"),
        )
        if name:
            self.export_to(Path(name))

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()

    def _in_words(self, kept: UnansweredSearch) -> str:
        try:
            day = long_date(date.fromisoformat(kept.date), self._texts)
        except ValueError:
            day = kept.date
        return f"{in_words(kept.search, self._taxonomy)} · {day}"
