"""Where the reader has been: back and forward, with the position in the page. No Qt."""

from dataclasses import dataclass, replace
from enum import Enum, auto


class PageName(Enum):
    """The pages of the window."""

    HOME = auto()
    LIBRARY = auto()
    GLOSSARY = auto()
    COMPARE = auto()


@dataclass(frozen=True, slots=True)
class Location:
    """A page; in the library, the fiche on show and the words marked in it; `scroll` is in pixels.

    `compared` are the codes of the columns, on the page that compares.
    """

    page: PageName
    code: str = ""
    source: int = 0
    scroll: int = 0
    words: str = ""
    compared: tuple[str, ...] = ()

    @property
    def is_at(self) -> tuple[PageName, str, int, tuple[str, ...]]:
        """What makes another place of this one: neither the scroll nor the marks."""
        return self.page, self.code, self.source, self.compared


class History:
    """The locations visited, as a browser keeps them."""

    def __init__(self, first: Location) -> None:
        self._visited = [first]
        self._position = 0

    @property
    def current(self) -> Location:
        """Where we are."""
        return self._visited[self._position]

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is somewhere to go back to."""
        return self._position > 0

    @property
    def can_go_forward(self) -> bool:
        """Tell whether we came back from somewhere."""
        return self._position < len(self._visited) - 1

    def visit(self, location: Location) -> None:
        """Go somewhere new: what was ahead is forgotten."""
        if location.is_at == self.current.is_at:
            return
        self._visited[self._position + 1 :] = [location]
        self._position += 1

    def replace_current(self, location: Location) -> None:
        """Change where we are without a new step: a preview, a scroll."""
        self._visited[self._position] = location

    def leave_at(self, scroll: int) -> None:
        """Remember how far the page was scrolled before leaving it."""
        self.replace_current(replace(self.current, scroll=scroll))

    def back(self) -> Location:
        """Go back one step, or stay."""
        self._position = max(self._position - 1, 0)
        return self.current

    def forward(self) -> Location:
        """Go forward one step, or stay."""
        self._position = min(self._position + 1, len(self._visited) - 1)
        return self.current
