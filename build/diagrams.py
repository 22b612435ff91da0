"""Draws the diagrams of the fiches: diagrams.yaml → content/images/*.svg. `make schemas`.

Boxes in rows, joined from one row to the next, or a tree of questions. The colours are the four that
the reader follows in every theme (docs/format-des-fiches.md).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
INK, SOFT, ACCENT = "#1f2a24", "#55625b", "#2f6b4f"
WIDTH, MARGIN, GAP, BETWEEN = 640, 10, 20, 46
FONT, LINE, PADDING = 14, 18, 14
# Measured on the bundled family, for our longest lines: units a letter takes, in bold and not.
BOLD_LETTER, LETTER = 7.6, 6.9


@dataclass(frozen=True, slots=True)
class Box:
    """A head in bold, lines under it; `kind` is `plein`, `trait` or `leger`."""

    head: str
    lines: tuple[str, ...]
    kind: str
    left: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return self.left + self.width / 2

    @property
    def bottom(self) -> float:
        return self.top + self.height


def draw(title: str, description: dict[str, Any]) -> str:
    """Return the SVG of one diagram."""
    body = _tree(description["arbre"]) if "arbre" in description else _rows(description["rangs"])
    parts, height = list(body), 0.0
    height = max(
        float(part.split('data-bottom="')[1].split('"')[0]) for part in parts if "data-" in part
    )
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height + MARGIN:g}"'
        f' viewBox="0 0 {WIDTH} {height + MARGIN:g}"\n'
        '  font-family="Atkinson Hyperlegible Next" stroke-linecap="round" stroke-linejoin="round">\n'
        f"  <title>{escape(title)}</title>\n"
    )
    drawn = "".join(f"  {_without_mark(part)}\n" for part in parts)
    return f"{head}{drawn}</svg>\n"


def _without_mark(part: str) -> str:
    if "data-bottom" not in part:
        return part
    start = part.index(" data-bottom")
    return part[:start] + part[part.index('"', start + 14) + 1 :]


def _rows(rows: list[list[dict[str, Any]]]) -> Iterator[str]:
    top, above = float(MARGIN), []
    for row in rows:
        shares = [float(box.get("part", 1)) for box in row]
        room = WIDTH - 2 * MARGIN - GAP * (len(row) - 1)
        height = max(len(box.get("lignes", ())) + 1 for box in row) * LINE + 2 * PADDING
        left, boxes = float(MARGIN), []
        for box, share in zip(row, shares, strict=True):
            width = room * share / sum(shares)
            made = Box(
                box["tete"],
                tuple(box.get("lignes", ())),
                box.get("trait", "leger"),
                left,
                top,
                width,
                height,
            )
            boxes.append(made)
            left += width + GAP
        yield from _joins(above, boxes)
        for made in boxes:
            yield from _box(made)
        above, top = boxes, top + height + BETWEEN


def _joins(above: list[Box], below: list[Box]) -> Iterator[str]:
    """Join two rows: one to one when they are as many, else through a bar."""
    if not above:
        return
    start, end = above[0].bottom, below[0].top
    if len(above) == len(below):
        for upper, lower in zip(above, below, strict=True):
            yield from _arrow(upper.middle, start, lower.middle, end)
        return
    bar = (start + end) / 2 - 4
    middles = [box.middle for box in (*above, *below)]
    for upper in above:
        yield _line(f"M{upper.middle:g} {start:g}V{bar:g}")
    yield _line(f"M{min(middles):g} {bar:g}H{max(middles):g}")
    for lower in below:
        yield from _arrow(lower.middle, bar, lower.middle, end)


def _tree(questions: list[dict[str, Any]]) -> Iterator[str]:
    """Draw questions one under the other, and beside each what to do if the answer is yes."""
    top, before = float(MARGIN), None
    for question in questions:
        count = max(len(question["question"]), len(question["oui"]))
        height = count * LINE + 2 * PADDING
        asked = Box(
            question["question"][0],
            tuple(question["question"][1:]),
            "trait",
            MARGIN,
            top,
            318,
            height,
        )
        answer = Box(question["oui"][0], tuple(question["oui"][1:]), "plein", 390, top, 240, height)
        if before is not None:
            yield from _arrow(asked.middle, before.bottom, asked.middle, asked.top)
            yield _text(asked.middle + 20, (before.bottom + asked.top) / 2 + 5, "non")
        yield from _box(asked)
        yield from _arrow(asked.left + asked.width, top + height / 2, answer.left, top + height / 2)
        yield _text(358, top + height / 2 - 8, "oui")
        yield from _box(answer)
        before, top = asked, top + height + 36


def _box(box: Box) -> Iterator[str]:
    widths = [(box.head, BOLD_LETTER), *((line, LETTER) for line in box.lines)]
    for text, letter in widths:
        if len(text) * letter > box.width - 8:
            sys.exit(f"Trop long pour sa boîte ({box.width:g}) : « {text} »")
    fill = f'fill="{ACCENT}" fill-opacity="0.12"' if box.kind == "plein" else 'fill="none"'
    stroke = f'stroke="{SOFT}" stroke-width="1.5"'
    if box.kind != "leger":
        stroke = f'stroke="{ACCENT}" stroke-width="2"'
    yield (
        f'<rect x="{box.left:g}" y="{box.top:g}" width="{box.width:g}" height="{box.height:g}" rx="8"'
        f' {fill} {stroke} data-bottom="{box.bottom:g}"/>'
    )
    texts = (box.head, *box.lines)
    first = box.top + (box.height - len(texts) * LINE) / 2 + FONT
    for number, text in enumerate(texts):
        yield _text(box.middle, first + number * LINE, text, bold=not number)


def _text(x: float, y: float, text: str, *, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{FONT}" fill="{INK}" text-anchor="middle"{weight}>'
        f"{escape(text)}</text>"
    )


def _arrow(x1: float, y1: float, x2: float, y2: float) -> Iterator[str]:
    """Draw a line that ends two units before its target, with its point."""
    if x1 == x2:
        yield _line(f"M{x1:g} {y1:g}V{y2 - 3:g}")
        yield _line(f"M{x2 - 4:g} {y2 - 9:g}L{x2:g} {y2 - 3:g}L{x2 + 4:g} {y2 - 9:g}")
    elif y1 == y2:
        yield _line(f"M{x1:g} {y1:g}H{x2 - 3:g}")
        yield _line(f"M{x2 - 9:g} {y2 - 4:g}L{x2 - 3:g} {y2:g}L{x2 - 9:g} {y2 + 4:g}")
    else:
        half = (y1 + y2) / 2
        yield _line(f"M{x1:g} {y1:g}V{half:g}H{x2:g}")
        yield from _arrow(x2, half, x2, y2)


def _line(path: str) -> str:
    return f'<path d="{path}" fill="none" stroke="{SOFT}" stroke-width="1.5"/>'


def main() -> None:
    """Write every diagram again."""
    described = yaml.safe_load((ROOT / "build" / "diagrams.yaml").read_text(encoding="utf-8"))
    for name, description in described.items():
        drawn = draw(description["titre"], description)
        (ROOT / "content" / "images" / f"{name}.svg").write_text(drawn, encoding="utf-8")
    print(f"{len(described)} schémas dessinés.")


if __name__ == "__main__":
    main()
