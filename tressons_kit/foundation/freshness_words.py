"""How fresh a fiche is, in words: a short one for a list, a sentence for its head, the reason."""

from tressons_kit.domain.freshness import Freshness, FreshnessState
from tressons_kit.foundation.dates import month_and_year, short_month_and_year
from tressons_kit.foundation.texts import Texts


def freshness_tag(freshness: Freshness, texts: Texts) -> str:
    """Write « nov. 2026 », « à revoir » or « périmé »: what fits on a card."""
    if freshness.state is FreshnessState.EXPIRED:
        return texts("périmé")
    if freshness.state is FreshnessState.DUE:
        return texts("à revoir")
    return short_month_and_year(freshness.verified_on, texts) if freshness.verified_on else ""


def freshness_status(freshness: Freshness, texts: Texts) -> str:
    """Say the state alone, for a list that is read aloud: « vérifié en novembre 2026 »."""
    if freshness.state is FreshnessState.VERIFIED:
        day = freshness.verified_on
        return texts("vérifié en {}").format(month_and_year(day, texts)) if day else ""
    since = month_and_year(freshness.review_before, texts) if freshness.review_before else ""
    late = texts("à revoir depuis {}").format(since)
    if freshness.state is FreshnessState.DUE:
        return late
    return texts("périmé, {}").format(late)


def freshness_line(freshness: Freshness, texts: Texts) -> str:
    """Write « Vérifié en novembre 2026 » and, the date of its review, past or to come."""
    parts: list[str] = []
    if freshness.state is FreshnessState.EXPIRED:
        parts.append(texts("Périmé"))
    if freshness.verified_on:
        verified = texts("vérifié en {}").format(month_and_year(freshness.verified_on, texts))
        parts.append(verified)
    if freshness.review_before:
        late = freshness.state is not FreshnessState.VERIFIED
        review = texts("à revoir depuis {}") if late else texts("à revoir avant {}")
        parts.append(review.format(month_and_year(freshness.review_before, texts)))
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def freshness_reason(freshness: Freshness, texts: Texts) -> str:
    """Say what the state means for the person who reads."""
    if freshness.state is FreshnessState.EXPIRED:
        return texts(
            "La date de relecture est passée depuis plus d’un an : vérifiez les montants, "
            "les règles et les contacts avant de vous en servir."
        )
    if freshness.state is FreshnessState.DUE:
        return texts(
            "La date de relecture est passée : des informations ont pu changer. "
            "Une mise à jour du kit les a peut-être reprises."
        )
    return texts(
        "Les faits de cette fiche ont été comparés à leurs sources à cette date. "
        "Le kit compare avec la date de cet ordinateur, sans connexion."
    )
