"""How a French word sounds, roughly: two spellings of one sound have one key.

Made for what hurried fingers write: `an`/`en`, `ph`/`f`, `au`/`eau`/`o`, double letters, `é`/`er`/`ez`,
silent endings. It is no phonetic transcription: it only says who may be whom.
"""

import re
from functools import cache, lru_cache

_RULES = (
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
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def sound(form: str) -> str:
    """Return the key of how a folded word sounds."""
    key = form
    for pattern, written in _compiled_rules():
        key = pattern.sub(written, key)
    return _DOUBLE.sub(r"\1", key) or form


@cache
def _compiled_rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Compile the rules at the first word: thirty patterns, which a start would wait for."""
    return tuple((re.compile(pattern), written) for pattern, written in _RULES)
