"""Dates as people read them."""

from datetime import date

from tressons_kit.foundation.texts import Texts


def short_month_and_year(day: date, texts: Texts) -> str:
    """Write « nov. 2026 »."""
    months = texts("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.").split()
    return f"{months[day.month - 1]}\u00a0{day.year}"


def month_and_year(day: date, texts: Texts) -> str:
    """Write « novembre 2026 »."""
    months = texts(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ).split()
    return f"{months[day.month - 1]} {day.year}"


def long_date(day: date, texts: Texts) -> str:
    """Write « 24 novembre 2026 », and « 1er » for the first of a month."""
    number = texts("1er") if day.day == 1 else str(day.day)
    return f"{number}\u00a0{month_and_year(day, texts)}"
