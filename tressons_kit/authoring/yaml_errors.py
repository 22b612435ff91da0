"""The parser's English errors → a line and a French sentence with its cure."""

import re

import yaml

_UNREADABLE = "YAML illisible : vérifier les deux-points, les guillemets et les espaces de cette ligne"
_UNCLOSED = "YAML illisible : guillemet ouvert et jamais fermé ; ajouter le guillemet qui manque"
_OPENS_A_QUOTE = re.compile(r"""[ ]*(?:-[ ]+)?[\w-]+:[ ]+(?:"[^"]*|'[^']*)\Z""")

# A piece of libyaml's or PyYAML's sentence → ours. The first that fits is taken.
_SENTENCES = (
    (
        ("mapping values are not allowed",),
        "YAML illisible : un « : » dans une valeur, ou une ligne décalée ; mettre la valeur entre"
        " guillemets, ou aligner la ligne sur les autres",
    ),
    (
        ("unexpected end of stream", "found unexpected document", "unexpected document indicator"),
        _UNCLOSED,
    ),
    (
        ("could not find expected ':'",),
        "YAML illisible : deux-points manquants après une clé ; écrire « clé: valeur », ou décaler la"
        " suite d’un texte",
    ),
    (
        ("cannot start any token",),
        "YAML illisible : une valeur commence par un signe réservé (%, @, ` ou tabulation) ; la mettre"
        " entre guillemets",
    ),
    (
        ("expected ',' or ']'", "expected ',' or '}'"),
        "YAML illisible : liste entre crochets ou accolades mal écrite ; séparer par des virgules,"
        " fermer, et mettre entre guillemets ce qui contient une virgule ou un deux-points",
    ),
    (
        ("did not find expected key", "expected <block end>", "expected '-' indicator"),
        "YAML illisible : ligne mal alignée, ou texte après un guillemet fermé ; aligner les clés, et"
        " mettre toute la valeur entre guillemets",
    ),
    (
        ("unknown escape character", "found unknown escape"),
        "YAML illisible : barre oblique inverse entre guillemets droits ; la doubler ou employer"
        " des guillemets simples",
    ),
    (
        ("alias", "anchor", "alphabetic or numeric character"),
        "YAML illisible : valeur qui commence par « * » ou « & » ; la mettre entre guillemets",
    ),
    (("tag",), "YAML illisible : valeur qui commence par « ! » ; la mettre entre guillemets"),
)
_AT_ITS_START = ("unexpected end of stream", "unexpected document", "could not find expected ':'")


def in_french(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """Return the line, counted from 0 in the text, and what to do there."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _line_of_bad_sign(text), "YAML illisible : caractère interdit ; l’effacer et le retaper"
    problem = error.problem or ""
    mark = error.problem_mark
    quoted = _unclosed_quote(text, mark.line if mark else 0)
    if quoted is not None:
        return quoted, _UNCLOSED
    # What is never closed is noticed at the end of the file: the author needs where it opens.
    if error.context_mark is not None and any(piece in problem for piece in _AT_ITS_START):
        mark = error.context_mark
    line = min(mark.line, text.count("\n")) if mark else 0
    return line, _sentence(f"{problem} {error.context or ''}")


def _sentence(english: str) -> str:
    for pieces, french in _SENTENCES:
        if any(piece in english for piece in pieces):
            return french
    return _UNREADABLE


def _unclosed_quote(text: str, last: int) -> int | None:
    """Return the line of a value whose quote is not closed on it, before the line of an error.

    The parser only stumbles at the next quote, often that of another key.
    """
    for number, line in enumerate(text.split("\n")[: last + 1]):
        if _OPENS_A_QUOTE.match(line):
            return number
    return None


def _line_of_bad_sign(text: str) -> int:
    for number, line in enumerate(text.split("\n")):
        if not all(sign.isprintable() or sign in "\t\u00a0\u202f\u2009" for sign in line):
            return number
    return 0
