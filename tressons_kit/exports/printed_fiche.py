"""A fiche → the pages to print: their content, their head and foot, the identity of the document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from tressons_kit.domain.depths import Depth, shown_sections
from tressons_kit.domain.fiche import Fiche, KeyFigure, RelatedFiche, Source
from tressons_kit.domain.kit_info import KitInfo
from tressons_kit.domain.taxonomy import TYPE_FACET, Taxonomy
from tressons_kit.exports.print_style import INK, LINE, TYPE_INKS, print_style
from tressons_kit.exports.printed_blocks import printed_html, web_address
from tressons_kit.exports.printed_document import PrintedDocument
from tressons_kit.foundation.dates import long_date, month_and_year
from tressons_kit.foundation.figure_words import figure_date
from tressons_kit.foundation.texts import FRENCH, Texts

_FIGURES_A_ROW = 3
_SHORT_VALUE = 13
"""Characters that fit on one line of a card; a longer value is set smaller."""


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What the person chose: how far it is read, and the notes for the person presenting or not."""

    depth: Depth = Depth.FULL
    notes: bool = True


@dataclass(frozen=True, slots=True)
class PrintContext:
    """What a printed fiche takes from its kit."""

    info: KitInfo
    taxonomy: Taxonomy
    place: str = ""
    related: Sequence[RelatedFiche] = ()


def printed_fiche(
    fiche: Fiche, context: PrintContext, wish: PrintWish, texts: Texts = FRENCH
) -> PrintedDocument:
    """Write the pages of a fiche."""
    hue = TYPE_INKS.get(fiche.type, INK)
    origin = f"TRESSONS · {context.info.title}"
    return PrintedDocument(
        html=_no_narrow_space("".join(_page(fiche, context, wish, texts))),
        style=print_style(hue, tight=wish.depth is not Depth.FULL),
        hue=hue,
        head=(f"{fiche.code} · {fiche.title}", origin),
        first_head=(origin, _edition(context.info, wish, texts)),
        foot=" · ".join(_foot(fiche, context.info, texts)),
        code=fiche.code,
        title=f"{fiche.code} · {fiche.title}",
        author=", ".join(fiche.authors or context.info.authors),
        subject=fiche.summary,
        page_words=texts("page {} sur {}"),
    )


def _edition(info: KitInfo, wish: PrintWish, texts: Texts) -> str:
    words = (
        texts("kit pédagogique, version {}")
        if wish.depth is Depth.FULL
        else texts("l’essentiel de la fiche · kit pédagogique, version {}")
    )
    return words.format(info.content_version)


def _foot(fiche: Fiche, info: KitInfo, texts: Texts) -> Iterator[str]:
    yield texts("D’après TRESSONS (Avise, RTES) et les sources citées")
    if fiche.verified_on:
        yield texts("vérifié en {}").format(month_and_year(fiche.verified_on, texts))
    if fiche.licence or info.licence:
        yield fiche.licence or info.licence


def _no_narrow_space(text: str) -> str:
    """Keep numbers on one line: Qt's HTML makes of the narrow no-break space one that breaks."""
    return text.replace("\u202f", "\u00a0")


def _page(fiche: Fiche, context: PrintContext, wish: PrintWish, texts: Texts) -> Iterator[str]:
    sections = shown_sections(fiche.type, fiche.sections, wish.depth)
    hue = TYPE_INKS.get(fiche.type, INK)
    body = [
        f"<h2>{escape(section.title)}</h2>{printed_html(section.html, hue, texts, notes=wish.notes)}"
        for section in sections
    ]
    yield "<body>"
    yield from _title_block(fiche, context, hue)
    yield from _figures(fiche, texts)
    yield from body
    yield from _related(context.related if wish.depth is Depth.FULL else (), texts)
    yield from _sources(_cited(fiche, body), wish.depth, texts)
    yield from _colophon(fiche, context.info, wish, texts)
    yield "</body>"


def _cited(fiche: Fiche, body: Sequence[str]) -> tuple[Source, ...]:
    """Return the sources that what is printed calls; all of them when no part was left out."""
    if len(body) == len(fiche.sections):
        return fiche.sources
    figures = {figure.source for figure in fiche.figures}
    return tuple(
        source
        for source in fiche.sources
        if source.number in figures or any(f'href="#source-{source.number}"' in part for part in body)
    )


def _title_block(fiche: Fiche, context: PrintContext, hue: str) -> Iterator[str]:
    kind = context.taxonomy.label(TYPE_FACET, fiche.type)
    place = f" · {escape(context.place)}" if context.place else ""
    yield (
        f'<p class="kind"><span style="color:{hue};font-weight:700">'
        f"{fiche.code} · {escape(kind)}</span>{place}</p><h1>{escape(fiche.title)}</h1>"
    )
    if fiche.summary:
        yield f'<p class="summary">{escape(fiche.summary)}</p>'


