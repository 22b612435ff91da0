"""The body of a fiche → its parts, and the segments of each part, with their lines."""

import re
from dataclasses import dataclass

from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.segment_reader import SegmentReader, fenced_lines
from tressons_kit.authoring.segments import Part

_HEADING = re.compile(r"(#{1,2})(?!#)[ ]*(.*?)[ ]*#*[ ]*\Z")


@dataclass(frozen=True, slots=True)
class _Heading:
    index: int
    level: int
    title: str


def read_body(
    text: str, first_line: int, findings: Findings, *, untitled: str = ""
) -> tuple[Part, ...]:
    """Cut a body into parts.

    `untitled` names the text before the first heading; when it is empty such a text, and a heading of
    level one, are errors.
    """
    lines = text.split("\n")
    fenced = fenced_lines(lines, first_line, findings)
    headings = _headings(lines, fenced)
    for heading in headings:
        _check(heading, first_line, findings, free=bool(untitled))
    ends = [*(heading.index for heading in headings), len(lines)]
    reader = SegmentReader(lines, fenced, first_line, findings)
    before = ends[0]
    parts: list[Part] = []
    if "".join(lines[:before]).strip():
        _check_untitled(lines, first_line, findings, free=bool(untitled))
        parts.append(_part(reader, lines, 0, before, untitled))
    for heading, end in zip(headings, ends[1:], strict=True):
        parts.append(_part(reader, lines, heading.index + 1, end, heading.title))
    return tuple(parts)


def _headings(lines: list[str], fenced: frozenset[int]) -> list[_Heading]:
    found: list[_Heading] = []
    for index, line in enumerate(lines):
        match = _HEADING.match(line) if line.startswith("#") and index not in fenced else None
        if match:
            found.append(_Heading(index, len(match[1]), match[2]))
    return found


def _check(heading: _Heading, first_line: int, findings: Findings, *, free: bool) -> None:
    line = first_line + heading.index
    if not heading.title:
        findings.error(line, "titre vide : écrire le titre de la partie après « ## »")
    elif heading.level == 1 and not free:
        findings.error(
            line,
            "titre de niveau 1 : écrire « ## » ; le titre de la fiche est « titre », dans l’en-tête",
        )


def _check_untitled(lines: list[str], first_line: int, findings: Findings, *, free: bool) -> None:
    if not free:
        index = next(index for index, line in enumerate(lines) if line.strip())
        findings.error(
            first_line + index,
            "texte avant la première partie : le déplacer sous un titre « ## »",
        )


def _part(reader: SegmentReader, lines: list[str], start: int, end: int, title: str) -> Part:
    line = reader.first_line + max(start - 1, 0)
    return Part(title, line, reader.read(start, end), "\n".join(lines[start:end]).strip())
