"""The lexicon holds together: no word has two places in it, and it is written in order."""

import runpy
from collections import Counter

from tests.builders import ROOT
from tressons_kit.foundation import french_lexicon
from tressons_kit.foundation.french_families import readings
from tressons_kit.foundation.french_lexicon import families, lexicon

SCRIPT = ROOT / "build/french_lexicon.py"


def _repeated(found: list[str]) -> list[str]:
    return [name for name, count in Counter(found).items() if count > 1]


def _members(line: str) -> list[str]:
    return line.partition(" :")[0].split(" / ")


def test_it_is_as_its_script_writes_it() -> None:
    script = runpy.run_path(str(SCRIPT))
    text = script["LEXICON"].read_text(encoding="utf-8")

    assert script["in_order"](text) == text


def test_a_form_is_of_one_word() -> None:
    assert (
        _repeated([form for line in french_lexicon._sections()["formes"] for form in line.split()])
        == []
    )


def test_a_stem_is_of_one_family() -> None:
    lines = french_lexicon._sections()["familles"]

    assert _repeated([stem for line in lines for stem in line.partition(" :")[2].split()]) == []
    assert all(":" in line for line in lines)


def test_a_word_set_apart_is_in_one_line_and_in_no_family() -> None:
    apart = [key for line in families().apart for key in {readings(word)[0].key for word in line}]
    joined = {
        readings(word)[0].key
        for line in french_lexicon._sections()["familles"]
        for word in _members(line)
    }

    assert _repeated(apart) == []
    assert joined.isdisjoint(apart)


def test_verbs_are_infinitives() -> None:
    known = lexicon()

    assert all(verb.endswith("er") for verb in known.first_group.values())
    assert all(verb.endswith("ir") for verb in known.second_group.values())
    assert all(verb.endswith(("re", "oir", "ir", "er")) for verb in known.radicals.values())
    assert "tenir" in known.radicals.values()
    assert "maintenir" in known.radicals.values()
