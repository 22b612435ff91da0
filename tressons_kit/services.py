"""Opens a kit once and builds every service on it: what all faces are made of."""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tressons_kit.domain.freshness import believed_today
from tressons_kit.foundation.texts import FRENCH, Texts
from tressons_kit.library.fiches import FicheRepository
from tressons_kit.library.kit import Kit
from tressons_kit.library.search import SearchService

if TYPE_CHECKING:
    from tressons_kit.library.comparison import ComparisonService
    from tressons_kit.library.completion import CompletionService
    from tressons_kit.library.excerpts import ExcerptService
    from tressons_kit.library.glossary import Glossary
    from tressons_kit.library.similar import SimilarCases
    from tressons_kit.library.suggestions import SuggestionService


class Services:
    """The services of one opened kit.

    Those that nobody needs before the first paint are imported when they are first asked for.
    """

    def __init__(self, kit: Kit, texts: Texts = FRENCH) -> None:
        self.kit = kit
        self.fiches = FicheRepository(kit)
        self.search = SearchService(kit, texts)

    @cached_property
    def excerpts(self) -> "ExcerptService":
        """What cuts the passages that answer."""
        from tressons_kit.library.excerpts import ExcerptService  # noqa: PLC0415

        return ExcerptService(self.kit, self.search.sought)

    @cached_property
    def completion(self) -> "CompletionService":
        """What completes a text that is being typed."""
        from tressons_kit.library.completion import CompletionService  # noqa: PLC0415

        return CompletionService(self.kit)

    @cached_property
    def similar(self) -> "SimilarCases":
        """What finds the cases that are like another."""
        from tressons_kit.library.similar import SimilarCases  # noqa: PLC0415

        return SimilarCases(self.kit, self.fiches)

    @cached_property
    def comparison(self) -> "ComparisonService":
        """What sets fiches side by side."""
        from tressons_kit.library.comparison import ComparisonService  # noqa: PLC0415

        return ComparisonService(self.kit, self.fiches)

    @property
    def today(self) -> date:
        """The person's calendar day; that of the kit's content when the clock is behind it."""
        return believed_today(date.today(), self.kit.info.content_day)  # noqa: DTZ011

    @cached_property
    def glossary(self) -> "Glossary":
        """The terms of the trade."""
        from tressons_kit.library.glossary import Glossary  # noqa: PLC0415

        return Glossary(self.kit)

    @cached_property
    def suggestions(self) -> "SuggestionService":
        """What to try when nothing is found."""
        from tressons_kit.library.suggestions import SuggestionService  # noqa: PLC0415

        return SuggestionService(self.kit, self.search)

    def close(self) -> None:
        """Let go of the kit's file."""
        self.kit.close()


def open_services(kit_path: Path, texts: Texts = FRENCH) -> Services:
    """Open a kit and build its services, or raise the KitUnreadable that tells what is wrong.

    `texts` word what is said of a query as it was read.
    """
    return Services(Kit(kit_path), texts)
