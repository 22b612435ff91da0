"""The Snowball stemmer of French, taken from Whoosh, which no other module here knows."""

from functools import cache
from typing import Protocol

from tressons_kit.foundation.french_letters import fold


class _Stemmer(Protocol):
    def stem(self, word: str) -> str: ...


def snowball(word: str) -> str:
    """Return the folded stem of a word in small letters; its accents count."""
    return fold(_stemmer().stem(word)) or fold(word)


@cache
def _stemmer() -> _Stemmer:
    # Imported late: 30 to 70 ms, never before the first paint.
    from whoosh.lang.snowball.french import FrenchStemmer  # noqa: PLC0415

    stemmer: _Stemmer = FrenchStemmer()
    return stemmer
