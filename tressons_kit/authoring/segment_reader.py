"""Lines of a part → segments: prose, images, charts, code, `:::` blocks."""

import re
from collections.abc import Sequence

from tressons_kit.authoring.findings import Findings, nearest
from tressons_kit.authoring.segments import Block, ChartSource, Code, Image, Prose, Segment

BLOCK_KINDS = ("cle", "formateur", "question")
_FENCE = re.compile(r"(?P<marks>`{3,}|~{3,})[ ]*(?P<name>[^`\s]*)[ ]*\Z")
_BLOCK_OPENS = re.compile(r":::+[ ]*(?P<kind>[^\s:]+)(?P<rest>.*)\Z")
_BLOCK_CLOSES = re.compile(r":::+[ ]*\Z")
_IMAGE = re.compile(
    r"[ ]*!\[(?P<alternative>.*)\]\((?P<path>[^\s)]*)(?:[ ]+\"(?P<credit>.*)\")?[ ]*\)[ ]*\Z"
)
_RULE = re.compile(r"[ ]*---+[ ]*\Z")
_CHART = "graphique"


def fenced_lines(lines: Sequence[str], first_line: int, findings: Findings) -> frozenset[int]:
    """Return the indexes of lines inside code, marks included; a fence never closed is noted."""
    inside: set[int] = set()
    index = 0
    while index < len(lines):
        opening = _FENCE.match(lines[index])
        if opening:
            end = _closing_fence(lines, index, opening["marks"])
            if end is None:
                findings.error(
                    first_line + index,
                    f"bloc de code jamais fermé : ajouter une ligne {opening['marks']} à sa fin",
                )
            else:
                inside.update(range(index, end + 1))
                index = end
        index += 1
    return frozenset(inside)


def _closing_fence(lines: Sequence[str], start: int, marks: str) -> int | None:
    for index in range(start + 1, len(lines)):
        line = lines[index].rstrip(" ")
        if line.startswith(marks) and not line.strip(marks[0]):
            return index
    return None


class SegmentReader:
    """Reads segments between two indexes of the lines of a body."""

    def __init__(
        self, lines: Sequence[str], fenced: frozenset[int], first_line: int, findings: Findings
    ) -> None:
        self._lines, self._fenced, self._findings = lines, fenced, findings
        self.first_line = first_line

    def read(self, start: int, end: int) -> tuple[Segment, ...]:
        """Return the segments of some lines, in order."""
        found: list[Segment] = []
        prose_start = index = start
        while index < end:
            step = self._special(index, end)
            if step is None:
                index += 1
                continue
            self._keep_prose(prose_start, index, found)
            segment, index = step
            if segment is not None:
                found.append(segment)
            prose_start = index
        self._keep_prose(prose_start, end, found)
        return tuple(found)

    def _special(self, index: int, end: int) -> tuple[Segment | None, int] | None:
        """Return the segment that starts at a line and the index after it; None for prose."""
        line = self._lines[index]
        if index in self._fenced:
            return self._fence(index, end)
        if line.startswith(":::"):
            return self._block(index, end)
        image = _IMAGE.match(line) if "![" in line else None
        if image:
            alternative, path, credit = image.group("alternative", "path", "credit")
            picture = Image(path, alternative.strip(), (credit or "").strip(), self._number(index))
            return picture, index + 1
        return None

    def _fence(self, index: int, end: int) -> tuple[Segment, int]:
        opening = _FENCE.match(self._lines[index])
        marks, name = opening.group("marks", "name") if opening else ("```", "")
        last = _closing_fence(self._lines, index, marks) or end - 1
        text = "\n".join(self._lines[index + 1 : last])
        line = self._number(index + 1)
        if name == _CHART:
            return ChartSource(text, line), last + 1
        if name and nearest(name, (_CHART,)):
            self._findings.error(
                line - 1, f"bloc de code « {name} » : écrire « {_CHART} » pour un graphique"
            )
        return Code(text, line), last + 1

    def _block(self, index: int, end: int) -> tuple[Segment | None, int]:
        opening = _BLOCK_OPENS.match(self._lines[index])
        if opening is None:
            self._findings.error(
                self._number(index),
                "« ::: » sans bloc ouvert : le retirer, ou ajouter son début « ::: cle »",
            )
            return None, index + 1
        kind = opening["kind"]
        self._check_opening(kind, opening["rest"], index)
        last = self._closing_block(index, end)
        if last is None:
            self._findings.error(
                self._number(index),
                f"bloc « {kind} » mal fermé : ajouter « ::: », seul sur sa ligne, à sa fin",
            )
            return None, index + 1
        if kind != "question":
            return Block(kind, self.read(index + 1, last), self._number(index)), last + 1
        return self._question(index, last), last + 1

    def _check_opening(self, kind: str, rest: str, index: int) -> None:
        if kind not in BLOCK_KINDS:
            hint = nearest(kind, BLOCK_KINDS, "blocs possibles")
            self._findings.error(self._number(index), f"bloc « {kind} » inconnu{hint}")
        elif rest.strip():
            self._findings.error(
                self._number(index), f"texte après « ::: {kind} » : le mettre à la ligne suivante"
            )

    def _closing_block(self, start: int, end: int) -> int | None:
        for index in range(start + 1, end):
            if index in self._fenced:
                continue
            if _BLOCK_CLOSES.match(self._lines[index]):
                return index
            if self._lines[index].startswith(":::"):
                return None
        return None

    def _question(self, index: int, last: int) -> Block:
        rule = next(
            (
                line
                for line in range(index + 1, last)
                if line not in self._fenced and _RULE.match(self._lines[line])
            ),
            None,
        )
        if rule is None:
            self._findings.error(
                self._number(index),
                "question sans réponse : séparer la question et la réponse par une ligne « --- »",
            )
            rule = last
        return Block(
            "question", self.read(index + 1, rule), self._number(index), self.read(rule + 1, last)
        )

    def _keep_prose(self, start: int, end: int, found: list[Segment]) -> None:
        while start < end and not self._lines[start].strip():
            start += 1
        while end > start and not self._lines[end - 1].strip():
            end -= 1
        if start < end:
            found.append(Prose(tuple(self._lines[start:end]), self._number(start)))

    def _number(self, index: int) -> int:
        return self.first_line + index
