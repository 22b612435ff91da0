"""Opens a kit once and builds every service on it: what all faces are made of."""

from dataclasses import dataclass
from pathlib import Path

from tressons_kit.library.completion import CompletionService
from tressons_kit.library.excerpts import ExcerptService
from tressons_kit.library.fiches import FicheRepository
from tressons_kit.library.kit import Kit
from tressons_kit.library.search import SearchService
from tressons_kit.library.suggestions import SuggestionService


@dataclass(frozen=True, slots=True)
class Services:
    """The services of one opened kit."""

    kit: Kit
    fiches: FicheRepository
    search: SearchService
    excerpts: ExcerptService
    completion: CompletionService
    suggestions: SuggestionService

    def close(self) -> None:
        """Let go of the kit's file."""
        self.kit.close()


def open_services(kit_path: Path) -> Services:
    """Open a kit and build its services, or raise the KitUnreadable that tells what is wrong."""
    kit = Kit(kit_path)
    search = SearchService(kit)
    return Services(
        kit=kit,
        fiches=FicheRepository(kit),
        search=search,
        excerpts=ExcerptService(kit, search.sought),
        completion=CompletionService(kit),
        suggestions=SuggestionService(kit, search),
    )
