"""A fiche → the page that the reader shows, in the subset of HTML and CSS that Qt's text knows.

The kit's HTML is of our own making (docs/format-du-kit.md), so its few blocks are found by their
opening and closing tags. Everything else that comes from the kit is escaped.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape, unescape

from tressons_kit.domain.fiche import Fiche, KeyFigure, RelatedFiche, Source
from tressons_kit.domain.taxonomy import (
    DEPARTMENT_FACET,
    REGION_FACET,
    TYPE_FACET,
    Taxonomy,
)
from tressons_kit.foundation.dates import month_and_year
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.theme import (
    BODY,
    DISPLAY,
    HEADING,
    READING,
    SMALL,
    TITLE,
    Palette,
    pixels,
)

DRAWING_SCHEME = "drawing"
SOURCES_ANCHOR = "sources"
RELATED_ANCHOR = "a-lire-aussi"
_FIGURES_A_ROW = 3
_SHORT_VALUE = 11
"""Characters that fit on one line of a card; a longer value is set smaller."""
_NOT_SHOWN_AS_TAGS = frozenset(
    {TYPE_FACET, REGION_FACET, DEPARTMENT_FACET, "axes", "publics", "etapes"}
)
_DETAILS = re.compile(r'<details class="reponse">(.*?)</details>', re.DOTALL)
_NOTE = re.compile(r"<sup>.*?</sup>")
_BLOCK_END = re.compile(r"</(?:p|li|h3|h4|td|th|pre|blockquote|figcaption)>|<br/>")
_TAG = re.compile(r"<[^>]+>")
_SECTION = re.compile(r'<section class="(cle|formateur|question)">')


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page needs beyond its fiche."""

    related: Sequence[RelatedFiche]
    taxonomy: Taxonomy
    texts: Texts
    palette: Palette
    today: date
    place: str = ""
    opened_answers: Collection[int] = ()


def answer_texts(fiche: Fiche) -> dict[int, str]:
    """Return what each answer says, by its number in the page, a paragraph a line."""
    answers = (found[1] for section in fiche.sections for found in _DETAILS.finditer(section.html))
    return {number: _as_text(answer) for number, answer in enumerate(answers, start=1)}


def _as_text(html: str) -> str:
    lines = _BLOCK_END.sub("\n", _NOTE.sub(" ", html))
    return unescape(_TAG.sub("", lines)).strip()


def reader_style(palette: Palette, scale: float) -> str:
    """Write the style sheet of the page; Qt reads a part of CSS only."""
    p = palette
    small, body, reading, heading, title, display = (
        pixels(size, scale) for size in (SMALL, BODY, READING, HEADING, TITLE, DISPLAY)
    )
    return f"""
body {{ font-size: {reading}px; color: {p.ink}; }}
p, li {{ line-height: 122%; }}
p {{ margin: 0 0 {reading * 2 // 3}px 0; }}
li {{ margin: 0 0 {reading // 3}px 0; }}
h1 {{ font-size: {display}px; font-weight: 700; margin: 6px 0 10px 0; }}
h2 {{ font-size: {title}px; font-weight: 700; margin: {title + 8}px 0 10px 0; }}
h3 {{ font-size: {heading}px; font-weight: 700; margin: {heading}px 0 6px 0; }}
h4 {{ font-size: {reading}px; font-weight: 700; }}
a {{ color: {p.accent}; text-decoration: underline; }}
sup a {{ text-decoration: none; font-weight: 700; }}
.meta {{ font-size: {body}px; color: {p.soft_ink}; margin: 0; }}
.summary {{ font-size: {heading}px; line-height: 114%; }}
.small {{ font-size: {small}px; color: {p.soft_ink}; }}
.tags {{ font-size: {body}px; color: {p.soft_ink}; }}
.label {{ font-size: {small}px; font-weight: 700; color: {p.soft_ink}; margin: 0 0 4px 0; }}
.value {{ font-size: {title}px; font-weight: 700; color: {p.accent}; margin: 0; line-height: 100%; }}
.wordy {{ font-size: {reading}px; font-weight: 700; color: {p.accent}; margin: 0; line-height: 104%; }}
.what {{ font-size: {body}px; margin: 0 0 4px 0; line-height: 104%; }}
.key {{ font-size: {heading}px; font-weight: 500; margin: 0; line-height: 114%; }}
.tableau td, .tableau th {{
    padding: 7px 9px; font-size: {body}px; border-bottom: 1px solid {p.line}; vertical-align: top;
}}
.tableau th {{ background-color: {p.hover}; font-weight: 700; text-align: left; }}
figcaption, .caption {{ font-size: {small}px; color: {p.soft_ink}; }}
blockquote {{ margin-left: 24px; color: {p.soft_ink}; }}
"""


