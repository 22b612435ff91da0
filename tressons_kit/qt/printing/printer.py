"""The pages of a fiche on a printer, or in the preview of one."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from tressons_kit.exports.print_style import INCH
from tressons_kit.exports.printed_document import PrintedDocument
from tressons_kit.qt.printing.column import FindMedium
from tressons_kit.qt.printing.painter import PrintJob


def a4_printer(*, landscape: bool = False) -> QPrinter:
    """Return the printer of this computer, on A4; where there is none, a file takes its place."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if not printer.isValid():
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setFullPage(True)
    turned = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), turned, QMarginsF(0, 0, 0, 0))
    )
    printer.setFullPage(True)
    return printer


def print_on(printer: QPrinter, printed: PrintedDocument, find_medium: FindMedium) -> int:
    """Paint the pages that the printer was asked for, on its paper.

    Return how many there are, or 0 when the printer takes none.
    """
    printer.setDocName(printed.title)
    printer.setCreator("tressons-kit")
    printer.setFullPage(True)
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Inch)
    job = PrintJob(printed, find_medium, paper.width() * INCH, paper.height() * INCH)
    first, last = max(printer.fromPage(), 1), printer.toPage()
    return len(job.pages) if job.paint(printer, printer.resolution(), first, last) else 0
