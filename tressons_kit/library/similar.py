"""« Un cas comme celui-ci »: cases that share a theme, a form or a kind of territory with a fiche."""

from collections import Counter
from collections.abc import Collection

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import Fiche, SharedTerms, SimilarFiche
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.taxonomy import TYPE_FACET
from tressons_kit.library.bitmaps import Bitmap
from tressons_kit.library.fiches import FicheRepository
from tressons_kit.library.kit import Kit

_WEIGHTS = {"themes": 4, "formes": 2, "territoires": 2}
"""What each facet says of likeness; a theme alone is enough, a form alone is not."""

_ENOUGH = 4
_CASES = (FicheType.CASE, FicheType.PORTRAIT)


class SimilarCases:
    """Finds cases by what they share, in a few operations on sets of fiches."""

    def __init__(self, kit: Kit, fiches: FicheRepository) -> None:
        self._kit, self._fiches = kit, fiches

    def find(
        self, fiche: Fiche, but: Collection[FicheCode] = (), at_most: int = 3
    ) -> tuple[SimilarFiche, ...]:
        """Return the cases most like one, best first; those that the fiche already names are left out.

        Nothing for a fiche that is no case: the forms of a lever do not make it a case.
        """
        if fiche.type not in _CASES:
            return ()
        scores = self._scores(fiche)
        left_out = {self._fiches.find_row(code) for code in (fiche.code, *but)}
        ranked = sorted(
            (row for row in scores if scores[row] >= _ENOUGH and row not in left_out),
            key=lambda row: (-scores[row], row),
        )[:at_most]
        cards = self._fiches.cards(ranked)
        return tuple(SimilarFiche(cards[row], self._shared(fiche, row)) for row in ranked)

    def _scores(self, fiche: Fiche) -> Counter[int]:
        every = self._kit.term_fiches
        types = every.get(TYPE_FACET, {})
        cases: Bitmap = 0
        for kind in _CASES:
            cases |= types.get(kind, 0)
        scores: Counter[int] = Counter()
        for facet, weight in _WEIGHTS.items():
            for term in fiche.facets.get(facet, ()):
                for row in _rows(every.get(facet, {}).get(term, 0) & cases):
                    scores[row] += weight
        return scores

    def _shared(self, fiche: Fiche, row: int) -> tuple[SharedTerms, ...]:
        every = self._kit.term_fiches
        shared = (
            SharedTerms(
                facet,
                tuple(
                    term
                    for term in fiche.facets.get(facet, ())
                    if every.get(facet, {}).get(term, 0) >> row & 1
                ),
            )
            for facet in _WEIGHTS
        )
        return tuple(one for one in shared if one.terms)


def _rows(bitmap: Bitmap) -> list[int]:
    digits = bin(bitmap)
    highest = len(digits) - 1
    return [highest - position for position, digit in enumerate(digits) if digit == "1"]
