"""One analyser of French, with a version: the compiler and the search both call it.

A text becomes **words**: as they are written, and in their *form*, without capitals, accents nor
ligatures (`œuvre` → `oeuvre`), which is all that the index holds.

What brings words together are **keys**: two words that share one are of a kind. `inflection_keys` are
narrow (the plural, the feminine, the conjugation of one word), `stems` are broad (its derivatives).
Both are made for the word as it is spelt and without its accents, so either spelling finds the other.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tressons_kit.foundation.french_families import Reading, family, readings
from tressons_kit.foundation.french_letters import fold

__all__ = [
    "ANALYSER_VERSION",
    "Word",
    "compounds",
    "fold",
    "inflection_keys",
    "is_stop_word",
    "stems",
    "words",
]

ANALYSER_VERSION = 2
"""Written into every kit; raise it when the analyser or its lexicon changes what is found."""

STOP_WORDS = frozenset(
    (
        "a ai au aux avec c ce ces cet cette ceci cela ca d dans de des du elle elles en es est et"
        " etaient etait ete etre eu eux il ils j je l la le les leur leurs lui m ma mais me mes moi"
        " mon n ne ni nos notre nous on ont ou par pas pour qu que quel quelle quelles quels qui quoi"
        " s sa sans se ses si son sont sur t ta te tes toi ton tu un une vos votre vous y aujourdhui"
        " alors ainsi aussi car comme comment donc dont lors meme memes puis quand"
        " jusqu jusque lorsqu lorsque parce puisqu puisque quelquun quelquune quoiqu quoique"
        " auquel auxquels auxquelles celle celles celui ceux duquel desquels desquelles"
        " lequel laquelle lesquels lesquelles"
    ).split(" ")
)
"""Words that say nothing of the subject; folded. Digits and trade words are never here."""

_HYPHENS = "-\u2010\u2011\u2012\u2013"
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(
    rf"""
      (?P<acronym>\b(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![^\W_]))?)
    | (?P<number>(?<!\d)\d{{1,3}}(?:[ \u00a0\u2009\u202f]\d{{3}})+(?!\d))
    | (?P<apostrophe>\b(?:aujourd['’\u02bc]hui|quelqu['’\u02bc]une?|presqu['’\u02bc](?:î|i\u0302?)les?
        |(?:prud|entr)['’\u02bc][^\W\d_]+)\b)
    | (?P<word>[^\W_](?:[^\W_]|[\u0300-\u036f]|[{_INVISIBLE}](?=[^\W_\d]))*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]")


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


def inflection_keys(spelling: str) -> tuple[str, ...]:
    """Return the keys that a word shares with its plural, its feminine and its other conjugated forms.

    The last one is also the last of the word without its accents.
    """
    found = [reading.key for reading in reversed(_readings(spelling))]
    return tuple(dict.fromkeys(found))[::-1] or (fold(spelling),)


def stems(spelling: str) -> tuple[str, ...]:
    """Return the keys that a word shares with its whole family: `territoire`, `territorial`."""
    return tuple(dict.fromkeys(map(family, _readings(spelling)))) or (fold(spelling),)


@lru_cache(maxsize=131_072)
def _readings(spelling: str) -> tuple[Reading, ...]:
    """Read a word of letters alone; the others (`2a`, `1200`) are only themselves."""
    lowered = unicodedata.normalize("NFC", _UNSEEN.sub("", spelling)).lower()
    return readings(lowered) if lowered.isalpha() else ()