def fiche_page(fiche: Fiche, around: Surroundings) -> str:
    """Write the whole page of a fiche."""
    page = "".join(
        (
            "<body>",
            *_title_block(fiche, around),
            *_figures(fiche.figures, around),
            *_sections(fiche, around),
            *_sources(fiche.sources, around),
            *_related(around),
            *_colophon(fiche, around),
            "</body>",
        )
    )
    return unbroken(page)


def unbroken(text: str) -> str:
    """Keep numbers on one line.

    Qt's HTML turns the narrow no-break space into a space that breaks: « 500 » at the end of a line,
    « 000 € » on the next. The wide one is kept as it is.
    """
    return text.replace("\u202f", "\u00a0")


def _title_block(fiche: Fiche, around: Surroundings) -> Iterator[str]:
    p, texts = around.palette, around.texts
    hue = p.type_colour(fiche.type)
    kind = around.taxonomy.label(TYPE_FACET, fiche.type)
    place = f" · {escape(around.place)}" if around.place else ""
    yield f'<img src="{DRAWING_SCHEME}:{fiche.type}" style="float:right"/>'
    yield (
        f'<p class="meta"><span style="background-color:{hue};color:{p.surface};font-weight:700">'
        f"\u00a0{fiche.code}\u00a0</span> "
        f'<span style="color:{hue};font-weight:700">{escape(kind)}</span>{place}</p>'
    )
    yield f"<h1>{escape(fiche.title)}</h1>"
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
    yield from _freshness(fiche, around)


def _years(fiche: Fiche, texts: Texts) -> str:
    if fiche.ended:
        return f"{fiche.started}-{fiche.ended}"
    return texts("depuis {}").format(fiche.started)


def _freshness(fiche: Fiche, around: Surroundings) -> Iterator[str]:
    texts = around.texts
    if fiche.verified_on is None:
        return
    verified = texts("Vérifié en {}").format(month_and_year(fiche.verified_on))
    if fiche.review_before and fiche.review_before < around.today:
        late = texts("à revoir depuis {} : des informations ont pu changer").format(
            month_and_year(fiche.review_before)
        )
        yield (
            f'<p class="small">{verified} · '
            f'<span style="color:{around.palette.focus};font-weight:700">{late}</span></p>'
        )
    elif fiche.review_before:
        until = texts("à revoir avant {}").format(month_and_year(fiche.review_before))
        yield f'<p class="small">{verified} · {until}</p>'


def _figures(figures: Sequence[KeyFigure], around: Surroundings) -> Iterator[str]:
    if not figures:
        return
    p = around.palette
    width = 100 // _FIGURES_A_ROW
    yield '<table width="100%" cellspacing="6" cellpadding="10" style="margin:6px 0 6px 0">'
    for start in range(0, len(figures), _FIGURES_A_ROW):
        yield "<tr>"
        row = figures[start : start + _FIGURES_A_ROW]
        for figure in row:
            note = f" <sup>{_note(figure.source)}</sup>" if figure.source else ""
            size = "value" if len(figure.value) <= _SHORT_VALUE else "wordy"
            dated = f'<p class="small">{escape(figure.date)}{note}</p>' if figure.date else note
            yield (
                f'<td width="{width}%" bgcolor="{p.accent_tint}" valign="top">'
                f'<p class="{size}">{escape(figure.value)}</p>'
                f'<p class="what">{escape(figure.label)}</p>{dated}</td>'
            )
        # Fewer cards than columns: an empty cell keeps the last ones from stretching.
        yield f'<td width="{width}%"></td>' * (_FIGURES_A_ROW - len(row))
        yield "</tr>"
    yield "</table>"


def _note(number: int) -> str:
    return f'<a href="source:{number}">{number}</a>'


