"""The fiches lead to one another: no dead end, no orphan, every theme has its ways in."""

import re
from collections import defaultdict
from collections.abc import Mapping

import pytest

from tressons_kit.authoring.content import Content
from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import Fiche
from tressons_kit.domain.fiche_types import FicheType

Fiches = Mapping[FicheCode, Fiche]

# What the kit promises: docs/guide-de-redaction.md.
FEWEST = {
    FicheType.CASE: 60,
    FicheType.PORTRAIT: 60,
    FicheType.ORGANISATION_FORM: 18,
    FicheType.LEVER: 22,
    FicheType.SCHEME: 20,
    FicheType.ACTOR: 25,
    FicheType.MONOGRAPH: 4,
    FicheType.PRACTICE: 15,
    FicheType.ARGUMENT: 14,
    FicheType.HANDBOOK: 8,
    FicheType.SESSION: 6,
}


def _neighbours(content: Content) -> dict[FicheCode, set[FicheCode]]:
    """Return the fiches that each one leads to, by its links or in its text."""
    return {
        one.fiche.code: {link.target for link in one.fiche.links} | _mentioned(one.fiche)
        for one in content.fiches
    }


def _mentioned(fiche: Fiche) -> set[FicheCode]:
    text = "\n".join(section.markdown for section in fiche.sections)
    return {FicheCode(code) for code in re.findall(r"\]\(([A-Z]\d{2,4})\)", text)}


def test_the_kit_holds_what_it_promises(content: Content, fiches: Fiches) -> None:
    counts = {kind: sum(fiche.type is kind for fiche in fiches.values()) for kind in FEWEST}
    assert {kind: (counts[kind], least) for kind, least in FEWEST.items() if counts[kind] < least} == {}
    assert len(content.glossary.terms) >= 110


def test_no_fiche_is_a_dead_end(fiches: Fiches) -> None:
    assert [code for code, fiche in fiches.items() if len(fiche.links) < 2] == []


def test_each_link_says_why(fiches: Fiches) -> None:
    short = [
        (code, link.target, link.reason)
        for code, fiche in fiches.items()
        for link in fiche.links
        if len(link.reason) < 10
    ]
    assert short == []


def test_no_fiche_is_an_orphan(content: Content) -> None:
    neighbours = _neighbours(content)
    led_to = {target for code, targets in neighbours.items() for target in targets - {code}}
    assert sorted(neighbours.keys() - led_to) == []


def test_everything_can_be_reached_from_the_first_chapter(content: Content) -> None:
    neighbours = _neighbours(content)
    reached: set[FicheCode] = set()
    waiting = [FicheCode("U01")]
    while waiting:
        code = waiting.pop()
        if code not in reached:
            reached.add(code)
            waiting += neighbours[code]
    assert sorted(neighbours.keys() - reached) == []


def test_each_lever_has_two_examples(content: Content, fiches: Fiches) -> None:
    neighbours = _neighbours(content)
    initiatives = {
        code for code, fiche in fiches.items() if fiche.type in {FicheType.CASE, FicheType.PORTRAIT}
    }
    few = {
        code: len(neighbours[code] & initiatives)
        for code, fiche in fiches.items()
        if fiche.type is FicheType.LEVER and len(neighbours[code] & initiatives) < 2
    }
    assert few == {}


@pytest.mark.parametrize("letter", ["F", "L"])
def test_each_case_leads_to_its_form_and_to_a_lever(letter: str, content: Content) -> None:
    neighbours = _neighbours(content)
    without = [
        one.fiche.code
        for one in content.fiches
        if one.fiche.type is FicheType.CASE
        and not any(code.startswith(letter) for code in neighbours[one.fiche.code])
    ]
    assert without == []


def test_each_argument_has_a_figure_and_two_cases(content: Content, fiches: Fiches) -> None:
    neighbours = _neighbours(content)
    poor = [
        code
        for code, fiche in fiches.items()
        if fiche.type is FicheType.ARGUMENT
        and (not fiche.figures or sum(other[0] in "CTM" for other in neighbours[code]) < 2)
    ]
    assert poor == []


def test_each_theme_is_seen_from_three_sides(content: Content, fiches: Fiches) -> None:
    types = defaultdict(set)
    for fiche in fiches.values():
        for theme in fiche.facets.get("themes", ()):
            types[theme].add(fiche.type)
    themes = [term.id for term in next(f for f in content.taxonomy if f.id == "themes").terms]
    assert {theme: len(types[theme]) for theme in themes if len(types[theme]) < 3} == {}


def test_each_region_of_the_taxonomy_has_an_initiative(content: Content, fiches: Fiches) -> None:
    seen = {region for fiche in fiches.values() for region in fiche.facets.get("region", ())}
    regions = {term.id for term in next(f for f in content.taxonomy if f.id == "region").terms}
    # No initiative of these is in the facts.
    assert sorted(regions - seen) == []
