"""What is new in this version of the kit; else the fiches that were checked last."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tressons_kit.domain.fiche import FicheCard
from tressons_kit.domain.freshness import judge_freshness
from tressons_kit.domain.kit_info import KitInfo
from tressons_kit.domain.query import Order, Query
from tressons_kit.foundation.dates import long_date
from tressons_kit.foundation.freshness_words import freshness_line
from tressons_kit.foundation.texts import Texts
from tressons_kit.services import Services
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.home.sections import HomeSection

_NARROWEST = 240
_CHECKED_LAST = 4


class NewsSection(HomeSection):
    """Says which fiche was asked for."""

    fiche_chosen = Signal(str)

    def __init__(
        self,
        services: Services,
        appearance: Appearance,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        info = services.kit.info
        title = (
            texts("Nouveau dans cette version") if info.news else texts("Fiches vérifiées en dernier")
        )
        super().__init__(title, appearance, parent)
        self.add_words(_version(info, texts))
        cards = fiche_cards([news.code for news in info.news if news.code], services)
        alone = [news.text for news in info.news if news.code not in cards]
        told = [(cards[news.code], news.text) for news in info.news if news.code in cards]
        if not info.news:
            told = _checked_last(services, texts)
        if told:
            self.add_fiches(told, _NARROWEST, self.fiche_chosen.emit)
        for text in alone:
            self.add_words(f"• {text}")


def fiche_cards(codes: Sequence[str], services: Services) -> dict[str | None, FicheCard]:
    """Return the cards of some fiches by code, in their order; unknown codes are left out."""
    rows = {code: row for code in codes if (row := services.fiches.find_row(code))}
    cards = services.fiches.cards(rows.values())
    return {code: cards[row] for code, row in rows.items()}


def _version(info: KitInfo, texts: Texts) -> str:
    if info.content_day is None:
        return texts("Version {} du kit.").format(info.content_version)
    day = long_date(info.content_day, texts)
    return texts("Version {} du kit, du {}.").format(info.content_version, day)


def _checked_last(services: Services, texts: Texts) -> list[tuple[FicheCard, str]]:
    rows = services.search.search(Query(order=Order.DATE)).rows[:_CHECKED_LAST]
    cards = services.fiches.cards(rows)
    told: list[tuple[FicheCard, str]] = []
    for card in (cards[row] for row in rows):
        judged = judge_freshness(card.verified_on, card.review_before, services.today)
        if judged:
            told.append((card, freshness_line(judged, texts)))
    return told
