"""A comparison → HTML: a table of equal columns for each of its sections, for a screen or for paper.

Only classes say how it looks: the style sheets of the screen and of paper are apart. The heading of a
row is repeated in each cell, which stays clear where columns go out of sight or onto another page.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from tressons_kit.domain.comparison import ComparedFiche, Comparison, FacetRow, PartRow
from tressons_kit.domain.fiche import KeyFigure, Source
from tressons_kit.domain.freshness import judge_freshness
from tressons_kit.exports.comparison_blocks import column_html, source_anchor
from tressons_kit.exports.printed_blocks import web_address
from tressons_kit.foundation.freshness_words import freshness_line
from tressons_kit.foundation.texts import Texts

FOLD_SCHEME = "pareil"
"""The link that shows what is the same, or folds it again."""

DIFFERING, FIGURES, ALIKE, PARTS, SOURCES = "differe", "chiffres", "pareil", "parties", "sources"
"""Anchors of the sections; each part has `partie-N`, from 0."""

_SHORT_VALUE = 12
"""Characters that fit on one line of a narrow column; a longer value is set smaller."""


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """How it is shown: `unfolded` with what is the same, `on_paper` with the fiches at its head."""

    texts: Texts
    today: date
    unfolded: bool = False
    on_paper: bool = False


def comparison_html(comparison: Comparison, view: ComparisonView) -> str:
    """Write the whole page."""
    sections = (
        *_summaries(comparison, view),
        *_differing(comparison, view),
        *_figures(comparison, view),
        *_alike(comparison, view),
        *_parts(comparison, view),
        *_sources(comparison, view),
    )
    # Qt's HTML makes of the narrow no-break space one that breaks.
    return f"<body>{''.join(sections)}</body>".replace("\u202f", "\u00a0")


def part_anchor(position: int) -> str:
    """Return the anchor of a part by its place in the comparison."""
    return f"partie-{position}"


def contents(comparison: Comparison, texts: Texts) -> list[tuple[str, str]]:
    """Return the title and the anchor of each section and of each part, in order."""
    found = [(texts("Ce qui diffère"), DIFFERING)]
    if _has_figures(comparison):
        found.append((texts("Chiffres clés"), FIGURES))
    if comparison.alike:
        found.append((texts("Ce qui est pareil"), ALIKE))
    found += [(row.title, part_anchor(number)) for number, row in enumerate(comparison.parts)]
    if any(column.fiche.sources for column in comparison.columns):
        found.append((texts("Sources"), SOURCES))
    return found


def _has_figures(comparison: Comparison) -> bool:
    return any(column.fiche.figures for column in comparison.columns)


def _title(words: str, anchor: str) -> str:
    return f'<h2><a name="{anchor}"></a>{escape(words)}</h2>'


def _table(rows: Sequence[str], comparison: Comparison, view: ComparisonView) -> str:
    head = _head(comparison) if view.on_paper else ""
    return f'<table width="100%" cellspacing="0" cellpadding="0">{head}{"".join(rows)}</table>'


def _head(comparison: Comparison) -> str:
    """Name the columns; on paper the head of a table is drawn again on each of its pages."""
    cells = [
        f'<p class="column"><b>{column.fiche.code}</b> · {escape(column.fiche.title)}</p>'
        for column in comparison.columns
    ]
    return f"<thead>{_row(cells, 'head')}</thead>"


def _row(cells: Sequence[str], kind: str = "cell") -> str:
    width = 100 / len(cells)
    made = "".join(f'<td width="{width:.2f}%" class="{kind}">{cell}</td>' for cell in cells)
    return f"<tr>{made}</tr>"


def _summaries(comparison: Comparison, view: ComparisonView) -> Iterator[str]:
    """Write what each fiche is about; on paper its place and its freshness too."""
    cells = [
        _identity(column, view) * view.on_paper
        + f'<p class="summary">{escape(column.fiche.summary)}</p>' * bool(column.fiche.summary)
        for column in comparison.columns
    ]
    if any(cells):
        yield _table([_row(cells)], comparison, view)


def _identity(column: ComparedFiche, view: ComparisonView) -> str:
    fiche = column.fiche
    freshness = judge_freshness(fiche.verified_on, fiche.review_before, view.today)
    lines = (column.place, freshness_line(freshness, view.texts) if freshness else "")
    return "".join(f'<p class="dated">{escape(line)}</p>' for line in lines if line)


def _differing(comparison: Comparison, view: ComparisonView) -> Iterator[str]:
    texts = view.texts
    yield _title(texts("Ce qui diffère"), DIFFERING)
    if comparison.differing:
        yield _table([_facet(row, texts) for row in comparison.differing], comparison, view)
    else:
        yield f"<p>{texts('Ces fiches ont les mêmes repères : thème, étape, territoire…')}</p>"


def _alike(comparison: Comparison, view: ComparisonView) -> Iterator[str]:
    rows, texts = comparison.alike, view.texts
    if not rows:
        return
    count = len(rows)
    title = texts.plural("Ce qui est pareil ({})", "Ce qui est pareil ({})", count).format(count)
    yield _title(title, ALIKE)
    if not view.on_paper:
        words = texts("Replier") if view.unfolded else texts("Montrer")
        yield f'<p><a href="{FOLD_SCHEME}:">{words}</a></p>'
    if view.unfolded or view.on_paper:
        yield "".join(
            f'<p class="same"><b>{escape(row.label)}\u00a0:</b> {escape(", ".join(row.values[0]))}</p>'
            for row in rows
        )


def _facet(row: FacetRow, texts: Texts) -> str:
    shared = row.shared
    return _row(
        [
            f'<p class="label">{escape(row.label)}</p>{_labels(values, shared, texts)}'
            for values in row.values
        ]
    )


def _labels(values: Sequence[str], shared: frozenset[str], texts: Texts) -> str:
    """Write what a fiche says; what the others do not all say is bold."""
    if not values:
        return f'<p class="absent">{texts("Non précisé")}</p>'
    said = (
        f'<span class="shared">{escape(value)}</span>' if value in shared else f"<b>{escape(value)}</b>"
        for value in values
    )
    return f'<p class="values">{"<br/>".join(said)}</p>'


def _figures(comparison: Comparison, view: ComparisonView) -> Iterator[str]:
    if not _has_figures(comparison):
        return
    codes, texts = comparison.codes, view.texts
    nothing = f'<p class="absent">{texts("Pas de chiffre sur ce point")}</p>'
    rows = [
        _row(
            [
                _figure(figure, code) if figure else nothing
                for figure, code in zip(row.figures, codes, strict=True)
            ]
        )
        for row in comparison.figures
    ]
    if any(comparison.other_figures):
        rows.append(
            _row(
                [
                    "".join(_figure(figure, code) for figure in figures)
                    or f'<p class="absent">{texts("Pas d’autre chiffre")}</p>'
                    for figures, code in zip(comparison.other_figures, codes, strict=True)
                ]
            )
        )
    yield _title(texts("Chiffres clés"), FIGURES)
    yield _table(rows, comparison, view)


def _figure(figure: KeyFigure, code: str) -> str:
    size = "value" if len(figure.value) <= _SHORT_VALUE else "wordy"
    what = f'<p class="what">{escape(figure.label)}</p>'
    note = ""
    if figure.source:
        anchor = source_anchor(code, figure.source)
        note = f' <sup><a href="#{anchor}">{figure.source}</a></sup>'
    dated = f'<p class="dated">{escape(figure.date or "")}{note}</p>' if figure.date or note else ""
    return f'<p class="{size}">{escape(figure.value)}</p>{what}{dated}'


def _parts(comparison: Comparison, view: ComparisonView) -> Iterator[str]:
    if not comparison.parts:
        return
    yield _title(view.texts("Partie par partie"), PARTS)
    rows = [_part(row, number, comparison, view) for number, row in enumerate(comparison.parts)]
    yield _table(rows, comparison, view)


def _part(row: PartRow, number: int, comparison: Comparison, view: ComparisonView) -> str:
    texts = view.texts
    absent = texts("Cette fiche n’a pas de partie « {} ».").format(row.title)
    anchors = (f'<a name="{part_anchor(number)}"></a>', *[""] * len(row.sections))
    return _row(
        [
            f"<h3>{anchor}{escape(row.title)}</h3>"
            + (
                column_html(section.html, code, texts, on_paper=view.on_paper)
                if section
                else f'<p class="absent">{escape(absent)}</p>'
            )
            for section, code, anchor in zip(row.sections, comparison.codes, anchors, strict=False)
        ]
    )


def _sources(comparison: Comparison, view: ComparisonView) -> Iterator[str]:
    write: Callable[[Source], str] = _linked_title if view.on_paper else _plain_title
    cells = [
        "".join(_source(source, column.fiche.code, write) for source in column.fiche.sources)
        for column in comparison.columns
    ]
    if any(cells):
        yield _title(view.texts("Sources"), SOURCES)
        yield _table([_row(cells)], comparison, view)


def _source(source: Source, code: str, write: Callable[[Source], str]) -> str:
    about = ", ".join(escape(part) for part in (source.publisher, source.date) if part)
    anchor = f'<a name="{source_anchor(code, source.number)}"></a>'
    line = f"{anchor}{source.number}.\u00a0{write(source)}"
    return f'<p class="source">{line}{f", {about}" if about else ""}</p>'


def _plain_title(source: Source) -> str:
    return escape(source.title)


def _linked_title(source: Source) -> str:
    # A kit may come from anywhere: only the web is a link, whatever the field says.
    if source.address and source.address.startswith(("https://", "http://")):
        return f'<a href="{web_address(source.address)}">{escape(source.title)}</a>'
    return escape(source.title)
