"""The words that people read: French in the source, other languages from gettext catalogues.

French is the language of the source, so a French reader needs no catalogue; `plural` follows the
French rule (0 and 1 are singular) when none is loaded.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gettext


class Texts:
    """The texts of one language."""

    def __init__(self, catalogue: "gettext.NullTranslations | None" = None) -> None:
        self._catalogue = catalogue

    def __call__(self, french: str) -> str:
        """Return a text in the reader's language."""
        return self._catalogue.gettext(french) if self._catalogue else french

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the singular or the plural text for a count, which the caller fills in."""
        if self._catalogue:
            return self._catalogue.ngettext(one, many, count)
        return one if abs(count) < 2 else many  # noqa: PLR2004 - the French rule


FRENCH = Texts()


def number(count: int) -> str:
    """Write a whole number as French people read it: 14 838, with a narrow no-break space."""
    return f"{count:,}".replace(",", "\u202f")
