"""The letters of French: what remains of a word without capitals, accents and ligatures."""

import re
import unicodedata
from functools import lru_cache

_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})


def fold(text: str) -> str:
    """Put a word in its form: no capital, no accent, no ligature, letters and digits only."""
    if text.isascii():
        return _NOT_ALPHANUMERIC.sub("", text.lower())
    return _fold_unicode(text)


@lru_cache(maxsize=65_536)
def _fold_unicode(text: str) -> str:
    # Decomposed first: the letters of mathematics hold capitals that have no small letter.
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LIGATURES)
    decomposed = unicodedata.normalize("NFKD", plain)
    return _NOT_ALPHANUMERIC.sub("", "".join(c for c in decomposed if not unicodedata.combining(c)))
