"""What brings French words together: their inflections (narrow), their derivational family (broad).

A word is read in three ways, in turn: the lexicon's irregular forms; a form of a verb that the lexicon
knows; a noun or an adjective, by its ending. Each reading gives a *lemma*, whose folded spelling is
the narrow key. Its family is the Snowball stem of that lemma, put right by the lexicon.

The same is done without the accents, so that a word typed without them meets the others: the last key
of a word and that of its unaccented spelling are the same.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tressons_kit.foundation.french_endings import (
    FIRST_GROUP,
    OTHER_VERBS,
    SECOND_GROUP,
    bare,
    cuts,
    first_group_radicals,
    likely_radical,
    masculine,
    singular,
)
from tressons_kit.foundation.french_letters import fold
from tressons_kit.foundation.french_lexicon import families, lexicon
from tressons_kit.foundation.french_stemmer import snowball

_MARK = "1"
"""Ends the keys that the lexicon gives: no word that a rule reads holds a digit."""

_ACTORS = ("eur", "eux", "age")
_PARTICIPLES = ("ant", "ants", "ante", "antes")


class Reading(NamedTuple):
    """What a word may be: the key of its inflections, and the lemma to stem."""

    key: str
    lemma: str


def readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of a word in small letters, composed: seldom more than two."""
    folded = fold(word)
    head = lexicon().groups.get(word)
    if head is not None and folded != word:
        return (_of_group(head),)
    own = _read(word) if head is None else (_of_group(head),)
    if folded == word:
        others = tuple(map(_of_group, lexicon().unaccented.get(word, ())))
    else:
        others = readings(folded)
    return tuple(dict.fromkeys((*own, *others)))


def family(reading: Reading) -> str:
    """Return the key of the family of a reading."""
    apart = _apart().get(reading.key) or _verbs_apart().get(reading.lemma)
    if apart is not None:
        return apart
    stem = snowball(reading.lemma)
    return families().joined.get(stem, stem)


def stems_of_family(members: Iterable[str]) -> tuple[str, ...]:
    """Return the Snowball stems of words, spelt and unaccented: what a line of [familles] ends with."""
    found = [reading for word in members for form in (word, fold(word)) for reading in readings(form)]
    return tuple(
        dict.fromkeys(snowball(reading.lemma) for reading in found if reading.key not in _apart())
    )


def _of_group(head: str) -> Reading:
    folded = fold(head)
    is_verb = lexicon().first_group.get(folded[:-2]) == head
    return Reading(folded if is_verb else folded + _MARK, head)


def _read(word: str) -> tuple[Reading, ...]:
    infinitive = _infinitive(fold(word))
    verb = Reading(fold(infinitive), infinitive) if infinitive else None
    if verb and not word.endswith(_PARTICIPLES):
        return (verb,)
    lemma = masculine(singular(word))
    name = Reading(
        fold(likely_radical(lemma) or bare(lemma)) or fold(word),
        infinitive or _actor_verb(fold(lemma)) or lemma,
    )
    # « habitants » is who lives there; « habitant » may be that one or a form of « habiter ».
    return (verb, name) if verb and word.endswith("ant") else (name,)


def _infinitive(folded: str) -> str | None:
    known = lexicon()
    for radical, ending in cuts(folded):
        if ending == "ions" and radical[-1] in "tsx":
            continue  # `portions`, `missions`, `visions` are nouns
        if ending in FIRST_GROUP:
            for candidate in first_group_radicals(radical, ending):
                if candidate in known.first_group:
                    return known.first_group[candidate]
        if ending in SECOND_GROUP and radical in known.second_group:
            return known.second_group[radical]
        if ending in OTHER_VERBS and radical in known.radicals:
            return known.radicals[radical]
    return None


def _actor_verb(folded: str) -> str | None:
    """Return the verb of who does it (`employeur`) or of the deed (`chauffage`)."""
    for ending in _ACTORS:
        if folded.endswith(ending):
            radical = folded[: -len(ending)]
            return lexicon().first_group.get(radical) or lexicon().radicals.get(radical)
    return None


@cache
def _apart() -> dict[str, str]:
    return {
        reading.key: fold(line[0]) + _MARK
        for line in families().apart
        for word in line
        for reading in (readings(word)[0],)
    }


@cache
def _verbs_apart() -> dict[str, str]:
    """Return the families of the verbs set apart: who does it and the deed go with them."""
    words = [word for line in families().apart for word in line if word == _infinitive(fold(word))]
    return {word: _apart()[fold(word)] for word in words}
