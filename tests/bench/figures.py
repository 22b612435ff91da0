"""A measure, what it is compared to, what was allowed; and how they are printed."""

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass

_COLUMNS = (58, 9, 46, 8, 10)
_HEADER = ("ce qui est mesuré", "mesure", "référence, dans la même exécution", "rapport", "budget")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a figure is compared to, measured in the same run."""

    value: float
    name: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `budget` is in the figure's unit, `ratio` a multiple of the reference."""

    what: str
    value: float
    unit: str
    reference: Reference | None = None
    budget: float | None = None
    ratio: float | None = None

    @property
    def is_held(self) -> bool | None:
        """Tell whether the budget holds, or None when there is none."""
        if self.budget is not None:
            return self.value <= self.budget
        if self.ratio is not None and self.reference is not None:
            return self.value <= self.ratio * self.reference.value
        return None


def percentile(values: Sequence[float], share: int) -> float:
    """Return the value under which that share of the values, in hundredths, lies."""
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def say(line: str = "") -> None:
    """Write a line at once: a bench lasts minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def print_header() -> None:
    """Write the names of the columns."""
    say(_row(*_HEADER))
    say("-" * (sum(_COLUMNS) + 2 * len(_COLUMNS) + 8))


def print_figure(figure: Figure) -> None:
    """Write one line of the table."""
    reference, ratio = "", ""
    if figure.reference is not None:
        reference = f"{_amount(figure.reference.value, figure.unit)}  {figure.reference.name}"
        ratio = f"× {_decimal(figure.value / figure.reference.value, 2)}"
    verdict = {True: "tenu", False: "DÉPASSÉ", None: ""}[figure.is_held]
    say(
        _row(
            figure.what, _amount(figure.value, figure.unit), reference, ratio, _allowed(figure), verdict
        )
    )


def _row(*cells: str) -> str:
    padded = [f"{cell:<{width}}" for cell, width in zip(cells, _COLUMNS, strict=False)]
    return "  ".join([*padded, *cells[len(_COLUMNS) :]]).rstrip()


def _allowed(figure: Figure) -> str:
    if figure.budget is not None:
        return f"≤ {_amount(figure.budget, figure.unit)}"
    return f"≤ × {_decimal(figure.ratio, 1)}" if figure.ratio is not None else ""


def _amount(value: float, unit: str) -> str:
    return f"{_decimal(value, 0 if value >= 100 else 2 if value < 10 else 1)} {unit}"


def _decimal(value: float, places: int) -> str:
    return f"{value:.{places}f}".replace(".", ",")
