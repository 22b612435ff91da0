"""What Qt has no word for in a PDF: its language, and its title shown instead of its file's name.

A PDF may be added to at its end: the catalogue is written there again with what it lacked, and a
second table of contents points to it (ISO 32000-1, 7.5.6). What Qt wrote is not touched.
"""

import re

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_KEPT = re.compile(rb"/(?:Info \d+ 0 R|ID \[[^\]]*\])")


def with_language(pdf: bytes, language: str) -> bytes:
    """Return the PDF with its language; as it was if it is not built as Qt does."""
    start, trailer = _START.search(pdf), pdf[pdf.rfind(b"trailer") :]
    root, size = _ROOT.search(trailer), _SIZE.search(trailer)
    if not (start and root and size):
        return pdf
    number = int(root[1])
    catalogue = re.search(rb"\n%d 0 obj\s*<<(.*?)>>\s*endobj" % number, pdf, re.DOTALL)
    if catalogue is None or b"<<" in catalogue[1] or b"/Lang" in catalogue[1]:
        return pdf
    at = len(pdf)
    added = (
        b"%d 0 obj\n<<%b/Lang (%b)\n/ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n"
        % (
            number,
            catalogue[1],
            language.encode("ascii"),
        )
    )
    table = b"xref\n0 1\n%010d 65535 f \n%d 1\n%010d 00000 n \n" % (0, number, at)
    kept = b"\n".join(match[0] for match in _KEPT.finditer(trailer))
    end = b"trailer\n<<\n/Size %b\n/Root %d 0 R\n/Prev %b\n%b\n>>\nstartxref\n%d\n%%%%EOF\n" % (
        size[1],
        number,
        start[1],
        kept,
        at + len(added),
    )
    return pdf + added + table + end
