"""The passages of one fiche, grouped by heading."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import a_fiche, services_on
from tressons_kit.domain.query import FichePassages
from tressons_kit.services import Services

_BODY = (
    "Une épicerie.\n\nLes épiceries solidaires et leurs bénévoles.\n\n"
    "::: question\nQue faire de l’épicerie ?\n\n---\n\nL’épicerie change de gérant.\n:::\n\n"
    "Une épicerie de plus."
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Open a kit of one fiche."""
    opened = services_on(
        tmp_path,
        a_fiche("C01", "Un café-épicerie", summary="Un lieu solidaire.", body=_BODY),
        a_fiche("F03", "La Scic"),
    )
    yield opened
    opened.close()


def passages(services: Services, typed: str) -> FichePassages:
    row = services.fiches.find_row("C01")
    assert row is not None
    return services.excerpts.passages(row, typed)


def test_the_part_that_holds_most_of_the_words_comes_first(services: Services) -> None:
    answer = passages(services, "epiceries solidaires ")

    assert [(group.heading, group.slug) for group in answer.groups] == [
        ("Ce qui a été fait", "ce-qui-a-ete-fait"),
        ("", ""),
    ]
    best = answer.groups[0].passages[0]
    assert [best.text[start:end] for start, end in best.marks] == ["épiceries", "solidaires"]


def test_every_match_is_counted_and_few_are_shown(services: Services) -> None:
    answer = passages(services, "épicerie ")

    assert [group.count for group in answer.groups] == [5, 1]
    assert answer.total == 6
    assert [len(group.passages) for group in answer.groups] == [2, 0]


def test_no_more_than_three_parts_are_given(services: Services) -> None:
    answer = passages(services, "paragraphe ")

    assert len(answer.groups) == 3
    assert answer.total == 7


@pytest.mark.parametrize("typed", ["", "F03", "(", "introuvable"])
def test_nothing_to_mark_gives_no_passage(services: Services, typed: str) -> None:
    assert passages(services, typed) == FichePassages()


def test_the_best_passage_is_the_excerpt_of_the_list(services: Services) -> None:
    row = services.fiches.find_row("C01")
    assert row is not None

    excerpt = services.excerpts.excerpt(row, "bénévoles épicerie")

    assert passages(services, "bénévoles épicerie").groups[0].passages[0] == excerpt
