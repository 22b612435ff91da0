"""What is said of a key figure beside its value: when it was true."""

import re

from tressons_kit.domain.fiche import KeyFigure, Source
from tressons_kit.foundation.texts import Texts

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def figure_date(figure: KeyFigure, source: Source | None, texts: Texts) -> str:
    """Return the date of a figure, else that of its source, else that there is none.

    A figure that names its year in its own words needs nothing more.
    """
    if figure.date:
        return figure.date
    if _YEAR.search(f"{figure.value} {figure.label}"):
        return ""
    if source is not None and source.date:
        return texts("source : {}").format(source.date)
    return texts("sans date")
