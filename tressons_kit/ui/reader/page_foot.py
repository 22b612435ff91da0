"""The foot of a page: the sources, the neighbours with their reason, who wrote it."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from tressons_kit.domain.fiche import Fiche, FicheCard, SimilarFiche, Source
from tressons_kit.domain.freshness import FreshnessState, judge_freshness
from tressons_kit.foundation.freshness_words import freshness_tag
from tressons_kit.ui.reader.surroundings import Surroundings

SOURCES_ANCHOR = "sources"
RELATED_ANCHOR = "a-lire-aussi"
SIMILAR_ANCHOR = "un-cas-comme-celui-ci"
CITED_ANCHOR = "citee-par"
COMPARE_SCHEME = "comparer"
"""Of the links that set a neighbour beside the fiche; whoever holds the window follows them."""

_CALL = re.compile(r'href="source:(\d+)"')
_BREAKS = re.compile(r"(/|-|_|\?|&amp;)")


def foot_entries(fiche: Fiche, around: Surroundings) -> list[tuple[str, str]]:
    """Return the titles and anchors of the foot, for the outline."""
    texts = around.texts
    entries = [(texts("Sources"), SOURCES_ANCHOR)] if fiche.sources else []
    if any(not neighbour.cites_us for neighbour in around.related):
        entries.append((texts("À lire aussi"), RELATED_ANCHOR))
    if around.similar:
        entries.append((texts("Un cas comme celui-ci"), SIMILAR_ANCHOR))
    if any(neighbour.cites_us for neighbour in around.related):
        entries.append((texts("Citée par"), CITED_ANCHOR))
    return entries


def cited_sources(fiche: Fiche, html: str) -> tuple[Source, ...]:
    """Return the sources that a piece of the page calls."""
    called = {int(number) for number in _CALL.findall(html)}
    return tuple(source for source in fiche.sources if source.number in called)


def name_sources(sources: Sequence[Source], around: Surroundings) -> Iterator[str]:
    """Write the sources in one line each, for who has thirty seconds; their notes say more."""
    if not sources:
        return
    yield f'<h2><a name="{SOURCES_ANCHOR}"></a>{around.texts("Sources")}</h2>'
    for source in sources:
        about = ", ".join(part for part in (source.title, source.publisher, source.date) if part)
        yield (
            f'<p class="foot"><a name="source-{source.number}"></a>{source.number}.\u00a0'
            f"{escape(about)}</p>"
        )


def write_sources(sources: Sequence[Source], around: Surroundings) -> Iterator[str]:
    """Write the sources, each with its address and the way to copy it."""
    if not sources:
        return
    yield f'<h2><a name="{SOURCES_ANCHOR}"></a>{around.texts("Sources")}</h2>'
    yield '<table width="100%" cellspacing="0" cellpadding="4">'
    copy = around.texts("Copier la référence")
    for source in sources:
        yield (
            f'<tr><td valign="top" align="right" width="30">'
            f'<a name="source-{source.number}"></a>'
            f'<p class="tags" style="white-space:nowrap">{source.number}.</p></td>'
            f'<td><p class="tags">{_source_line(source)}<br/>'
            '<img src="icone:copy/soft_ink" style="vertical-align:middle"/>\u00a0'
            f'<a class="quiet" href="citer:{source.number}">{copy}</a></p></td></tr>'
        )
    yield "</table>"


def _source_line(source: Source) -> str:
    about = ", ".join(escape(part) for part in (source.publisher, source.date) if part)
    line = f"<b>{escape(source.title)}</b>"
    if about:
        line += f". {about}"
    if source.address:
        line += f'<br/><a href="{escape(source.address)}">{_breakable(source.address)}</a>'
    return line


def _breakable(address: str) -> str:
    """Let a long address wrap after its slashes and hyphens."""
    return _BREAKS.sub("\\1\u200b", escape(address))


def write_neighbours(fiche: Fiche, around: Surroundings) -> Iterator[str]:
    """Write the fiches that this one names, the cases like it, the fiches that name it."""
    texts = around.texts
    named = [(one.card, one.reason) for one in around.related if not one.cites_us]
    alike = [(one.card, shared_words(one, around)) for one in around.similar]
    naming = [(one.card, one.reason) for one in around.related if one.cites_us]
    yield from _neighbours(RELATED_ANCHOR, texts("À lire aussi"), named, fiche, around)
    yield from _neighbours(SIMILAR_ANCHOR, texts("Un cas comme celui-ci"), alike, fiche, around)
    yield from _neighbours(CITED_ANCHOR, texts("Citée par"), naming, fiche, around)


def shared_words(similar: SimilarFiche, around: Surroundings) -> str:
    """Say what two cases share: « même thème : mobilité · même forme : Scic »."""
    names = {
        "themes": around.texts("même thème : {}"),
        "formes": around.texts("même forme : {}"),
        "territoires": around.texts("même territoire : {}"),
    }
    return " · ".join(
        names[same.facet].format(
            ", ".join(around.taxonomy.label(same.facet, term) for term in same.terms)
        )
        for same in similar.shared
    )


def _neighbours(
    anchor: str,
    title: str,
    neighbours: Sequence[tuple[FicheCard, str]],
    fiche: Fiche,
    around: Surroundings,
) -> Iterator[str]:
    if not neighbours:
        return
    yield f'<h2><a name="{anchor}"></a>{escape(title)}</h2><ul>'
    for card, reason in neighbours:
        yield (
            f'<li><a href="fiche:{card.code}">{card.code} · {escape(card.title)}</a>'
            f'{_lateness(card, around)}<br/><span class="tags">{escape(reason)}'
            f"{_compare_link(card, fiche, around)}</span></li>"
        )
    yield "</ul>"


def _compare_link(card: FicheCard, fiche: Fiche, around: Surroundings) -> str:
    """Offer to set a neighbour of the same type beside the fiche: their parts are the same."""
    if card.type is not fiche.type:
        return ""
    return f' · <a href="{COMPARE_SCHEME}:{card.code}">{around.texts("Comparer")}</a>'


def _lateness(card: FicheCard, around: Surroundings) -> str:
    """Mark a neighbour that is due for a review, and no other: most are fresh."""
    freshness = judge_freshness(card.verified_on, card.review_before, around.today)
    if freshness is None or freshness.state is FreshnessState.VERIFIED:
        return ""
    return f' <span class="late">({escape(freshness_tag(freshness, around.texts))})</span>'


def write_colophon(fiche: Fiche, around: Surroundings) -> Iterator[str]:
    """Write who made the fiche, and its licence."""
    line = " · ".join(part for part in (*fiche.authors, fiche.licence) if part)
    if line:
        name = around.texts("Fiche {}").format(fiche.code)
        yield f'<hr/><p class="small">{name} · {escape(line)}</p>'
