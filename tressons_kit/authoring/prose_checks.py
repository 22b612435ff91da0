"""What is checked in prose, line by line: HTML, notes, links, images, figures without a source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.mentions import Mention
from tressons_kit.authoring.segments import Block, Prose, Segment
from tressons_kit.authoring.sources import is_web_address
from tressons_kit.domain.codes import is_canonical, parse_code

_INLINE_CODE = re.compile(r"(`+)[^`]+\1")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>]*)?>|<!--|<!\w|<\?\w")
_NUMBER = re.compile(r"[0-9]{1,4}\Z")
_NOTE = re.compile(r"\[\^([^\]]*)\](:?)")
# Possessive, so that a line of a thousand brackets is not tried in every way.
_LINK = re.compile(r"(?<!!)\[[^\[\]]*+(?:\[[^\[\]]*+\][^\[\]]*+)*+\]\(([^)\s]*+)[^)]*+\)")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]+>")
_ITEM = re.compile(r"[ ]*(?:[-*+]|\d{1,2}[.)])[ ]+")
_FICHE_CODE = re.compile(r"\b[A-Z]\d{2,4}\b")
_TABLE_RULE = re.compile(r"[ |:-]+\Z")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A paragraph, an item or a row: what one note is enough for."""

    text: str
    line: int


@dataclass(slots=True)
class ProseChecker:
    """Checks the prose of one fiche and gathers what it cites.

    `numbers` are those of the sources; `with_figures` tells whether a figure needs a note.
    """

    findings: Findings
    numbers: frozenset[int]
    with_figures: bool
    cited: set[int] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)

    def check(self, segments: tuple[Segment, ...], *, with_figures: bool = True) -> None:
        """Check the prose of some segments, blocks included.

        Notes for the person presenting and the wording of a question state nothing: their figures
        (minutes, an invented case) need no source.
        """
        for segment in segments:
            if isinstance(segment, Prose):
                self._prose(segment, with_figures=with_figures and self.with_figures)
            elif isinstance(segment, Block):
                self.check(segment.content, with_figures=with_figures and segment.kind == "cle")
                self.check(segment.answer, with_figures=with_figures)

    def _prose(self, prose: Prose, *, with_figures: bool) -> None:
        lines = [_without_code(line) for line in prose.lines]
        for number, line in enumerate(lines, start=prose.line):
            self._html(line, number)
            self._notes(line, number)
            self._links(line, number)
        if with_figures:
            for unit in _units(lines, prose.line):
                self._figures(unit)

    def _html(self, line: str, number: int) -> None:
        match = _HTML.search(line) if "<" in line else None
        if match:
            self.findings.error(
                number, f"HTML refusé : « {match.group()[:40]} » ; écrire en Markdown, sans balise"
            )

    def _notes(self, line: str, number: int) -> None:
        for written, colon in _NOTE.findall(line) if "[^" in line else ():
            problem = self._note_problem(written, defined=bool(colon) and line.startswith("[^"))
            if problem:
                self.findings.error(number, f"note [^{written[:20]}] {problem}")
            else:
                self.cited.add(int(written))

    def _note_problem(self, written: str, *, defined: bool) -> str:
        if defined:
            return "définie dans le texte : mettre la source dans « sources », en-tête"
        if not _NUMBER.match(written):
            return "illisible : écrire le numéro d’une source, comme [^1]"
        if int(written) not in self.numbers:
            return f"sans source : ajouter la source {written} dans « sources », ou corriger le numéro"
        return ""

    def _links(self, line: str, number: int) -> None:
        if "![" in line:
            self.findings.error(
                number,
                "image mal écrite : la mettre seule sur sa ligne,"
                ' ![Texte de remplacement](images/nom.svg "Crédit et licence")',
            )
            return
        for target in _LINK.findall(line) if "](" in line else ():
            self._link(target, number)

    def _link(self, target: str, number: int) -> None:
        code = parse_code(target)
        if is_canonical(target):
            self.mentions.append(Mention(target, number))
        elif code is not None:
            self.findings.error(number, f"lien vers « {target} » : écrire le code {code}")
        elif not is_web_address(target) and not target.startswith("mailto:"):
            self.findings.error(
                number,
                f"lien vers « {target} » refusé : écrire un code de fiche, comme F03, ou une adresse"
                " https://…",
            )

    def _figures(self, unit: _Unit) -> None:
        if "[^" in unit.text or not any(sign.isdigit() for sign in unit.text):
            return
        text = _FICHE_CODE.sub("", _ITEM.sub("", _AUTOLINK.sub("", _unlinked(unit.text)), count=1))
        figure = re.search(r"\d[\d\s.,]*", text)
        if figure:
            self.findings.warning(
                unit.line,
                f"chiffre sans source : « {figure.group().strip(' .,')} » ; ajouter une note à ce"
                " paragraphe, comme [^1]",
            )


def _without_code(line: str) -> str:
    return _INLINE_CODE.sub(lambda match: " " * len(match.group()), line) if "`" in line else line


def _unlinked(text: str) -> str:
    return re.sub(r"\]\([^)]*\)", "]", text)


def _units(lines: list[str], first_line: int) -> Iterator[_Unit]:
    gathered: list[str] = []
    start = first_line
    for number, line in enumerate(lines, start=first_line):
        is_row = line.lstrip().startswith("|")
        if gathered and (not line.strip() or is_row or _ITEM.match(line) or line.startswith("#")):
            yield _Unit(" ".join(gathered), start)
            gathered = []
        if not line.strip() or line.startswith("#") or (is_row and _TABLE_RULE.match(line)):
            continue
        if not gathered:
            start = number
        gathered.append(line)
        if is_row:
            yield _Unit(line, number)
            gathered = []
    if gathered:
        yield _Unit(" ".join(gathered), start)
