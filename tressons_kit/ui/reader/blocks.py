"""The parts of a fiche → what Qt can draw: key messages, questions, tables, pictures.

The kit's HTML is of our own making (docs/format-du-kit.md), so its few blocks are found by their
opening and closing tags.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

from tressons_kit.domain.fiche import Fiche, Section
from tressons_kit.ui.reader.surroundings import Surroundings

_DETAILS = re.compile(r'<details class="reponse">(.*?)</details>', re.DOTALL)
_NOTE = re.compile(r"<sup>.*?</sup>")
_BLOCK_END = re.compile(r"</(?:p|li|h3|h4|td|th|pre|blockquote|figcaption)>|<br/>")
_TAG = re.compile(r"<[^>]+>")
_SECTION = re.compile(r'<section class="(cle|formateur|question)">')
_KEY = re.compile(r'<section class="cle">.*?</section>', re.DOTALL)
_PICTURE = re.compile(r'<img src="media:([^"]*)"[^>]*/>')
_FIGURE = re.compile(r'<figure class="\w+">')


def answer_texts(fiche: Fiche) -> dict[int, str]:
    """Return what each answer says, by its number in the fiche, a paragraph a line."""
    answers = (found[1] for section in fiche.sections for found in _DETAILS.finditer(section.html))
    return {number: as_text(answer) for number, answer in enumerate(answers, start=1)}


def as_text(html: str) -> str:
    """Return what a person reads in some HTML of the kit, a paragraph a line, no calls of notes."""
    lines = _BLOCK_END.sub("\n", _NOTE.sub(" ", html))
    return unescape(_TAG.sub("", lines)).strip()


def key_messages(sections: Iterable[Section]) -> list[str]:
    """Return the key messages of some parts, as blocks."""
    return [key for section in sections for key in _KEY.findall(section.html)]


def write_sections(fiche: Fiche, shown: Iterable[Section], around: Surroundings) -> Iterator[str]:
    """Write some parts of a fiche; answers keep the numbers that they have in the whole of it."""
    wanted = {section.slug for section in shown}
    answers = 0
    for section in fiche.sections:
        if section.slug in wanted:
            yield f'<h2><a name="{section.slug}"></a>{escape(section.title)}</h2>'
            yield write_blocks(section.html, answers, around)
        answers += section.html.count('<details class="reponse">')


def write_blocks(html: str, answers_before: int, around: Surroundings) -> str:
    """Turn the blocks of a part into tables, which Qt can draw; fold the answers."""
    html = _fold_answers(html, answers_before, around)
    html = _KEY.sub(lambda match: match[0].replace("<p>", '<p class="key">'), html)
    html = _SECTION.sub(lambda match: _opening(match[1], around), html)
    html = html.replace("</section>", "</td></tr></table>")
    html = html.replace(
        '<table class="tableau">',
        '<table class="tableau" width="100%" cellspacing="0" cellpadding="0"'
        ' style="margin:8px 0 14px 0">',
    )
    # A picture is a link to itself, larger: the keyboard can go to it.
    html = _PICTURE.sub(r'<a href="image:\1">\g<0></a>', html)
    html = _FIGURE.sub('<p align="left">', html)
    html = html.replace("<figcaption>", '<br/><span class="caption">')
    return html.replace("</figcaption>", "</span>").replace("</figure>", "</p>")


def _fold_answers(html: str, answers_before: int, around: Surroundings) -> str:
    texts, number = around.texts, answers_before

    def answer(match: re.Match[str]) -> str:
        nonlocal number
        number += 1
        if number in around.opened_answers:
            return f'{match[1]}<p><a href="reponse:{number}">{texts("Replier la réponse")}</a></p>'
        return f'<p><a href="reponse:{number}">{texts("Voir la réponse")}</a></p>'

    return _DETAILS.sub(answer, html)


def _opening(kind: str, around: Surroundings) -> str:
    texts, p = around.texts, around.palette
    label, ground, edge = {
        "cle": ("", p.accent_tint, p.accent),
        "formateur": (texts("POUR LA PERSONNE QUI ANIME"), p.hover, p.outline),
        "question": (texts("QUE FERIEZ-VOUS ?"), p.warning_tint, p.focus),
    }[kind]
    head = f'<p class="label">{label}</p>' if label else ""
    return (
        '<table width="100%" cellspacing="0" cellpadding="14" style="margin:10px 0 14px 0"><tr>'
        f'<td bgcolor="{ground}" style="border-left:4px solid {edge}">{head}'
    )
