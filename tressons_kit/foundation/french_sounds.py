"""How a French word sounds, roughly: two spellings of one sound have one key.

Made for what hurried fingers write: `an`/`en`, `ph`/`f`, `au`/`eau`/`o`, double letters, `é`/`er`/`ez`,
silent endings. It is no phonetic transcription: it only says who may be whom.
"""

import re
from functools import lru_cache

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?<=..)[tdpsx]+$", ""),
        (r"(.)\1+", r"\1"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"rh", "r"),
        (r"sch|sh|ch", "C"),
        (r"^h|(?<=[^C])h", ""),
        (r"gn", "N"),
        (r"ck|qu|q|k", "K"),
        (r"cu(?=i)", "Ku"),
        (r"c(?=[eiy])", "s"),
        (r"sc(?=[eiy])|ss", "s"),
        (r"ge(?=[aou])|g(?=[eiy])", "j"),
        (r"gu(?=[eiy])", "g"),
        (r"eaux?|aux?|oo", "o"),
        (r"oeu|oe|eu", "E"),
        (r"ai(?![mn](?![aeiouy]))|ei(?![mn](?![aeiouy]))|ay|ey", "e"),
        (r"(?:ain|aim|ein|eim|yn|ym|in|im)(?![aeiouyEnm])", "I"),
        (r"(?:an|am|en|em)(?![aeiouyEnm])", "A"),
        (r"(?:on|om)(?![aeiouyEnm])", "O"),
        (r"(?:un|um)(?![aeiouyEnm])", "I"),
        (r"tion", "siO"),
        (r"tiO", "siO"),
        (r"ille", "iy"),
        (r"y", "i"),
        (r"(?<=..)(?:er|ez|e)$", ""),
        (r"z|(?<=[aeiouEAOI])s(?=[aeiouEAOI])", "s"),
        (r"c", "K"),
        (r"x", "Ks"),
        (r"w", "v"),
    )
)
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def sound(form: str) -> str:
    """Return the key of how a folded word sounds."""
    key = form
    for pattern, written in _RULES:
        key = pattern.sub(written, key)
    return _DOUBLE.sub(r"\1", key) or form
