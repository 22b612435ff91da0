"""The spoken code of a fiche: a letter and two or more digits, stable for ever."""

import re
from typing import NewType

FicheCode = NewType("FicheCode", str)
"""A code in its canonical shape, such as `C01` or `L112`."""

_SPOKEN = re.compile(r"\s*([A-Za-z])[\s.\-_°\u2010-\u2015\u00a0\u202f]*(\d{1,4})\s*\Z")
_TOGETHER = re.compile(r"(?<![\w'’])([A-Za-z])[\-_.]?(\d{1,4})(?![\w'’\-]|[.,]\d)")
_ASKED = re.compile(
    r"""\s*(?:(?:ouvr(?:e|ez|ir|ons)|affich(?:e|ez|er|ons)|montr(?:e|ez|er|ons)|voir|voyons|lire|lis|lisez
        |project?i?(?:on|er)|projett?e[rz]?|prend[s]?|prenons|prenez|passe[rz]?|passons|va|allez|aller|retour
        |on|moi|nous|à|a|au|la|le|les|l|fiche|code|n|no|numéro|numero|page|cas|levier|forme|monographie
        |dispositif|acteur|repère|repere|séance|seance|terme|portrait|argument)(?:[\s'’\-:.°]+|\b))+
        (?P<code>[A-Za-z][\s.\-_°]*\d{1,4})\s*[,.!?]*\s*
        (?:(?:s|il|te|vous|pla[iî]t|svp|stp|merci)[\s'’.,!?]*)*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_CANONICAL = re.compile(r"[A-Z]\d{2,4}\Z")


def parse_code(typed: str) -> FicheCode | None:
    """Read a code as people say or type it: `L07`, `l 7`, `L-07`; None for anything else."""
    match = _SPOKEN.match(typed)
    if match is None:
        return None
    letter, digits = match.groups()
    return FicheCode(f"{letter.upper()}{int(digits):02d}")


def asked_code(typed: str) -> FicheCode | None:
    """Find the code of a fiche in what a person asks: `ouvrez la c 1`, `fiche L02`, `C02 augan`.

    Written in one word it may stand anywhere; apart, only words that ask for a fiche may come before.
    """
    code = parse_code(typed)
    if code is None and (asked := _ASKED.match(typed)):
        code = parse_code(asked["code"])
    if code is None and (found := _TOGETHER.search(typed)):
        code = parse_code("".join(found.groups()))
    return code


def is_canonical(code: str) -> bool:
    """Tell whether a code is written as the files must write it: `C01`, never `c1`."""
    return _CANONICAL.match(code) is not None
