"""The small map at the head of a fiche that happens somewhere."""

from PySide6.QtCore import QRectF

from tressons_kit.domain.fiche import Place
from tressons_kit.services import Services
from tressons_kit.ui.reader.locator import _outlines, draw_locator, is_on_the_map
from tressons_kit.ui.theme import DARK, HIGH_CONTRAST, LIGHT

FIGEAC = Place("Figeac", "46102", "46", "occitanie", 44.609, 2.032)


def test_a_commune_is_a_dot_in_its_department() -> None:
    for palette in (LIGHT, DARK, HIGH_CONTRAST):
        picture = draw_locator((FIGEAC,), 613, 1.0, palette)
        # South of the middle of the country, a little to the left: where the Lot is.
        assert picture.pixelColor(302, 400).name() == palette.accent.lower()
        assert picture.pixelColor(5, 5).alpha() == 0


def test_places_without_an_outline_have_no_map() -> None:
    assert not is_on_the_map((Place("Maripasoula", "97353", "973"), Place(region="guyane")))
    assert is_on_the_map((Place("Maripasoula", "97353", "973"), FIGEAC))
    assert not draw_locator((Place("Maripasoula", "97353", "973"),), 112, 2.0, LIGHT).isNull()


def test_every_commune_of_the_kit_falls_in_its_department(real_services: Services) -> None:
    """Coordinates and department say the same place: a name shared by two communes would show here."""
    everything = [
        place
        for card in real_services.fiches.cards(
            range(1, real_services.kit.info.fiche_count + 1)
        ).values()
        for place in real_services.fiches.get(card.code).places
    ]
    located = [place for place in everything if place.latitude and is_on_the_map((place,))]
    assert len(located) > 100
    for place in located:
        outlines = _outlines()
        assert place.latitude is not None
        assert place.longitude is not None
        at = outlines.point(place.latitude, place.longitude)
        # Outlines are simplified, and an island may be left out of them.
        around = QRectF(at.x() - 6, at.y() - 6, 12, 12)
        assert outlines.departments[place.department or ""].intersects(around), place
