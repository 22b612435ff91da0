"""The words of the whole kit, for suggestions: each form with its usual spelling."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tressons_kit.foundation.french import fold


def vocabulary_rows(by_fiche: Iterable[Mapping[str, int]]) -> list[dict[str, Any]]:
    """Count in how many fiches each form is, and choose its most frequent spelling."""
    fiches: Counter[str] = Counter()
    spellings: Counter[str] = Counter()
    form_of: dict[str, str] = {}
    for counts in by_fiche:
        spellings.update(counts)
        for spelling in counts.keys() - form_of.keys():
            form_of[spelling] = fold(spelling)
        fiches.update({form_of[spelling] for spelling in counts})
    best: dict[str, str] = {}
    # Most frequent first, then alphabetical: the first spelling of a form is kept.
    for spelling, _ in sorted(spellings.items(), key=lambda item: (-item[1], item[0])):
        best.setdefault(form_of[spelling], spelling)
    return [
        {"form": form, "spelling": best[form], "fiches": count}
        for form, count in sorted(fiches.items())
    ]
