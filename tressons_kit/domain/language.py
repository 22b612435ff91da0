"""The languages that the program speaks; what it tells of, the fiches, is French in all of them."""

from enum import StrEnum


class Language(StrEnum):
    """A language by its code, as the state file, the command line and catalogues name it."""

    FRENCH = "fr"
    ENGLISH = "en"

    @property
    def own_name(self) -> str:
        """The name that a language gives itself: one looks for one's own."""
        return _OWN_NAMES[self]

    @classmethod
    def read(cls, written: str) -> "Language":
        """Read a code as it was written; French, the language of the kit, when it is unknown."""
        return cls(written) if written in set(cls) else cls.FRENCH


_OWN_NAMES = {Language.FRENCH: "Français", Language.ENGLISH: "English"}
