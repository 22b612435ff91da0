"""All that is known of a term → the page that is shown beside the list, in Qt's subset of HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from tressons_kit.domain.fiche import FicheCard, GlossaryTerm, Source
from tressons_kit.domain.glossary import TermUse
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.ui.definition.term_words import fiche_count, other_forms, whole_name
from tressons_kit.ui.theme import BODY, READING, SMALL, TITLE, Palette, pixels

FICHE, USE, TERM, SOURCE, SEARCH = "fiche", "emploi", "terme", "source", "chercher"
"""The schemes of the links: a code, the number of a use, of a near term, of a source, nothing."""

USES_AT_MOST = 40


@dataclass(frozen=True, slots=True)
class Details:
    """A term, and what was found about it; `uses` is None until they are known."""

    term: GlossaryTerm
    see: Sequence[FicheCard] = ()
    related: Sequence[GlossaryTerm] = ()
    uses: Sequence[TermUse] | None = None


def definition_style(palette: Palette, scale: float) -> str:
    """Write the style sheet of the page."""
    p = palette
    small, body, reading, title = (pixels(size, scale) for size in (SMALL, BODY, READING, TITLE))
    return f"""
body {{ font-size: {body}px; color: {p.ink}; }}
h1 {{ font-size: {title}px; font-weight: 700; margin: {small}px 0 6px 0; }}
.label {{ font-weight: 700; color: {p.soft_ink}; margin: {title}px 0 6px 0; }}
p {{ margin: 0 0 8px 0; line-height: 120%; }}
.line {{ margin: 0 0 6px 0; line-height: 116%; }}
a {{ color: {p.accent}; text-decoration: underline; }}
.definition {{ font-size: {reading}px; margin: 10px 0 0 0; }}
.soft {{ color: {p.soft_ink}; }}
.small {{ font-size: {small}px; color: {p.soft_ink}; }}
"""


def definition_page(details: Details, texts: Texts) -> str:
    """Write the whole page of a term."""
    term = details.term
    page = "".join(
        (
            "<body>",
            f"<h1>{escape(whole_name(term))}</h1>",
            *_others(term, texts),
            f'<p class="definition">{escape(term.definition)}</p>',
            *_see(details.see, texts),
            *_uses(details, texts),
            *_related(details.related, texts),
            *_sources(term.sources, texts),
            "</body>",
        )
    )
    # Qt's HTML turns the narrow no-break space into one that breaks.
    return page.replace("\u202f", "\u00a0")


def _others(term: GlossaryTerm, texts: Texts) -> Iterator[str]:
    others = other_forms(term)
    if others:
        words = texts("On dit aussi : {}").format(", ".join(others))
        yield f'<p class="soft">{escape(words)}</p>'


def _see(cards: Sequence[FicheCard], texts: Texts) -> Iterator[str]:
    if cards:
        yield _label(texts("À lire"))
        for card in cards:
            yield _link(FICHE, card.code, _fiche(card))


def _uses(details: Details, texts: Texts) -> Iterator[str]:
    if details.uses is None:
        return
    count = len(details.uses)
    where = texts("Où c’est employé")
    yield _label(f"{where} · {fiche_count(count, texts)}" if count else where)
    if not count:
        yield f'<p class="soft">{texts("Aucune fiche n’emploie ce terme.")}</p>'
        return
    for position, use in enumerate(details.uses[:USES_AT_MOST]):
        yield _link(USE, position, _fiche(use.card))
    if count > USES_AT_MOST:
        others = count - USES_AT_MOST
        told = texts.plural("Chercher {} autre", "Chercher les {} autres", others)
        more = told.format(number(others, texts))
        yield _link(SEARCH, "", more)


def _related(terms: Sequence[GlossaryTerm], texts: Texts) -> Iterator[str]:
    if terms:
        yield _label(texts("Termes voisins"))
        for position, term in enumerate(terms):
            yield _link(TERM, position, escape(whole_name(term)))


def _sources(sources: Sequence[Source], texts: Texts) -> Iterator[str]:
    if sources:
        yield _label(texts.plural("Source", "Sources", len(sources)))
    for position, source in enumerate(sources):
        about = ", ".join(part for part in (source.publisher, source.date) if part)
        title = escape(source.title)
        line = f'<a href="{SOURCE}:{position}">{title}</a>' if source.address else title
        yield f'<p class="small">{line}{f". {escape(about)}" if about else ""}</p>'


def _label(words: str) -> str:
    return f'<p class="label">{words}</p>'


def _link(scheme: str, which: object, words: str) -> str:
    return f'<p class="line"><a href="{scheme}:{which}">{words}</a></p>'


def _fiche(card: FicheCard) -> str:
    return f"{card.code} · {escape(card.title)}"
