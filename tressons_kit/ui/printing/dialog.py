"""« Imprimer »: the pages as they will be, on paper or in a PDF; of a fiche, all or the essential."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QGraphicsView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.domain.comparison import Comparison
from tressons_kit.domain.depths import Depth
from tressons_kit.domain.errors import CannotWrite
from tressons_kit.domain.fiche import Fiche
from tressons_kit.exports.file_names import name_of_comparison, proposed_name
from tressons_kit.exports.printed_comparison import printed_comparison
from tressons_kit.exports.printed_document import PrintedDocument
from tressons_kit.exports.printed_fiche import PrintWish, printed_fiche
from tressons_kit.foundation.explanations import explain
from tressons_kit.foundation.files import write_atomically
from tressons_kit.foundation.texts import Texts
from tressons_kit.qt.printing.context import print_context
from tressons_kit.qt.printing.pdf import pdf_of
from tressons_kit.qt.printing.printer import a4_printer, print_on
from tressons_kit.services import Services
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.settings.tick_box import TickBox
from tressons_kit.ui.theme import GAP, ROOMY, SNUG, WIDE

_WIDTH, _HEIGHT = 900, 680
_CHOICES = 270


@dataclass(frozen=True, slots=True)
class Printable:
    """What is printed: its names, how its pages are made, whether there is a choice of them."""

    window_title: str
    title: str
    file_name: str
    make: Callable[[PrintWish], PrintedDocument]
    landscape: bool = False
    has_choices: bool = True


def printable_fiche(fiche: Fiche, services: Services, texts: Texts) -> Printable:
    """Return a fiche, ready to be printed."""
    context = print_context(services, fiche)
    return Printable(
        texts("Imprimer la fiche {}").format(fiche.code),
        f"{fiche.code} · {fiche.title}",
        proposed_name(fiche, "pdf"),
        lambda wish: printed_fiche(fiche, context, wish, texts),
    )


def printable_comparison(comparison: Comparison, services: Services, texts: Texts) -> Printable:
    """Return a comparison, ready to be printed on the long side of the paper."""
    kit = services.kit
    printed = printed_comparison(comparison, kit.info, kit.taxonomy, services.today, texts)
    return Printable(
        texts("Imprimer la comparaison"),
        printed.title,
        name_of_comparison(comparison, "pdf"),
        lambda _wish: printed,
        landscape=printed.landscape,
        has_choices=False,
    )


class PrintDialog(QDialog):
    """Shows the pages and leads to the printer or to a file; the program writes nowhere else."""

    def __init__(
        self,
        printable: Printable,
        services: Services,
        appearance: Appearance,
        texts: Texts,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(printable.window_title)
        self._printable, self._services, self._texts = printable, services, texts
        self._appearance = appearance
        self._saved: Path | None = None
        self.printer = a4_printer(landscape=printable.landscape)
        self.preview = QPrintPreviewWidget(self.printer)
        self._build()
        self._connect()
        room = parent.size()
        self.resize(
            min(appearance.pixels(_WIDTH), room.width() - ROOMY),
            min(appearance.pixels(_HEIGHT), room.height() - ROOMY),
        )
        self.print_button.setFocus()

    @property
    def printed(self) -> PrintedDocument:
        """The pages as they are wished for now."""
        depth = Depth.SHORT if self.essential.isChecked() else Depth.FULL
        return self._printable.make(PrintWish(depth, notes=self.notes.isChecked()))

    def send(self) -> bool:
        """Send the pages to the printer that was chosen; one that takes none is told."""
        if print_on(self.printer, self.printed, self._services.fiches.find_medium):
            self.accept()
            return True
        self._say(
            self._texts(
                "L’imprimante n’a pas pris les pages. Vérifiez qu’elle est allumée et branchée,"
                " ou enregistrez les pages en PDF."
            )
        )
        return False

    def save_as(self, target: Path) -> bool:
        """Write the PDF there; a disk that refuses is told in the dialog, which stays open."""
        try:
            write_atomically(target, pdf_of(self.printed, self._services.fiches.find_medium))
        except CannotWrite as error:
            self._say(str(explain(error, self._texts)))
            return False
        self._saved = target
        self._say(self._texts("Enregistré : {}").format(target), offers_folder=True)
        self.close_button.setFocus()
        return True

    def _build(self) -> None:
        texts = self._texts
        self.essential = TickBox(texts("Seulement l’essentiel"), self._appearance)
        self.essential.setToolTip(texts("Ce qui se lit en trois minutes, sur une ou deux pages"))
        self.notes = TickBox(texts("Notes pour l’animation"), self._appearance)
        self.notes.setToolTip(texts("Décochez pour une feuille à distribuer aux participants"))
        self.notes.setChecked(True)
        if not self._printable.has_choices:
            self.essential.hide()
            self.notes.hide()
        self.count = _label("soft")
        self.print_button = QPushButton(texts("Imprimer…"))
        self.print_button.setProperty("role", "primary")
        self.print_button.setDefault(True)
        self.pdf_button = QPushButton(texts("Enregistrer en PDF…"))
        self.close_button = QPushButton(texts("Fermer"))
        self.open_folder = QPushButton(texts("Ouvrir le dossier"))
        self.open_folder.setProperty("role", "inline")
        self.open_folder.hide()
        self.said = _label("soft")
        self.said.hide()
        # What takes the focus is the view inside.
        for widget in (self.preview, *self.preview.findChildren(QGraphicsView)):
            widget.setAccessibleName(texts("Aperçu des pages"))
        self.preview.setZoomMode(QPrintPreviewWidget.ZoomMode.FitInView)
        self._lay_out()

    def _lay_out(self) -> None:
        told = QWidget()
        told.setProperty("role", "page")
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        title = _label("reading")
        title.setText(self._printable.title)
        column.addWidget(title)
        column.addWidget(self.count)
        column.addSpacing(GAP)
        for widget in (self.essential, self.notes, self.said, self.open_folder):
            column.addWidget(widget)
        column.addStretch(1)
        # Large letters on a small screen: the words scroll, the buttons stay.
        self._area = _scrolled(told)
        side = QWidget()
        side.setFixedWidth(self._appearance.pixels(_CHOICES))
        choices = QVBoxLayout(side)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(SNUG)
        choices.addWidget(self._area, 1)
        choices.addSpacing(SNUG)
        for button in (self.print_button, self.pdf_button, self.close_button):
            choices.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        row.setSpacing(WIDE)
        row.addWidget(side)
        row.addWidget(self.preview, 1)
        self.setMinimumSize(QSize(_CHOICES * 2, _CHOICES))

    def _connect(self) -> None:
        self.preview.paintRequested.connect(self._on_paint)
        self.essential.toggled.connect(self.preview.updatePreview)
        self.notes.toggled.connect(self.preview.updatePreview)
        self.print_button.clicked.connect(self._on_print)
        self.pdf_button.clicked.connect(self._on_pdf)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.close_button.clicked.connect(self.reject)

    def _on_paint(self, printer: QPrinter) -> None:
        pages = print_on(printer, self.printed, self._services.fiches.find_medium)
        self.count.setText(self._texts.plural("{} page A4", "{} pages A4", pages).format(pages))

    def _on_print(self) -> None:
        dialog = QPrintDialog(self.printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.send()

    def _on_pdf(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._saved.parent if self._saved else Path(documents or Path.home())
        name, _ = QFileDialog.getSaveFileName(
            self,
            self._texts("Enregistrer en PDF"),
            str(folder / self._printable.file_name),
            self._texts("PDF (*.pdf)"),
        )
        if name:
            self.save_as(Path(name) if name.lower().endswith(".pdf") else Path(f"{name}.pdf"))

    def _on_open_folder(self) -> None:
        if self._saved:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))

    def _say(self, text: str, *, offers_folder: bool = False) -> None:
        self.open_folder.setVisible(offers_folder)
        self.said.setText(text)
        self.said.show()
        announce(self, text)
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.said))


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
