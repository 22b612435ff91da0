"""The words that people read: French in the source, other languages from gettext catalogues.

French is the language of the source, so a French reader needs no catalogue; `plural` follows the
French rule (0 and 1 are singular) when none is loaded.
"""

from typing import Protocol

from tressons_kit.domain.language import Language

_SIGNS = {Language.FRENCH: ("\u202f", ","), Language.ENGLISH: (",", ".")}


# Where a line must not end: a sign stays with its word, a guillemet with what it opens or closes.
_KEPT_TOGETHER = {
    " :": "\u00a0:",
    " ;": "\u202f;",
    " !": "\u202f!",
    " ?": "\u202f?",
    " %": "\u202f%",
    "« ": "«\u00a0",
    " »": "\u00a0»",
}


class Catalogue(Protocol):
    """What gives the texts of a language, as those of gettext do."""

    def gettext(self, message: str, /) -> str:
        """Return a text."""

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """Return the form that goes with a count."""


class Texts:
    """The texts of one language, and how it writes numbers."""

    def __init__(
        self,
        catalogue: Catalogue | None = None,
        language: Language = Language.FRENCH,
    ) -> None:
        self._catalogue = catalogue
        self.language = language
        self._thousands, self._point = _SIGNS[language]

    def __call__(self, french: str) -> str:
        """Return a text in the reader's language."""
        # The empty text is the name that catalogues give to their own header.
        return self._catalogue.gettext(french) if self._catalogue and french else french

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the singular or the plural text for a count, which the caller fills in."""
        if self._catalogue:
            return self._catalogue.ngettext(one, many, count)
        return one if abs(count) < 2 else many  # noqa: PLR2004 - the French rule

    def number(self, count: int) -> str:
        """Write a whole number: 14 838 with a narrow no-break space, or 14,838."""
        return f"{count:,}".replace(",", self._thousands)

    def decimal(self, value: float, places: int) -> str:
        """Write a number with so many decimals: 0,25 or 0.25."""
        return f"{value:.{places}f}".replace(".", self._point)


class _TypesetFrench:
    """The French of the source with the spaces that print would give it."""

    def gettext(self, message: str) -> str:
        for typed, printed in _KEPT_TOGETHER.items():
            message = message.replace(typed, printed)
        return message

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(FRENCH.plural(one, many, count))


FRENCH = Texts()
"""As it is typed: what a terminal shows can be typed again, and searched for."""

TYPESET_FRENCH = Texts(_TypesetFrench())
"""As it is printed: what a window shows is cut into lines by Qt, which takes any plain space."""


def later(french: str) -> str:
    """Mark a text of a table, which is put in the reader's language where it is shown."""
    return french


def number(count: int, texts: Texts) -> str:
    """Write a whole number as the reader does: 14 838, with a narrow no-break space, or 14,838."""
    return texts.number(count)
