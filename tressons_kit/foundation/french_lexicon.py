"""The lexicon of the French analyser: the words that its rules do not reach.

`french_lexicon.txt` says how it is written. It is read once, when a first word is analysed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tressons_kit.foundation.french_letters import fold

_SECTIONS = ("verbes en -er", "verbes comme finir", "verbes comme rendre", "autres verbes", "formes")
_REGULAR_RADICALS = ("", "r", "u", "i")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the lexicon says; radicals are folded, the rest is as it is spelt.

    `first_group`, `second_group` and `radicals` give the infinitive of a radical; `groups` gives the
    first form of the group of a form; `unaccented` the same from folded forms that have an accent.
    """

    first_group: dict[str, str] = field(default_factory=dict)
    second_group: dict[str, str] = field(default_factory=dict)
    radicals: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    unaccented: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Families:
    """The families that Snowball misses or makes up.

    `joined` gives the stem that stands for several; `apart` the family of words that Snowball would
    put in another.
    """

    joined: dict[str, str] = field(default_factory=dict)
    apart: tuple[tuple[str, ...], ...] = ()


@cache
def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    text = Path(__file__).with_name("french_lexicon.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return sections


@cache
def lexicon() -> Lexicon:
    """Read the verbs and the irregular forms."""
    first, second, regular, others, groups = (_sections()[name] for name in _SECTIONS)
    read = Lexicon(
        {fold(verb[:-2]): verb for line in first for verb in line.split()},
        {fold(verb[:-2]): verb for line in second for verb in line.split()},
        dict(_radicals(regular, others)),
    )
    for line in groups:
        forms = line.split()
        for form in forms:
            read.groups[form] = forms[0]
            folded = fold(form)
            if folded != form:
                heads = read.unaccented.get(folded, ())
                read.unaccented[folded] = heads if forms[0] in heads else (*heads, forms[0])
    return read


def _radicals(regular: list[str], others: list[str]) -> Iterator[tuple[str, str]]:
    for line in regular:
        for verb in line.split():
            radical = fold(verb[:-2])
            for more in _REGULAR_RADICALS:
                yield radical + more, verb
    for line in others:
        verbs, _, radicals = line.partition(":")
        model, *prefixes = verbs.split()
        for prefix in ("", *prefixes):
            start = fold(prefix)
            yield start + fold(model), prefix + model
            for radical in radicals.split():
                yield start + radical, prefix + model


@cache
def families() -> Families:
    """Read the families."""
    sections = _sections()
    joined: dict[str, str] = {}
    for line in sections["familles"]:
        stems = line.partition(":")[2].split()
        joined.update(dict.fromkeys(stems, stems[0] if stems else ""))
    apart = tuple(tuple(line.replace("/", " ").split()) for line in sections["à part"])
    return Families(joined, apart)
