"""A fiche as one HTML page that needs nothing else: pictures inside, no script, nothing to load."""

import base64
import re
from collections.abc import Callable, Iterator
from html import escape, unescape

from tressons_kit.cli.source_words import source_words
from tressons_kit.domain.fiche import Fiche, KeyFigure, Medium, Source
from tressons_kit.domain.taxonomy import TYPE_FACET, Taxonomy
from tressons_kit.foundation.texts import Texts

FindMedium = Callable[[str], Medium | None]

_STYLE = """\
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
body { font: 1.05rem/1.6 sans-serif; color: #222; }
h1, h2, h3 { line-height: 1.25; }
.resume { font-size: 1.15rem; }
.origine, figcaption, .sources { color: #555; font-size: .9rem; }
.chiffres { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; list-style: none; }
.chiffres li { flex: 1 1 11rem; padding: .75rem; background: #f1f5ef; }
.chiffres strong { display: block; font-size: 1.3rem; }
section { margin: 1rem 0; padding: .25rem 1rem; background: #f5f3ee; }
section.formateur::before { content: attr(data-nom); font-weight: bold; }
section.cle { border-left: .3rem solid #2f6b4f; font-weight: bold; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .4rem .5rem; border: 1px solid #ccc; text-align: left; vertical-align: top; }
img { max-width: 100%; height: auto; }
.sources { overflow-wrap: anywhere; }
@media print { section { break-inside: avoid; } }
"""
_TRAINER = '<section class="formateur"'
_NOTE = re.compile(r'href="source:(\d+)"')
_FICHE_LINK = re.compile(r'<a href="fiche:(\w+)">(.*?)</a>', re.DOTALL)
_MEDIUM = re.compile(r'src="media:([^"]*)"')


def fiche_page(
    fiche: Fiche, taxonomy: Taxonomy, place: str, find_medium: FindMedium, texts: Texts
) -> str:
    """Write the page; links to other fiches, which are not in it, become their codes."""
    origin = (fiche.code, taxonomy.label(TYPE_FACET, fiche.type), place)
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(fiche.code)} · {escape(fiche.title)}</title>",
            f"<style>\n{_STYLE}</style>\n</head>\n<body>",
            f'<p class="origine">{escape(" · ".join(part for part in origin if part))}</p>',
            f"<h1>{escape(fiche.title)}</h1>",
            *([f'<p class="resume">{escape(fiche.summary)}</p>'] if fiche.summary else []),
            *_figures(fiche.figures),
            *_sections(fiche, find_medium, texts),
            *_sources(fiche.sources, texts),
            "</body>\n</html>",
        )
    )


def _figures(figures: tuple[KeyFigure, ...]) -> Iterator[str]:
    if not figures:
        return
    yield '<ul class="chiffres">'
    for figure in figures:
        dated = f" ({escape(figure.date)})" if figure.date else ""
        note = (
            f' <sup><a href="#source-{figure.source}">{figure.source}</a></sup>'
            if figure.source
            else ""
        )
        yield f"<li><strong>{escape(figure.value)}</strong> {escape(figure.label)}{dated}{note}</li>"
    yield "</ul>"


def _sections(fiche: Fiche, find_medium: FindMedium, texts: Texts) -> Iterator[str]:
    def inlined(match: re.Match[str]) -> str:
        medium = find_medium(unescape(match[1]))
        return f'src="{_data_address(medium)}"' if medium else 'src=""'

    trainer = texts("Pour la personne qui anime")
    for section in fiche.sections:
        html = _NOTE.sub(r'href="#source-\1"', section.html)
        html = _FICHE_LINK.sub(r"\2 (\1)", html)
        html = html.replace(
            '<details class="reponse">', f"<details><summary>{escape(texts('La réponse'))}</summary>"
        )
        html = html.replace(_TRAINER, f'{_TRAINER} data-nom="{escape(trainer)}"')
        yield f'<h2 id="{escape(section.slug)}">{escape(section.title)}</h2>'
        yield _MEDIUM.sub(inlined, html)


def _data_address(medium: Medium) -> str:
    return f"data:{medium.mime};base64,{base64.b64encode(medium.data).decode('ascii')}"


def _sources(sources: tuple[Source, ...], texts: Texts) -> Iterator[str]:
    if not sources:
        return
    yield f'<h2 id="sources">{escape(texts("Sources"))}</h2>\n<ol class="sources">'
    for source in sources:
        address = escape(source.address or "")
        # A kit may come from anywhere: only the web is a link, whatever the field says.
        is_web = address.startswith(("https://", "http://"))
        link = f'<br><a href="{address}">{address}</a>' if is_web else ""
        yield (
            f'<li id="source-{source.number}" value="{source.number}">'
            f"{escape(source_words(source))}{link}</li>"
        )
    yield "</ol>"
