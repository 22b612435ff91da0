"""Lines that one pastes under what one writes."""

from datetime import date

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import Fiche, Source
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.kit_info import KitInfo
from tressons_kit.foundation.citations import passage_origin, source_citation
from tressons_kit.foundation.texts import FRENCH


def a_kit_of(day: str) -> KitInfo:
    return KitInfo("ESS et territoires ruraux", "1", day, "", "", "", (), "", 0, 0, 0, 0, 0)


FICHE = Fiche(FicheCode("C01"), FicheType.CASE, "Railcoop", "", (), verified_on=date(2026, 11, 1))


def test_a_source_is_cited_with_what_is_known_of_it() -> None:
    whole = Source(1, "Un bilan", "Avise", "2024", "https://exemple.fr/a")

    assert source_citation(whole, FICHE, FRENCH) == (
        "Avise, «\u00a0Un bilan\u00a0», 2024, https://exemple.fr/a (vérifié en novembre 2026)."
    )
    bare = Fiche(FicheCode("N01"), FicheType.NOTE, "", "", ())
    assert source_citation(Source(1, "Un bilan"), bare, FRENCH) == "«\u00a0Un bilan\u00a0»."


def test_a_passage_says_its_fiche_its_kit_and_their_dates() -> None:
    assert passage_origin(FICHE, a_kit_of("2026-11-24"), FRENCH) == (
        "Fiche C01, « Railcoop », ESS et territoires ruraux, version du 24\u00a0novembre 2026 "
        "(vérifiée en novembre 2026)."
    )
    assert "version du printemps" in passage_origin(FICHE, a_kit_of("printemps"), FRENCH)
