"""Statements have sources, figures have dates, pictures have words."""

import re
from collections.abc import Mapping

from tressons_kit.authoring.content import Content
from tressons_kit.authoring.fiche_file import CompiledFiche
from tressons_kit.authoring.media import ImageUse
from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import Fiche, Medium
from tressons_kit.domain.fiche_types import FicheType

Fiches = Mapping[FicheCode, Fiche]


def _pictures(one: CompiledFiche) -> list[Medium | ImageUse]:
    return [*one.charts, *one.images]


_INITIATIVES = {FicheType.CASE, FicheType.PORTRAIT}


def test_each_fiche_gives_its_sources(fiches: Fiches) -> None:
    without = [code for code, fiche in fiches.items() if not fiche.sources]
    assert [code for code in without if fiches[code].type is not FicheType.SESSION] == []


def test_each_source_has_a_title_that_is_no_address(fiches: Fiches) -> None:
    raw = [
        (code, source.title)
        for code, fiche in fiches.items()
        for source in fiche.sources
        if re.match(r"https?:|www\.|[\w-]+\.[a-z]{2,}/", source.title)
    ]
    assert raw == []


def test_each_source_can_be_found(fiches: Fiches) -> None:
    without = [
        (code, source.number)
        for code, fiche in fiches.items()
        for source in fiche.sources
        if not (source.publisher or source.address)
    ]
    assert without == []


def test_each_key_figure_has_a_source(fiches: Fiches) -> None:
    without = [
        (code, figure.value, figure.label)
        for code, fiche in fiches.items()
        for figure in fiche.figures
        if figure.source is None
    ]
    assert without == []


def test_each_fiche_says_when_it_was_checked_and_when_to_look_again(fiches: Fiches) -> None:
    for code, fiche in fiches.items():
        assert fiche.verified_on is not None, code
        assert fiche.review_before is not None, code
        assert fiche.verified_on < fiche.review_before, code


def test_schemes_are_looked_at_again_within_a_year(fiches: Fiches) -> None:
    """A scheme changes with each budget law."""
    late = []
    for code, fiche in fiches.items():
        if fiche.type is FicheType.SCHEME:
            assert fiche.verified_on is not None
            assert fiche.review_before is not None
            if (fiche.review_before - fiche.verified_on).days > 366:
                late.append(code)
    assert late == []


def test_each_initiative_fills_its_filters(fiches: Fiches) -> None:
    empty = {}
    for code, fiche in fiches.items():
        if fiche.type in _INITIATIVES:
            # A portrait says its outcome only where the facts do: they are short.
            due = {"themes", "region"} | ({"issue"} if fiche.type is FicheType.CASE else set())
            missing = {facet for facet in due if not fiche.facets.get(facet)}
            if missing:
                empty[code] = sorted(missing)
    assert empty == {}


def test_each_commune_has_its_code(fiches: Fiches) -> None:
    wrong = [
        (code, place.commune, place.insee)
        for code, fiche in fiches.items()
        for place in fiche.places
        if place.insee and place.department and not place.insee.startswith(place.department[:2])
    ]
    assert wrong == []


def test_each_picture_is_described(content: Content) -> None:
    short = [
        (one.fiche.code, picture.name, picture.alternative)
        for one in content.fiches
        for picture in _pictures(one)
        if len(picture.alternative.split()) < 6
    ]
    assert short == []
