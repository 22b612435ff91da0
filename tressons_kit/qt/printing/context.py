"""What a printed fiche takes from its kit, gathered; apart, so that no start pays for it."""

from tressons_kit.domain.fiche import Fiche
from tressons_kit.exports.printed_fiche import PrintContext
from tressons_kit.services import Services


def print_context(services: Services, fiche: Fiche) -> PrintContext:
    """Gather the kit's identity and words, the place and the neighbours of the fiche."""
    row = services.fiches.find_row(fiche.code)
    cards = services.fiches.cards([row] if row else [])
    return PrintContext(
        info=services.kit.info,
        taxonomy=services.kit.taxonomy,
        place=cards[row].place if row in cards else "",
        related=services.fiches.related(fiche),
    )
