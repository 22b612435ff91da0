"""What the page of a fiche needs beyond the fiche."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from tressons_kit.domain.depths import Depth
from tressons_kit.domain.fiche import RelatedFiche, SimilarFiche
from tressons_kit.domain.taxonomy import Taxonomy
from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.theme import Palette


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The neighbours, the look, the day, how far one reads, and what was unfolded."""

    related: Sequence[RelatedFiche]
    taxonomy: Taxonomy
    texts: Texts
    palette: Palette
    today: date
    place: str = ""
    opened_answers: Collection[int] = ()
    similar: Sequence[SimilarFiche] = ()
    depth: Depth = Depth.FULL
    cards_a_row: int = 3
