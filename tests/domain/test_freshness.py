"""Whether a fiche is still to be relied on, judged by its dates and a clock that may be wrong."""

from datetime import date

import pytest

from tressons_kit.domain.freshness import (
    Freshness,
    FreshnessState,
    believed_today,
    judge_freshness,
)
from tressons_kit.foundation.freshness_words import freshness_line, freshness_reason, freshness_tag
from tressons_kit.foundation.texts import FRENCH

VERIFIED, REVIEW = date(2026, 11, 1), date(2027, 5, 1)


def judged(today: date) -> Freshness:
    freshness = judge_freshness(VERIFIED, REVIEW, today)
    assert freshness is not None
    return freshness


@pytest.mark.parametrize(
    ("today", "state", "tag", "line"),
    [
        (
            date(2027, 5, 1),
            FreshnessState.VERIFIED,
            "nov.\u00a02026",
            "Vérifié en novembre 2026 · à revoir avant mai 2027",
        ),
        (
            date(2027, 5, 2),
            FreshnessState.DUE,
            "à revoir",
            "Vérifié en novembre 2026 · à revoir depuis mai 2027",
        ),
        (
            date(2028, 5, 1),
            FreshnessState.EXPIRED,
            "périmé",
            "Périmé · vérifié en novembre 2026 · à revoir depuis mai 2027",
        ),
    ],
)
def test_a_fiche_ages(today: date, state: FreshnessState, tag: str, line: str) -> None:
    freshness = judged(today)

    assert freshness.state is state
    assert freshness_tag(freshness, FRENCH) == tag
    assert freshness_line(freshness, FRENCH) == line
    assert freshness_reason(freshness, FRENCH).endswith(".")


def test_a_clock_behind_the_kit_is_not_believed() -> None:
    assert believed_today(date(1970, 1, 1), date(2026, 11, 24)) == date(2026, 11, 24)
    assert believed_today(date(2027, 1, 1), date(2026, 11, 24)) == date(2027, 1, 1)
    assert believed_today(date(2027, 1, 1), None) == date(2027, 1, 1)


def test_a_missing_date_says_nothing_false() -> None:
    assert judge_freshness(None, None, REVIEW) is None
    only_verified = judge_freshness(VERIFIED, None, date(2050, 1, 1))
    assert only_verified is not None
    assert freshness_line(only_verified, FRENCH) == "Vérifié en novembre 2026"
    only_review = judge_freshness(None, REVIEW, VERIFIED)
    assert only_review is not None
    assert freshness_line(only_review, FRENCH) == "À revoir avant mai 2027"
    assert freshness_tag(only_review, FRENCH) == ""
