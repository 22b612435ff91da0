"""A fiche → the page that the reader shows, in the subset of HTML and CSS that Qt's text knows.

The kit's own HTML is turned by `blocks.py`; everything else that comes from the kit is escaped.
"""

from collections.abc import Iterator, Sequence
from html import escape

from tressons_kit.domain.depths import Depth, shown_sections
from tressons_kit.domain.fiche import Fiche, KeyFigure, Section, Source
from tressons_kit.domain.freshness import FreshnessState, judge_freshness
from tressons_kit.domain.taxonomy import (
    DEPARTMENT_FACET,
    REGION_FACET,
    TYPE_FACET,
)
from tressons_kit.foundation.figure_words import figure_date
from tressons_kit.foundation.freshness_words import freshness_line
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.freshness_signs import FRESHNESS_SIGNS
from tressons_kit.ui.reader.blocks import key_messages, write_blocks, write_sections
from tressons_kit.ui.reader.locator import is_on_the_map
from tressons_kit.ui.reader.narrow_spaces import hold_narrow_spaces
from tressons_kit.ui.reader.page_foot import (
    cited_sources,
    name_sources,
    write_colophon,
    write_neighbours,
    write_sources,
)
from tressons_kit.ui.reader.surroundings import Surroundings

DRAWING_SCHEME, LOCATOR_SCHEME = "drawing", "carte"
KEYS_ANCHOR = "a-retenir"
_SHORT_VALUE = 11
"""Characters that fit on one line of a card; a longer value is set smaller."""
_NOT_SHOWN_AS_TAGS = frozenset(
    {TYPE_FACET, REGION_FACET, DEPARTMENT_FACET, "axes", "publics", "etapes"}
)


def fiche_page(fiche: Fiche, around: Surroundings) -> str:
    """Write the page of a fiche, as far as its depth goes; narrow spaces are held for the document."""
    shown = shown_sections(fiche.type, fiche.sections, around.depth)
    hidden = hidden_sections(fiche, around.depth)
    content = "".join(
        (
            *_title_block(fiche, around),
            *_figures(fiche, around),
            *_keys(hidden, around),
            *write_sections(fiche, shown, around),
            *_rest(hidden, around),
        )
    )
    sources = fiche.sources if around.depth is Depth.FULL else cited_sources(fiche, content)
    neighbours = () if around.depth is Depth.BRIEF else write_neighbours(fiche, around)
    page = (
        "<body>",
        content,
        *(name_sources if around.depth is Depth.BRIEF else write_sources)(sources, around),
        *neighbours,
        *write_colophon(fiche, around),
        "</body>",
    )
    return hold_narrow_spaces("".join(page))


def hidden_sections(fiche: Fiche, depth: Depth) -> tuple[Section, ...]:
    """Return the parts that a depth leaves out."""
    shown = shown_sections(fiche.type, fiche.sections, depth)
    return tuple(section for section in fiche.sections if section not in shown)


def _title_block(fiche: Fiche, around: Surroundings) -> Iterator[str]:
    p, texts = around.palette, around.texts
    hue = p.type_colour(fiche.type)
    kind = around.taxonomy.label(TYPE_FACET, fiche.type)
    place = f" · {escape(around.place)}" if around.place else ""
    # Where it happens says more than what kind of fiche it is, and there is room for one of them.
    picture = f"{LOCATOR_SCHEME}:" if is_on_the_map(fiche.places) else f"{DRAWING_SCHEME}:{fiche.type}"
    yield f'<img src="{picture}" style="float:right"/>'
    yield (
        f'<p class="meta"><span style="background-color:{hue};color:{p.surface};font-weight:700">'
        f"\u00a0{fiche.code}\u00a0</span> "
        f'<span style="color:{hue};font-weight:700">{escape(kind)}</span>{place}</p>'
    )
    yield f"<h1>{escape(fiche.title)}</h1>"
    yield from _freshness(fiche, around)
    if fiche.summary:
        yield f'<p class="summary">{escape(fiche.summary)}</p>'
    tags = [
        around.taxonomy.label(facet, term)
        for facet in (facet.id for facet in around.taxonomy)
        if facet not in _NOT_SHOWN_AS_TAGS
        for term in fiche.facets.get(facet, ())
    ]
    if fiche.started:
        tags.append(_years(fiche, texts))
    if tags:
        yield f'<p class="tags">{escape(" · ".join(tags))}</p>'


def _years(fiche: Fiche, texts: Texts) -> str:
    if fiche.ended:
        return f"{fiche.started}-{fiche.ended}"
    return texts("depuis {}").format(fiche.started)


def _freshness(fiche: Fiche, around: Surroundings) -> Iterator[str]:
    freshness = judge_freshness(fiche.verified_on, fiche.review_before, around.today)
    if freshness is None:
        return
    look = "quiet" if freshness.state is FreshnessState.VERIFIED else "late"
    icon, role = FRESHNESS_SIGNS[freshness.state]
    line = escape(freshness_line(freshness, around.texts))
    yield (
        f'<p class="fresh"><img src="icone:{icon}/{role}" style="vertical-align:middle"/>\u00a0'
        f'<a class="{look}" href="fraicheur:">{line}</a></p>'
    )


def _figures(fiche: Fiche, around: Surroundings) -> Iterator[str]:
    figures, columns = fiche.figures, around.cards_a_row
    if not figures:
        return
    sources = {source.number: source for source in fiche.sources}
    width = 100 // columns
    yield '<table width="100%" cellspacing="6" cellpadding="10" style="margin:6px 0 6px 0">'
    for start in range(0, len(figures), columns):
        row = figures[start : start + columns]
        yield "<tr>"
        for figure in row:
            yield f'<td width="{width}%" bgcolor="{around.palette.accent_tint}" valign="top">'
            yield f"{_card(figure, sources.get(figure.source or 0), around.texts)}</td>"
        # Fewer cards than columns: an empty cell keeps the last ones from stretching.
        yield f'<td width="{width}%"></td>' * (columns - len(row))
        yield "</tr>"
    yield "</table>"


def _card(figure: KeyFigure, source: Source | None, texts: Texts) -> str:
    size = "value" if len(figure.value) <= _SHORT_VALUE else "wordy"
    note = f'\u00a0<sup><a href="source:{source.number}">{source.number}</a></sup>' if source else ""
    dated = (figure_date(figure, source, texts), source.publisher if source else None)
    origin = escape(" · ".join(part for part in dated if part))
    foot = f'<p class="foot">{origin}{note}</p>' if origin or note else ""
    return (
        f'<p class="{size}">{escape(figure.value)}</p><p class="what">{escape(figure.label)}</p>{foot}'
    )


def _keys(hidden: Sequence[Section], around: Surroundings) -> Iterator[str]:
    """Write the key messages of the parts that are left out: those shown have theirs in place."""
    keys = key_messages(hidden)
    if keys:
        yield f'<h2><a name="{KEYS_ANCHOR}"></a>{around.texts("À retenir")}</h2>'
        yield write_blocks("".join(keys), 0, around)


def _rest(hidden: Sequence[Section], around: Surroundings) -> Iterator[str]:
    """Say what more there is to read, and lead to it."""
    if not hidden:
        return
    texts = around.texts
    parts = "\u00a0· ".join(
        f'<a href="partie:{section.slug}">{escape(section.title)}</a>' for section in hidden
    )
    whole = f'<a href="profondeur:{Depth.FULL}">{texts("Lire la fiche complète")}</a>'
    yield f'<hr/><p class="rest">{texts("Aussi dans cette fiche :")} {parts}</p>'
    yield f'<p class="rest"><b>{whole}</b></p>'
