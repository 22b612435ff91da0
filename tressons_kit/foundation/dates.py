"""Dates as French people read them."""

from datetime import date

_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()

_SHORT_MONTHS = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()


def short_month_and_year(day: date) -> str:
    """Write « nov. 2026 »."""
    return f"{_SHORT_MONTHS[day.month - 1]}\u00a0{day.year}"


def month_and_year(day: date) -> str:
    """Write « novembre 2026 »."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def long_date(day: date) -> str:
    """Write « 24 novembre 2026 », and « 1er » for the first of a month."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{month_and_year(day)}"
