"""Pages as the bytes of a PDF: A4, live links, title, author and language."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from tressons_kit import __version__
from tressons_kit.exports.print_style import INCH, MILLIMETRE
from tressons_kit.exports.printed_document import PrintedDocument
from tressons_kit.qt.printing.column import FindMedium
from tressons_kit.qt.printing.painter import PrintJob
from tressons_kit.qt.printing.pdf_catalogue import with_language

A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)


def pdf_of(printed: PrintedDocument, find_medium: FindMedium) -> bytes:
    """Return a whole PDF; nothing is written to the disk."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if printed.landscape:
        writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(printed.title)
    writer.setAuthor(printed.author)
    writer.setCreator(f"tressons-kit {__version__}")
    width, height = reversed(A4) if printed.landscape else A4
    PrintJob(printed, find_medium, width, height).paint(writer, INCH)
    return with_language(bytes(buffer.data().data()), printed.language)
