"""One file → a fiche: read, checked on its own, then rendered and analysed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from tressons_kit.authoring.body import read_body
from tressons_kit.authoring.chart_data import Chart, read_chart
from tressons_kit.authoring.context import Context
from tressons_kit.authoring.findings import Findings
from tressons_kit.authoring.folder import FicheFile
from tressons_kit.authoring.front_matter import FrontMatter, read_front_matter
from tressons_kit.authoring.index_row import IndexRow, index_row
from tressons_kit.authoring.media import ImageUse, check_image
from tressons_kit.authoring.mentions import Mention
from tressons_kit.authoring.naming_checks import check_naming
from tressons_kit.authoring.part_checks import check_parts
from tressons_kit.authoring.prose_checks import ProseChecker
from tressons_kit.authoring.rendering import Renderer
from tressons_kit.authoring.segments import Block, ChartSource, Image, Part, Segment
from tressons_kit.authoring.source_text import read_source
from tressons_kit.authoring.yaml_nodes import MappingNode, parse_yaml
from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import Fiche, Medium
from tressons_kit.domain.fiche_types import RULES, FicheType
from tressons_kit.domain.problem import Problem

_MARK = "---"
_FREE_FIGURES = frozenset({FicheType.NOTE, FicheType.HANDBOOK, FicheType.SESSION})


@dataclass(frozen=True, slots=True)
class CompiledFiche:
    """A fiche ready to be written, with what it brings to the rest of the kit."""

    fiche: Fiche
    index: IndexRow
    charts: tuple[Medium, ...] = ()
    images: tuple[ImageUse, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one file gave; `compiled` is None after an error, or when only checks were asked."""

    name: PurePosixPath
    code: FicheCode
    code_line: int
    problems: tuple[Problem, ...]
    mentions: tuple[Mention, ...] = ()
    compiled: CompiledFiche | None = None


@dataclass(slots=True)
class _Draft:
    front: FrontMatter
    parts: tuple[Part, ...] = ()
    charts: dict[int, Chart] = field(default_factory=dict)
    images: list[ImageUse] = field(default_factory=list)
    mentions: tuple[Mention, ...] = ()


def process_file(file: FicheFile, context: Context, *, rendered: bool) -> Outcome:
    """Check a file and, when asked and when nothing is wrong, compile it."""
    findings = Findings(file.name)
    draft = _read(file, context, findings)
    if draft is None:
        # Its code still counts: links to a fiche that cannot be read today are no mistakes.
        code = FicheCode("") if file.is_given else file.code
        return Outcome(file.name, code, 1, findings.problems)
    compiled = _compile(draft, context) if rendered and not findings.has_errors else None
    front = draft.front
    return Outcome(
        file.name, front.fiche.code, front.code_line, findings.problems, draft.mentions, compiled
    )


def _read(file: FicheFile, context: Context, findings: Findings) -> _Draft | None:
    text = read_source(context.folder / file.name, findings)
    if text is None:
        return None
    header, body, body_line = _split(text, findings)
    node = parse_yaml(header, findings, first_line=2) if header is not None else None
    if not isinstance(node, MappingNode):
        if not findings.has_errors:
            findings.error(2, "en-tête vide ou illisible : écrire « type: … » et « titre: … »")
        return None
    front = read_front_matter(node, context, findings, file.code if file.is_given else None)
    check_naming(file.name, front, findings)
    draft = _Draft(front)
    _read_body(draft, body, body_line, context, findings)
    return draft


def _split(text: str, findings: Findings) -> tuple[str | None, str, int]:
    """Return the header, the body, and the line where the body starts."""
    lines = text.split("\n")
    if lines[0].rstrip() != _MARK:
        findings.error(1, "en-tête absent : commencer le fichier par une ligne « --- »")
        return None, "", 1
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _MARK:
            return "\n".join(lines[1:index]), "\n".join(lines[index + 1 :]), index + 2
    findings.error(1, "en-tête jamais fermé : ajouter une ligne « --- » avant le texte de la fiche")
    return None, "", 1


def _read_body(draft: _Draft, body: str, body_line: int, context: Context, findings: Findings) -> None:
    front = draft.front
    is_free = front.kind is None or not RULES[front.kind].parts
    untitled = (front.fiche.title or "Texte") if is_free else ""
    parts = read_body(body, body_line, findings, untitled=untitled)
    last_line = body_line + body.rstrip("\n").count("\n")
    draft.parts = check_parts(parts, front.kind, last_line, findings)
    checker = ProseChecker(
        findings, frozenset(front.source_lines), with_figures=front.kind not in _FREE_FIGURES
    )
    cited = set(front.figure_sources)
    for part in draft.parts:
        checker.check(part.segments)
        for segment in _all_segments(part.segments):
            if isinstance(segment, Image):
                draft.images.append(check_image(segment, context.folder, findings))
            elif isinstance(segment, ChartSource):
                chart = read_chart(segment, frozenset(front.source_lines), findings)
                if chart is not None:
                    draft.charts[segment.line] = chart
                    cited.add(chart.source)
    _check_cited(front, cited | checker.cited, findings)
    draft.mentions = (*front.mentions, *checker.mentions)


def _all_segments(segments: tuple[Segment, ...]) -> Iterator[Segment]:
    for segment in segments:
        yield segment
        if isinstance(segment, Block):
            yield from _all_segments(segment.content)
            yield from _all_segments(segment.answer)


def _check_cited(front: FrontMatter, cited: set[int], findings: Findings) -> None:
    for number, line in front.source_lines.items():
        if number not in cited:
            findings.warning(
                line,
                f"source {number} jamais citée : ajouter [^{number}] là où elle sert, ou la retirer",
            )


def _compile(draft: _Draft, context: Context) -> CompiledFiche:
    fiche = draft.front.fiche
    renderer = Renderer(fiche.code, fiche.sources, draft.charts)
    fiche = replace(fiche, sections=tuple(renderer.section(part) for part in draft.parts))
    return CompiledFiche(
        fiche, index_row(fiche, context.taxonomy), tuple(renderer.media), tuple(draft.images)
    )
