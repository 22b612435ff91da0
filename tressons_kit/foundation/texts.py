"""The words that people read: French in the source, other languages from gettext catalogues.

French is the language of the source, so a French reader needs no catalogue; `plural` follows the
French rule (0 and 1 are singular) when none is loaded.
"""

from typing import TYPE_CHECKING

from tressons_kit.domain.language import Language

if TYPE_CHECKING:
    import gettext

_SIGNS = {Language.FRENCH: ("\u202f", ","), Language.ENGLISH: (",", ".")}


class Texts:
    """The texts of one language, and how it writes numbers."""

    def __init__(
        self,
        catalogue: "gettext.NullTranslations | None" = None,
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


FRENCH = Texts()


def later(french: str) -> str:
    """Mark a text of a table, which is put in the reader's language where it is shown."""
    return french


def number(count: int, texts: Texts) -> str:
    """Write a whole number as the reader does: 14 838, with a narrow no-break space, or 14,838."""
    return texts.number(count)
