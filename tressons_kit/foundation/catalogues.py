"""The gettext catalogues of the program: French needs none, the others are in `resources/locale/`."""

from pathlib import Path

from tressons_kit.domain.language import Language
from tressons_kit.foundation import paths
from tressons_kit.foundation.texts import FRENCH, Texts

DOMAIN = "tressons_kit"


def texts_of(language: Language) -> Texts:
    """Return the texts of a language; those of French when its catalogue cannot be read."""
    if language is Language.FRENCH:
        return FRENCH
    # Most readers are French: they do not wait for what reads catalogues.
    import logging  # noqa: PLC0415
    import struct  # noqa: PLC0415
    from gettext import GNUTranslations  # noqa: PLC0415

    try:
        with catalogue_path(language, "mo").open("rb") as file:
            return Texts(GNUTranslations(file), language)
    except (OSError, ValueError, struct.error) as error:
        logging.getLogger("kit.words").warning("catalogue of %s unreadable: %s", language, error)
        return FRENCH


def catalogue_path(language: Language, kind: str) -> Path:
    """Return the catalogue of a language: `po` is what people edit, `mo` what programs read."""
    return paths.resources() / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.{kind}"
