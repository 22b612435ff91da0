"""One analyser of French, with a version: the compiler and the search both call it.

A text becomes two streams of plain tokens, the only thing that the index ever sees:

- **forms**: each word as written, without capitals, accents, ligatures (`œuvre` → `oeuvre`);
- **variants**: what brings the words of a family together: Snowball stems, and the parts of a
  hyphenated word written as one (`tiers-lieux` → `tierslieu`).

Snowball's stem depends on accents (`sécurité` → `secur`, `securite` → `securit`), so a word typed
or written with accents has two stems, with and without: either spelling finds the other.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

ANALYSER_VERSION = 1
"""Written into every kit; raise it when any line of this module changes what is indexed."""

STOP_WORDS = frozenset(
    (
        "a ai au aux avec c ce ces cet cette ceci cela ca d dans de des du elle elles en es est et"
        " etaient etait ete etre eu eux il ils j je l la le les leur leurs lui m ma mais me mes moi"
        " mon n ne ni nos notre nous on ont ou par pas pour qu que quel quelle quelles quels qui quoi"
        " s sa sans se ses si son sont sur t ta te tes toi ton tu un une vos votre vous y aujourdhui"
        " alors ainsi aussi car comme comment donc dont lors meme memes puis quand"
    ).split(" ")
)
"""Words that say nothing of the subject; folded. Digits and trade words are never here."""

# Irregular plurals, and the short words whose final s Snowball keeps. The stemmer does the rest.
_SINGULARS = {
    "lieux": "lieu",
    "milieux": "milieu",
    "jeux": "jeu",
    "enjeux": "enjeu",
    "travaux": "travail",
    "baux": "bail",
    "vœux": "vœu",
    "voeux": "voeu",
}
_SHORT_PLURAL = re.compile(r"..?.?[aeiouyéèêàù]s\Z")

_HYPHENS = "-\u2010\u2011\u2012\u2013"
_WORD = re.compile(
    r"""
      (?P<acronym>\b(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?)
    | (?P<number>(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d))
    | (?P<word>aujourd['’\u02bc]hui|[^\W_](?:[^\W_]|[\u0300-\u036f])*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})


class _Stemmer(Protocol):
    def stem(self, word: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its form, its accented spelling, where it stands in that text.

    `attached` tells that only a hyphen separates it from the word before.
    """

    form: str
    spelling: str
    start: int
    end: int
    attached: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """The two streams of a text, each one string of tokens separated by spaces."""

    forms: str
    variants: str


def fold(text: str) -> str:
    """Put a word in its form: no capital, no accent, no ligature, letters and digits only."""
    if text.isascii():
        return _NOT_ALPHANUMERIC.sub("", text.lower())
    return _fold_unicode(text)


@lru_cache(maxsize=65_536)
def _fold_unicode(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return _NOT_ALPHANUMERIC.sub("", "".join(c for c in decomposed if not unicodedata.combining(c)))


def words(text: str) -> Iterator[Word]:
    """Find the words of a text, elisions apart, dotted acronyms and grouped digits whole."""
    previous_end = -2
    for match in _WORD.finditer(text):
        spelling = match.group()
        form = fold(spelling)
        if not form:
            continue
        start, end = match.span()
        attached = start == previous_end + 1 and text[previous_end] in _HYPHENS
        previous_end = end
        yield Word(form, spelling, start, end, attached)


def is_stop_word(form: str) -> bool:
    """Tell whether a form says nothing of the subject."""
    return form in STOP_WORDS


@lru_cache(maxsize=131_072)
def stems(spelling: str) -> tuple[str, ...]:
    """Return the one or two stems of a word: as it is spelt, and without its accents."""
    lowered = unicodedata.normalize("NFC", spelling).casefold()
    if not lowered.isalpha():
        return (fold(lowered),)
    spelt = fold(_stem(lowered))
    plain = fold(_stem(fold(lowered)))
    return (spelt,) if spelt == plain else (spelt, plain)


def compounds(found: list[Word]) -> Iterator[tuple[int, str]]:
    """Give each hyphenated word as one, with the position of its last part in the list."""
    start = 0
    for position in range(1, len(found) + 1):
        if position < len(found) and found[position].attached:
            continue
        # Letters only: 2021-2027 is two years, not a word.
        if position - start > 1 and all(word.form.isalpha() for word in found[start:position]):
            yield position - 1, "".join(word.spelling for word in found[start:position])
        start = position


def analyse(text: str) -> Analysis:
    """Make the two streams that the index holds for a text."""
    found = list(words(text))
    variants = [stem for word in found if word.form not in STOP_WORDS for stem in stems(word.spelling)]
    for _, joined in compounds(found):
        variants.extend(stems(joined))
    return Analysis(" ".join(word.form for word in found), " ".join(variants))


def _stem(word: str) -> str:
    singular = _SINGULARS.get(word)
    if singular is None:
        singular = word[:-1] if _SHORT_PLURAL.match(word) else word
    return _stemmer().stem(singular)


@cache
def _stemmer() -> _Stemmer:
    # Imported late: 30 to 70 ms, never before the first paint.
    from whoosh.lang.snowball.french import FrenchStemmer  # noqa: PLC0415

    stemmer: _Stemmer = FrenchStemmer()
    return stemmer
