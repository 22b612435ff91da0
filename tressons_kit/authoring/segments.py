"""What the body of a fiche is made of, before any HTML."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prose:
    """Lines of plain Markdown."""

    lines: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the folder, alone on its line."""

    path: str
    alternative: str
    credit: str
    line: int


@dataclass(frozen=True, slots=True)
class ChartSource:
    """The YAML of a chart; `line` is that of its first line of YAML."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Code:
    """A block of text to show as it is typed."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A `:::` block; `answer` is what a question folds."""

    kind: str
    content: tuple["Segment", ...]
    line: int
    answer: tuple["Segment", ...] = ()


Segment = Prose | Image | ChartSource | Code | Block


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading; `markdown` is the author's text of it."""

    title: str
    line: int
    segments: tuple[Segment, ...]
    markdown: str
