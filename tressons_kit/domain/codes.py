"""The spoken code of a fiche: a letter and two or more digits, stable for ever."""

import re
from typing import NewType

FicheCode = NewType("FicheCode", str)
"""A code in its canonical shape, such as `C01` or `L112`."""

_SPOKEN = re.compile(r"\s*([A-Za-z])[\s.\-_°\u2010-\u2015\u00a0\u202f]*(\d{1,4})\s*\Z")
_CANONICAL = re.compile(r"[A-Z]\d{2,4}\Z")


def parse_code(typed: str) -> FicheCode | None:
    """Read a code as people say or type it: `L07`, `l 7`, `L-07`; None for anything else."""
    match = _SPOKEN.match(typed)
    if match is None:
        return None
    letter, digits = match.groups()
    return FicheCode(f"{letter.upper()}{int(digits):02d}")


def is_canonical(code: str) -> bool:
    """Tell whether a code is written as the files must write it: `C01`, never `c1`."""
    return _CANONICAL.match(code) is not None
