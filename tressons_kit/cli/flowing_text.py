"""The HTML of a kit → text wrapped for a terminal: lists, tables, blocks and notes kept readable."""

import textwrap
from html.parser import HTMLParser

from tressons_kit.foundation.texts import Texts, later

_BLOCKS = frozenset(
    "p h3 h4 li tr blockquote pre section details figure figcaption ul ol table hr".split()
)
_ROWS = frozenset({"li", "tr"})
_INDENTED = frozenset({"li", "section", "details", "blockquote"})
_LABELS = {
    "cle": later("À retenir"),
    "formateur": later("Pour la personne qui anime"),
    "question": later("Que feriez-vous ?"),
    "reponse": later("Réponse"),
}
_FRAME, _QUOTE, _ROW_INDENT = "│ ", "> ", "    "
_CELLS = frozenset({"td", "th"})


def flowing_text(html: str, columns: int, texts: Texts) -> str:
    """Return the text of some HTML of a kit; notes read `[3]`, links between fiches `(F03)`."""
    writer = _Writer(columns, texts)
    writer.feed(html)
    writer.close()
    writer.end_paragraph()
    return "\n".join(writer.lines)


class _Writer(HTMLParser):
    """Follows the tags, and writes a paragraph each time one ends."""

    def __init__(self, columns: int, texts: Texts) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._columns, self._texts = columns, texts
        self._text = ""
        self._prefixes: list[str] = []
        self._numbers: list[int | None] = []
        self._marker = ""
        self._targets: list[str] = []
        self._row = self._last_row = ""
        self._is_glued = self._is_verbatim = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self.end_paragraph()
            self._open_block(tag, attributes)
        elif tag == "a":
            self._targets.append(attributes.get("href", ""))
        elif tag == "sup":
            self._text += "["
        elif tag in _CELLS and self._text:
            self._text += " | "
        elif tag == "img":
            self._text += self._texts("[Image : {}]").format(attributes.get("alt", ""))
        elif tag == "br":
            self._text += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_paragraph()
            self._close_block(tag)
        elif tag == "a" and self._targets:
            self._text += _shown_target(self._targets.pop())
        elif tag == "sup":
            self._text += "]"

    def handle_data(self, data: str) -> None:
        self._text += data if self._is_verbatim else data.replace("\n", " ")

    def end_paragraph(self) -> None:
        """Write what has been read since the last one, if anything."""
        text = self._text if self._is_verbatim else self._text.strip()
        self._text = ""
        if not text:
            return
        prefix = "".join(self._prefixes)
        if self.lines and not self._is_glued and self._needs_gap():
            self.lines.append(prefix.removesuffix(" " * len(self._marker)).rstrip())
        self.lines.extend(self._wrapped(text, prefix))
        self._marker, self._last_row, self._is_glued = "", self._row, False

    def _needs_gap(self) -> bool:
        """Tell whether a blank line comes before: not between two items or two rows."""
        return not self._row or self._row != self._last_row

    def _open_block(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _ROWS:
            self._row = tag
        if tag == "pre":
            self._is_verbatim = True
        elif tag in {"ul", "ol"}:
            self._numbers.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._open_item()
        elif tag == "blockquote":
            self._prefixes.append(_QUOTE)
        elif tag in {"section", "details"}:
            self._open_framed(self._texts(_LABELS.get(attributes.get("class", ""), "")))
        elif tag == "figcaption":
            self._is_glued = True

    def _open_item(self) -> None:
        number = self._numbers[-1] if self._numbers else None
        if number is not None:
            self._numbers[-1] = number = number + 1
        self._marker = "- " if number is None else f"{number}. "
        self._prefixes.append(" " * len(self._marker))

    def _open_framed(self, label: str) -> None:
        if self.lines and not self._is_glued:
            self.lines.append("".join(self._prefixes).rstrip())
        self._prefixes.append(_FRAME)
        self._text, self._is_glued = label, True
        self.end_paragraph()
        self._is_glued = True

    def _close_block(self, tag: str) -> None:
        if tag in _ROWS:
            self._row = ""
        if tag == "pre":
            self._is_verbatim = False
        elif tag in {"ul", "ol"} and self._numbers:
            self._numbers.pop()
        elif tag in _INDENTED and self._prefixes:
            self._prefixes.pop()

    def _wrapped(self, text: str, prefix: str) -> list[str]:
        if self._is_verbatim:
            return [prefix + line for line in text.rstrip("\n").split("\n")]
        return textwrap.wrap(
            text,
            self._columns,
            initial_indent=prefix[: len(prefix) - len(self._marker)] + self._marker,
            subsequent_indent=prefix + (_ROW_INDENT if self._row == "tr" else ""),
            break_long_words=False,
            break_on_hyphens=False,
        )


def _shown_target(target: str) -> str:
    """Return what must be read after a link for it to be followed from paper."""
    scheme, _, name = target.partition(":")
    if scheme == "source":
        return ""
    return f" ({name})" if scheme == "fiche" else f" ({target})"
