"""Whether what a fiche says can still be relied on, judged offline from its own two dates."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

_A_YEAR = 365


class FreshnessState(Enum):
    """From checked and in time, to more than a year after the date of its review."""

    VERIFIED = auto()
    DUE = auto()
    EXPIRED = auto()


@dataclass(frozen=True, slots=True)
class Freshness:
    """A state, and the dates that it comes from."""

    state: FreshnessState
    verified_on: date | None
    review_before: date | None


def believed_today(clock: date, content_day: date | None) -> date:
    """Return the day to judge by: a clock that is behind the kit itself is wrong."""
    return max(clock, content_day) if content_day else clock


def judge_freshness(
    verified_on: date | None, review_before: date | None, today: date
) -> Freshness | None:
    """Judge a fiche on a day; None when it has neither date, as the sheets of a local pack may."""
    if verified_on is None and review_before is None:
        return None
    state = FreshnessState.VERIFIED
    if review_before is not None and review_before < today:
        late = (today - review_before).days > _A_YEAR
        state = FreshnessState.EXPIRED if late else FreshnessState.DUE
    return Freshness(state, verified_on, review_before)
