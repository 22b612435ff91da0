"""How much of a fiche each depth shows."""

import pytest

from tressons_kit.domain.depths import SHORT_PARTS, Depth, shown_sections
from tressons_kit.domain.fiche import Section
from tressons_kit.domain.fiche_types import RULES, FicheType


def sections(*titles: str) -> tuple[Section, ...]:
    return tuple(Section(f"partie-{n}", title, "", "", "") for n, title in enumerate(titles))


@pytest.mark.parametrize("kind", [kind for kind, rules in RULES.items() if rules.parts])
def test_the_short_parts_are_some_of_the_parts_of_the_type(kind: FicheType) -> None:
    short = SHORT_PARTS[kind]

    assert set(short) < set(RULES[kind].parts)
    assert len(shown_sections(kind, sections(*RULES[kind].parts), Depth.SHORT)) == len(short)


def test_every_type_has_its_short_parts() -> None:
    assert set(SHORT_PARTS) == set(FicheType)


def test_thirty_seconds_have_no_part_and_the_whole_has_all() -> None:
    parts = sections("En bref", "Le projet")

    assert shown_sections(FicheType.PORTRAIT, parts, Depth.BRIEF) == ()
    assert shown_sections(FicheType.PORTRAIT, parts, Depth.FULL) == parts


def test_a_free_body_gives_its_first_part() -> None:
    parts = sections("Avant la séance", "Pendant")

    assert shown_sections(FicheType.HANDBOOK, parts, Depth.SHORT) == parts[:1]
    assert shown_sections(FicheType.NOTE, (), Depth.SHORT) == ()


@pytest.mark.parametrize(
    ("written", "depth"),
    [("30s", Depth.BRIEF), ("3min", Depth.SHORT), ("", Depth.FULL), ("x", Depth.FULL)],
)
def test_an_unknown_depth_is_the_whole_fiche(written: str, depth: Depth) -> None:
    assert Depth.read(written) is depth
