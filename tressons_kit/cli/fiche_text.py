"""A fiche as text for a terminal: title block, key figures, parts, sources."""

import textwrap
from collections.abc import Iterator
from datetime import date

from tressons_kit.cli.flowing_text import flowing_text
from tressons_kit.cli.source_words import source_words
from tressons_kit.domain.fiche import Fiche, KeyFigure
from tressons_kit.domain.freshness import FreshnessState, judge_freshness
from tressons_kit.domain.taxonomy import TYPE_FACET, Taxonomy
from tressons_kit.foundation.figure_words import figure_date
from tressons_kit.foundation.freshness_words import freshness_line, freshness_reason
from tressons_kit.foundation.texts import Texts

COLUMNS = 90


def fiche_text(fiche: Fiche, taxonomy: Taxonomy, place: str, today: date, texts: Texts) -> str:
    """Write the whole fiche, wrapped at COLUMNS."""
    return "\n".join(
        (
            *_title_block(fiche, taxonomy, place, today, texts),
            *_figures(fiche, texts),
            *_sections(fiche, texts),
            *_sources(fiche, texts),
        )
    )


def _title_block(
    fiche: Fiche, taxonomy: Taxonomy, place: str, today: date, texts: Texts
) -> Iterator[str]:
    parts = (fiche.code, taxonomy.label(TYPE_FACET, fiche.type), place)
    yield " · ".join(part for part in parts if part)
    yield from _underlined(fiche.title, "=")
    if fiche.summary:
        yield ""
        yield from _wrapped(fiche.summary)
    freshness = judge_freshness(fiche.verified_on, fiche.review_before, today)
    if freshness:
        yield ""
        yield from _wrapped(f"{freshness_line(freshness, texts)}.")
        if freshness.state is not FreshnessState.VERIFIED:
            yield from _wrapped(freshness_reason(freshness, texts))


def _figures(fiche: Fiche, texts: Texts) -> Iterator[str]:
    if fiche.figures:
        yield ""
    widest = max((len(figure.value) for figure in fiche.figures), default=0)
    for figure in fiche.figures:
        yield from _wrapped(
            _figure_words(figure, fiche, texts), f"  {figure.value:>{widest}}  ", " " * (widest + 4)
        )


def _figure_words(figure: KeyFigure, fiche: Fiche, texts: Texts) -> str:
    source = next((one for one in fiche.sources if one.number == figure.source), None)
    date = figure_date(figure, source, texts)
    dated = f" ({date})" if date else ""
    return f"{figure.label}{dated}{f'[{figure.source}]' if figure.source else ''}"


def _sections(fiche: Fiche, texts: Texts) -> Iterator[str]:
    for section in fiche.sections:
        yield ""
        yield from _underlined(section.title, "-")
        yield ""
        yield flowing_text(section.html, COLUMNS, texts)


def _sources(fiche: Fiche, texts: Texts) -> Iterator[str]:
    if not fiche.sources:
        return
    yield ""
    yield from _underlined(texts("Sources"), "-")
    yield ""
    for source in fiche.sources:
        mark = f"[{source.number}] "
        yield from _wrapped(source_words(source), mark, " " * len(mark))
        if source.address:
            # Never cut: an address is copied whole or is useless.
            yield " " * len(mark) + source.address


def _underlined(title: str, line: str) -> Iterator[str]:
    lines = _wrapped(title)
    yield from lines
    yield line * max(map(len, lines), default=0)


def _wrapped(text: str, first: str = "", following: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        COLUMNS,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )
