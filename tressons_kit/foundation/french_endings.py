"""The regular endings of French: from a plural or a feminine to a masculine singular, and of verbs.

Nothing here knows a word: it says what an ending may stand for. What the regular endings get wrong is
in `french_lexicon.txt`.
"""

from collections.abc import Iterator

_MASCULINES = (
    ("enne", "en"),
    ("onne", "on"),
    ("trice", "teur"),
    ("euse", "eux"),
    ("eure", "eur"),
    ("elle", "el"),
    ("eille", "eil"),
    ("ette", "et"),
    ("ète", "et"),
    ("ève", "ef"),
    ("ive", "if"),
    ("ière", "ier"),
    ("ère", "er"),
    ("aise", "ai"),
    ("oise", "oi"),
    ("ouse", "ou"),
    ("ulle", "ul"),
)
_SHORTEST = 3
_PLURALS = (("eaux", "eau"), ("aux", "al"), ("oux", "ou"))

FIRST_GROUP = frozenset(
    (
        "er e es ent ee ees ez ons ant ants ante antes ais ait aient ions iez a ai as erent"
        " asse asses assent era erai eras erez erons eront erais erait eraient erions eriez"
    ).split()
)
"""The endings of the verbs in -er, folded; their participles are those of `e`."""

SECOND_GROUP = frozenset(
    (
        "ir i ie is ies it issons issez issent issais issait issions issiez issaient issant issants"
        " issante issantes isse isses irent ira irai iras irez irons iront irais irait"
        " iraient irions iriez"
    ).split()
)
"""The endings of the verbs conjugated as « finir », folded."""

OTHER_VERBS = frozenset(
    (
        "|s|t|e|es|ons|ez|ent|ais|ait|aient|ions|iez|ant|ants|ante|antes|a|ai|as|ont|rent|sse|ssent"
    ).split("|")
)
"""What may follow a radical of the other verbs, folded."""

_LONGEST = 8


def singular(word: str) -> str:
    """Return the singular of a noun or an adjective, lowered and accented."""
    if len(word) <= _SHORTEST or word[-1] not in "sx":
        return word
    if word[-1] == "s":
        return word if word[-2] == "s" else word[:-1]
    for plural, one in _PLURALS:
        if word.endswith(plural):
            return word[: -len(plural)] + one
    return word


def masculine(one: str) -> str:
    """Return what a feminine singular would be in the masculine; a word that is none keeps its e."""
    if one[-1:] != "e" or len(one) <= _SHORTEST:
        return one
    for feminine, other in _MASCULINES:
        if one.endswith(feminine) and len(one) > len(feminine):
            return one[: -len(feminine)] + other
    return one


_LIKELY_VERB = (
    "eraient",
    "erait",
    "erons",
    "eront",
    "èrent",
    "aient",
    "erai",
    "era",
    "ait",
    "ée",
    "er",
    "é",
)
_SHORTEST_RADICAL = 4


def likely_radical(one: str) -> str | None:
    """Return the radical of a singular that ends as a verb in -er, or nothing: for unknown verbs."""
    for ending in _LIKELY_VERB:
        radical = one[: -len(ending)]
        if one.endswith(ending) and len(radical) >= _SHORTEST_RADICAL and radical[-1] not in "iégh":
            return radical  # after g, h, i: `étranger`, `rocher`, `fermier` are no verbs
    return None


def bare(one: str) -> str:
    """Return what is left of a masculine singular when nothing tells it from its feminine any more."""
    if len(one) <= _SHORTEST:
        return one
    if one.endswith(("ique", "uque")):
        return one[:-3] + "c"
    if one[-1] in "eë":
        return one[:-1]
    if one.endswith(("eur", "eux", "ais", "ois")):
        return one[:-1]
    return one


def cuts(folded: str) -> Iterator[tuple[str, str]]:
    """Give the ways to cut a folded word in a radical and what may be an ending, the shortest first."""
    for at in range(len(folded), max(2, len(folded) - _LONGEST) - 1, -1):
        yield folded[:at], folded[at:]


def first_group_radicals(radical: str, ending: str) -> tuple[str, ...]:
    """Return the radicals of an infinitive that this one may stand for: `appell` for `appel`."""
    if ending[:1] in ("a", "o"):
        return (radical, radical[:-1]) if radical.endswith("ge") else (radical,)
    if ending[:1] == "e" and ending not in ("er", "ee", "ees", "ez"):
        if radical.endswith(("ell", "ett")):
            return radical, radical[:-1]
        if radical.endswith("i"):
            return radical, radical[:-1] + "y"
    return (radical,)
