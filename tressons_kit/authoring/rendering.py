"""Parts of a body → sections: HTML for readers, text for the search and the voice."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tressons_kit.authoring.chart_data import Chart
from tressons_kit.authoring.charts import draw_chart
from tressons_kit.authoring.html_writer import escape, set_typography, to_html, to_lines
from tressons_kit.authoring.markdown_tree import parse_markdown
from tressons_kit.authoring.segments import Block, ChartSource, Code, Image, Part, Prose, Segment
from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import Medium, Section, Source
from tressons_kit.foundation.french import words
from tressons_kit.foundation.typography import french

_SUBHEADINGS = re.compile(r"<h3>(.*?)</h3>")
_TAG = re.compile(r"<[^>]+>")


@dataclass(slots=True)
class Renderer:
    """Renders the parts of one fiche and keeps the charts that it draws on the way."""

    code: FicheCode
    sources: tuple[Source, ...]
    charts: Mapping[int, Chart]
    media: list[Medium] = field(default_factory=list)
    slugs: set[str] = field(default_factory=set)

    def section(self, part: Part) -> Section:
        """Render one part."""
        title = french(part.title)
        html, lines = self._segments(part.segments)
        return Section(self._slug(title), title, html, "\n".join(lines), part.markdown)

    def _segments(self, segments: Iterable[Segment]) -> tuple[str, list[str]]:
        html: list[str] = []
        lines: list[str] = []
        for segment in segments:
            piece, text = self._segment(segment)
            html.append(piece)
            lines.extend(text)
        return "\n".join(html), lines

    def _segment(self, segment: Segment) -> tuple[str, list[str]]:
        if isinstance(segment, Prose):
            return _prose(segment)
        if isinstance(segment, Block):
            return self._block(segment)
        if isinstance(segment, ChartSource):
            return self._chart(self.charts[segment.line])
        if isinstance(segment, Image):
            return _image(segment)
        return _code(segment)

    def _block(self, block: Block) -> tuple[str, list[str]]:
        html, lines = self._segments(block.content)
        if block.kind == "question":
            answer, answer_lines = self._segments(block.answer)
            html += f'<details class="reponse">{answer}</details>'
            lines += answer_lines
        return f'<section class="{escape(block.kind)}">{html}</section>', lines

    def _chart(self, chart: Chart) -> tuple[str, list[str]]:
        name = f"graphiques/{self.code}-{len(self.media) + 1}.svg"
        # The title is drawn in the chart: the caption only says where the figures come from.
        caption = ""
        source = next((source for source in self.sources if source.number == chart.source), None)
        if source is not None:
            origin = ", ".join(part for part in (source.publisher or source.title, source.date) if part)
            caption = f"Source\u00a0: {origin}"
        medium = Medium(name, "image/svg+xml", draw_chart(chart), chart.alternative, caption)
        self.media.append(medium)
        return _figure("graphique", name, chart.alternative, caption), [
            f"{chart.title}. {chart.alternative}"
        ]

    def _slug(self, title: str) -> str:
        slug = base = "-".join(word.form for word in words(title) if word.form.isascii()) or "partie"
        number = 1
        while slug in self.slugs:
            number += 1
            slug = f"{base}-{number}"
        self.slugs.add(slug)
        return slug


def subheadings(section: Section) -> list[str]:
    """Return the level-three headings of a section, as text."""
    return [_TAG.sub("", heading) for heading in _SUBHEADINGS.findall(section.html)]


def _prose(prose: Prose) -> tuple[str, list[str]]:
    root: Element = parse_markdown(prose.lines)
    set_typography(root)
    return to_html(root), to_lines(root)


def _image(image: Image) -> tuple[str, list[str]]:
    alternative, credit = french(image.alternative), french(image.credit)
    return _figure("image", image.path, alternative, credit), [alternative]


def _figure(kind: str, name: str, alternative: str, caption: str) -> str:
    return (
        f'<figure class="{kind}"><img src="media:{escape(name)}" alt="{escape(alternative)}"/>'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )


def _code(code: Code) -> tuple[str, list[str]]:
    return f"<pre><code>{escape(code.text)}</code></pre>", code.text.split("\n")
