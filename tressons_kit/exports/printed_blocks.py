"""The body of a fiche → what is printed of it: blocks in frames, answers unfolded, links for paper."""

import re
from html import escape, unescape
from urllib.parse import quote

from tressons_kit.exports.print_style import LINE, PALE
from tressons_kit.foundation.texts import Texts

SECTION = re.compile(r'<section class="(cle|formateur|question)">(.*?)</section>', re.DOTALL)
ANSWER = re.compile(r'<details class="reponse">(.*?)</details>', re.DOTALL)
NOTE_CALL = re.compile(r'href="source:(\d+)"')
FICHE_LINK = re.compile(r'<a href="fiche:(\w+)">(.*?)</a>', re.DOTALL)
WEB_LINK = re.compile(r'<a href="((?:https?|mailto):[^"]*)">')
FIGURE = re.compile(
    r'<figure class="\w+">(<img [^>]*>)<figcaption>(.*?)</figcaption></figure>', re.DOTALL
)
_LAST_MARGIN = re.compile(r"<p>(?!.*<(?:p|ul|ol|table|h3|h4)\b)", re.DOTALL)
_IN_ADDRESSES = "%/:?#[]@!$&'()*+,;=~-._"

KEY, TRAINER, QUESTION = "cle", "formateur", "question"


def printed_html(html: str, hue: str, texts: Texts, *, notes: bool) -> str:
    """Turn a part of a fiche into what Qt lays out; `notes` keeps those of the person presenting."""

    def framed(match: re.Match[str]) -> str:
        kind, inside = match[1], match[2]
        if kind == TRAINER and not notes:
            return ""
        if kind == KEY:
            return frame(inside.replace("<p>", '<p class="key">'), f"{hue}", PALE)
        label = {
            TRAINER: texts("POUR LA PERSONNE QUI ANIME"),
            QUESTION: texts("QUE FERIEZ-VOUS ?"),
        }[kind]
        answered = ANSWER.sub(
            lambda answer: f'<p class="label">{texts("LA RÉPONSE")}</p>{answer[1]}', inside
        )
        return frame(f'<p class="label">{label}</p>{answered}', LINE, "")

    html = SECTION.sub(framed, html)
    html = NOTE_CALL.sub(r'href="#source-\1"', html)
    # Other fiches are not in the file: on paper their code is what can be followed.
    html = FICHE_LINK.sub(r"\2 (\1)", html)
    html = WEB_LINK.sub(lambda match: f'<a class="web" href="{web_address(unescape(match[1]))}">', html)
    html = html.replace(
        '<table class="tableau">',
        '<table class="tableau" width="100%" cellspacing="0" cellpadding="0"'
        ' style="margin:40px 0 60px 0">',
    )
    return FIGURE.sub(
        r'<p style="margin:60px 0 90px 0">\1<br/><span class="caption">\2</span></p>', html
    )


def frame(inside: str, edge: str, ground: str) -> str:
    """Set some blocks apart: an edge on their left, a pale ground or none."""
    inside = _LAST_MARGIN.sub('<p style="margin-bottom:0px">', inside)
    tint = f' bgcolor="{ground}"' if ground else ""
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="margin:60px 0 80px 0"><tr>'
        f'<td width="30" bgcolor="{edge}"></td><td{tint} style="padding:70px 100px">{inside}</td>'
        "</tr></table>"
    )


def web_address(address: str) -> str:
    """Write an address so that every PDF reader follows it: letters of ASCII only."""
    return escape(quote(address, safe=_IN_ADDRESSES))
