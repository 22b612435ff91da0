"""The body of a fiche → what stands in one narrow column of a comparison.

Tables become short paragraphs and pictures their words: a column may be 260 pixels wide. The notes of
the person presenting are left out: a comparison is made to be shown.
"""

import re
from html import unescape

from tressons_kit.exports.printed_blocks import (
    ANSWER,
    FICHE_LINK,
    FIGURE,
    KEY,
    NOTE_CALL,
    SECTION,
    TRAINER,
    WEB_LINK,
    web_address,
)
from tressons_kit.foundation.texts import Texts

_TABLE = re.compile(r'<table class="tableau">(.*?)</table>', re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_HEAD = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
_CELL = re.compile(r"<td[^>]*>(.*?)</td>", re.DOTALL)
_ALTERNATIVE = re.compile(r'alt="([^"]*)"')


def column_html(html: str, code: str, texts: Texts, *, on_paper: bool) -> str:
    """Turn a part of the fiche of that code; on paper, links name the fiche that they lead to."""

    def set_apart(match: re.Match[str]) -> str:
        kind, inside = match[1], match[2]
        if kind == TRAINER:
            return ""
        if kind == KEY:
            return _label(texts("À RETENIR")) + inside.replace("<p>", '<p class="key">')
        answered = ANSWER.sub(lambda answer: _label(texts("LA RÉPONSE")) + answer[1], inside)
        return _label(texts("QUE FERIEZ-VOUS ?")) + answered

    html = SECTION.sub(set_apart, html)
    html = _TABLE.sub(lambda table: _paragraphs(table[1]), html)
    html = FIGURE.sub(lambda figure: _in_words(figure[1], figure[2], texts), html)
    html = html.replace("<h3>", "<h4>").replace("</h3>", "</h4>")
    html = NOTE_CALL.sub(lambda call: f'href="#{source_anchor(code, call[1])}"', html)
    if on_paper:
        html = FICHE_LINK.sub(r"\2 (\1)", html)
        html = WEB_LINK.sub(
            lambda link: f'<a class="web" href="{web_address(unescape(link[1]))}">', html
        )
    return html


def source_anchor(code: str, number: int | str) -> str:
    """Return the name of a source's place: each fiche numbers its own."""
    return f"source-{code}-{number}"


def _label(words: str) -> str:
    return f'<p class="label">{words}</p>'


def _in_words(image: str, caption: str, texts: Texts) -> str:
    alternative = _ALTERNATIVE.search(image)
    said = alternative[1] if alternative else ""
    line = f'<p class="picture">{texts("Image : {}").format(said)}'
    return f"{line}<br/>{caption}</p>" if caption else f"{line}</p>"


def _paragraphs(table: str) -> str:
    """Write each row as a paragraph: its first cell in bold, the others under their heading."""
    rows = _ROW.findall(table)
    heads = [head for row in rows for head in _HEAD.findall(row)]
    return "".join(_paragraph(cells, heads) for row in rows if (cells := _CELL.findall(row)))


def _paragraph(cells: list[str], heads: list[str]) -> str:
    lines = [f"<b>{cells[0]}</b>"] if cells[0].strip() else []
    headed = len(cells) > 2  # noqa: PLR2004 - of two columns, the first names the second
    for number, cell in enumerate(cells[1:], start=1):
        head = heads[number] if headed and number < len(heads) else ""
        if cell.strip():
            lines.append(f"{head}\u00a0: {cell}" if head else cell)
    return f'<p class="row">{"<br/>".join(lines)}</p>'
