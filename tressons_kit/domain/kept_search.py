"""A search that the user keeps, or that the program remembers for a while."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tressons_kit.domain.query import Filters


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """Words and filters; `unknown` is what another version of the program wrote beside them."""

    text: str = ""
    filters: Filters = field(default_factory=dict)
    unknown: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to search again."""
        return not self.text.strip() and not any(self.filters.values())

    def asks_the_same(self, other: "KeptSearch") -> bool:
        """Tell whether two searches differ at most by capitals and spaces."""
        return _plain(self.text) == _plain(other.text) and self.filters == other.filters


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search kept on purpose, under a name that no other one has."""

    name: str
    search: KeptSearch


@dataclass(frozen=True, slots=True)
class UnansweredSearch:
    """A search that found nothing of use: what, on which day (ISO), in which version of the kit."""

    search: KeptSearch
    date: str
    kit_version: str


@dataclass(frozen=True, slots=True)
class Searches:
    """All that is kept, newest first but for the saved ones, which are in the user's order."""

    recent: tuple[KeptSearch, ...] = ()
    saved: tuple[SavedSearch, ...] = ()
    unanswered: tuple[UnansweredSearch, ...] = ()
    unknown: Mapping[str, Any] = field(default_factory=dict)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
