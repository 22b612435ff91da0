"""The sign of each state of freshness: an icon and the role of its colour, never a colour alone."""

from tressons_kit.domain.freshness import FreshnessState

FRESHNESS_SIGNS: dict[FreshnessState, tuple[str, str]] = {
    FreshnessState.VERIFIED: ("check", "soft_ink"),
    FreshnessState.DUE: ("clock", "focus"),
    FreshnessState.EXPIRED: ("triangle-alert", "focus"),
}
