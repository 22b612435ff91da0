"""PDFs of fiches for tests, and what another program reads in them."""

import io
from dataclasses import dataclass

from pypdf import PdfReader

from tressons_kit.exports.printed_fiche import PrintWish, printed_fiche
from tressons_kit.foundation import paths
from tressons_kit.qt.fonts import load_fonts
from tressons_kit.qt.printing.context import print_context
from tressons_kit.qt.printing.pdf import pdf_of
from tressons_kit.services import Services


@dataclass(frozen=True)
class ReadPdf:
    """What a reader of PDF finds: the text of each page, its links, the document."""

    pages: tuple[str, ...]
    links: tuple[str, ...]
    inner_links: tuple[str, ...]
    anchors: frozenset[str]
    document: PdfReader

    @property
    def text(self) -> str:
        return "\n".join(self.pages)


def printed_pdf(services: Services, code: str, wish: PrintWish | None = None) -> bytes:
    """Make the PDF of a fiche with the program's own letters; the application must be there."""
    load_fonts(paths.resources() / "fonts")
    fiche = services.fiches.get(code)
    printed = printed_fiche(fiche, print_context(services, fiche), wish or PrintWish())
    return pdf_of(printed, services.fiches.find_medium)


def read(pdf: bytes) -> ReadPdf:
    """Read a PDF with another library than the one that wrote it."""
    document = PdfReader(io.BytesIO(pdf), strict=True)
    links, inner = [], []
    for page in document.pages:
        for reference in page.get("/Annots", []):
            note = reference.get_object()
            if "/A" in note:
                links.append(str(note["/A"]["/URI"]))
            else:
                inner.append(str(note["/Dest"]))
    return ReadPdf(
        pages=tuple(_flowing(page.extract_text()) for page in document.pages),
        links=tuple(links),
        inner_links=tuple(inner),
        anchors=frozenset(map(str, document.named_destinations)),
        document=document,
    )


def _flowing(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())