def _sections(fiche: Fiche, around: Surroundings) -> Iterator[str]:
    answers = 0
    for section in fiche.sections:
        yield f'<h2><a name="{section.slug}"></a>{escape(section.title)}</h2>'
        html, answers = _blocks(section.html, answers, around)
        yield html


def _blocks(html: str, first_answer: int, around: Surroundings) -> tuple[str, int]:
    """Turn the blocks of a section into what Qt can draw; return it with the next answer's number."""
    texts, p = around.texts, around.palette
    number = first_answer

    def answer(match: re.Match[str]) -> str:
        nonlocal number
        number += 1
        if number in around.opened_answers:
            return f'{match[1]}<p><a href="reponse:{number}">{texts("Replier la réponse")}</a></p>'
        return f'<p><a href="reponse:{number}">{texts("Voir la réponse")}</a></p>'

    def opening(match: re.Match[str]) -> str:
        kind = match[1]
        label = {
            "cle": "",
            "formateur": texts("POUR LA PERSONNE QUI ANIME"),
            "question": texts("QUE FERIEZ-VOUS ?"),
        }[kind]
        colour = {"cle": p.accent_tint, "formateur": p.hover, "question": p.warning_tint}[kind]
        head = f'<p class="label">{label}</p>' if label else ""
        return (
            '<table width="100%" cellspacing="0" cellpadding="14" style="margin:10px 0 14px 0">'
            f'<tr><td bgcolor="{colour}">{head}'
        )

    html = _DETAILS.sub(answer, html)
    html = re.sub(
        r'(<section class="cle">)(.*?)</section>',
        lambda match: match[1] + match[2].replace("<p>", '<p class="key">') + "</section>",
        html,
        flags=re.DOTALL,
    )
    html = _SECTION.sub(opening, html).replace("</section>", "</td></tr></table>")
    html = html.replace(
        '<table class="tableau">',
        '<table class="tableau" width="100%" cellspacing="0" cellpadding="0"'
        ' style="margin:8px 0 14px 0">',
    )
    html = re.sub(r"<figure class=\"\w+\">", '<p align="left">', html)
    html = html.replace("<figcaption>", '<br/><span class="caption">')
    html = html.replace("</figcaption>", "</span>").replace("</figure>", "</p>")
    return html, number


def _sources(sources: Sequence[Source], around: Surroundings) -> Iterator[str]:
    if not sources:
        return
    yield f'<h2><a name="{SOURCES_ANCHOR}"></a>{around.texts("Sources")}</h2>'
    yield '<table width="100%" cellspacing="0" cellpadding="4">'
    for source in sources:
        yield (
            f'<tr><td valign="top" align="right" width="30">'
            f'<a name="source-{source.number}"></a><span class="tags">{source.number}.</span></td>'
            f'<td><p class="tags">{_source_line(source)}</p></td></tr>'
        )
    yield "</table>"


def _source_line(source: Source) -> str:
    about = ", ".join(escape(part) for part in (source.publisher, source.date) if part)
    line = f"<b>{escape(source.title)}</b>"
    if about:
        line += f". {about}"
    if source.address:
        address = escape(source.address)
        line += f'<br/><a href="{address}">{_breakable(source.address)}</a>'
    return line


def _breakable(address: str) -> str:
    """Let a long address wrap after its slashes and hyphens."""
    return re.sub(r"(/|-|_|\?|&amp;)", "\\1\u200b", escape(address))


def _related(around: Surroundings) -> Iterator[str]:
    if not around.related:
        return
    yield f'<h2><a name="{RELATED_ANCHOR}"></a>{around.texts("À lire aussi")}</h2><ul>'
    for neighbour in around.related:
        card = neighbour.card
        reason = (
            around.texts("cite cette fiche : {}").format(neighbour.reason)
            if neighbour.cites_us
            else neighbour.reason
        )
        yield (
            f'<li><a href="fiche:{card.code}">{card.code} · {escape(card.title)}</a><br/>'
            f'<span class="tags">{escape(reason)}</span></li>'
        )
    yield "</ul>"


def _colophon(fiche: Fiche, around: Surroundings) -> Iterator[str]:
    parts = [*fiche.authors, fiche.licence]
    line = " · ".join(part for part in parts if part)
    if line:
        name = around.texts("Fiche {}").format(fiche.code)
        yield f'<hr/><p class="small">{name} · {escape(line)}</p>'