def _figures(fiche: Fiche, texts: Texts) -> Iterator[str]:
    figures = fiche.figures
    if not figures:
        return
    columns = min(len(figures), _FIGURES_A_ROW)
    width = 100 / columns
    yield '<table width="100%" cellspacing="0" cellpadding="0" style="margin:60px 0 50px 0">'
    for start in range(0, len(figures), columns):
        row = figures[start : start + columns]
        yield "<tr>"
        for figure in row:
            style = f"padding:50px 90px 70px 0;border-top:8px solid {LINE}"
            yield f'<td width="{width:.2f}%" valign="top" style="{style}">'
            yield f"{_card(figure, fiche, texts)}</td>"
        yield f'<td width="{width:.2f}%" style="border-top:8px solid {LINE}"></td>' * (
            columns - len(row)
        )
        yield "</tr>"
    yield "</table>"


def _card(figure: KeyFigure, fiche: Fiche, texts: Texts) -> str:
    size = "value" if len(figure.value) <= _SHORT_VALUE else "wordy"
    note = f' <sup><a href="#source-{figure.source}">{figure.source}</a></sup>' if figure.source else ""
    source = next((one for one in fiche.sources if one.number == figure.source), None)
    dated = escape(figure_date(figure, source, texts))
    when = f'<p class="dated">{dated}{note}</p>' if dated or note else ""
    return (
        f'<p class="{size}">{escape(figure.value)}</p><p class="what">{escape(figure.label)}</p>{when}'
    )


def _related(related: Sequence[RelatedFiche], texts: Texts) -> Iterator[str]:
    if not related:
        return
    # Paper is short: what this fiche sends to, and those that cite it only if it sends nowhere.
    related = [neighbour for neighbour in related if not neighbour.cites_us] or related
    yield f"<h2>{texts('À lire aussi dans le kit')}</h2>"
    for neighbour in related:
        card = neighbour.card
        reason = (
            texts("cite cette fiche : {}").format(neighbour.reason)
            if neighbour.cites_us
            else neighbour.reason
        )
        yield (f'<p class="related"><b>{card.code} · {escape(card.title)}</b><br/>{escape(reason)}</p>')


def _sources(sources: Sequence[Source], depth: Depth, texts: Texts) -> Iterator[str]:
    if not sources:
        return
    if depth is not Depth.FULL:
        yield _run_in_sources(sources, texts)
        return
    yield f"<h2>{texts('Sources')}</h2>"
    yield '<table width="100%" cellspacing="0" cellpadding="0" style="margin:30px 0 0 0">'
    for source in sources:
        yield (
            '<tr><td width="260" style="padding:0 80px 45px 0" align="right">'
            f'<p class="source">{_anchor(source)}{source.number}.</p></td>'
            f'<td style="padding:0 0 45px 0"><p class="source">{_whole_line(source)}</p></td></tr>'
        )
    yield "</table>"


def _run_in_sources(sources: Sequence[Source], texts: Texts) -> str:
    """Write them one after the other, each title as its link: the essential stays on one page."""
    lines = (
        f"{_anchor(source)}{source.number}.\u00a0{_linked(source, escape(source.title))}"
        f"{_origin(source)}"
        for source in sources
    )
    return f'<p class="run-in"><b>{texts("Sources")}</b> {" ; ".join(lines)}.</p>'


def _anchor(source: Source) -> str:
    return f'<a name="source-{source.number}"></a>'


def _whole_line(source: Source) -> str:
    line = f"<b>{escape(source.title)}</b>{_origin(source)}"
    if not source.address:
        return line
    shown = f'<span class="address">{escape(source.address)}</span>'
    return f"{line}<br/>{_linked(source, shown)}"


def _origin(source: Source) -> str:
    about = ", ".join(escape(part) for part in (source.publisher, source.date) if part)
    return f", {about}" if about else ""


def _linked(source: Source, shown: str) -> str:
    # A kit may come from anywhere: only the web is a link, whatever the field says.
    if source.address and source.address.startswith(("https://", "http://")):
        return f'<a href="{web_address(source.address)}">{shown}</a>'
    return shown


def _colophon(fiche: Fiche, info: KitInfo, wish: PrintWish, texts: Texts) -> Iterator[str]:
    facts = []
    if fiche.verified_on:
        facts.append(texts("Fiche vérifiée le {}").format(long_date(fiche.verified_on, texts)))
        if fiche.review_before:
            facts[-1] += texts(", à revoir avant {}").format(month_and_year(fiche.review_before, texts))
        facts[-1] += "."
    facts.append(f"{', '.join(fiche.authors or info.authors)}.")
    if wish.depth is Depth.FULL:
        facts.append(info.notice)
    yield f'<p class="colophon">{escape(" ".join(facts))}</p>'
