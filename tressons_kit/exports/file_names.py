"""The name that a saved fiche is given: its code, then the first words of its title."""

from tressons_kit.domain.comparison import Comparison
from tressons_kit.domain.fiche import Fiche
from tressons_kit.foundation.french import is_stop_word, words

_LONGEST = 60


def proposed_name(fiche: Fiche, extension: str) -> str:
    """Return « C01-railcoop-echec.pdf »: small letters without accents, safe on every system."""
    name = str(fiche.code)
    for word in words(fiche.title):
        form = word.form
        if form.isascii() and not is_stop_word(form) and len(name) + 1 + len(form) <= _LONGEST:
            name = f"{name}-{form}"
    return f"{name}.{extension}"


def name_of_comparison(comparison: Comparison, extension: str) -> str:
    """Return « comparaison-C01-C10.pdf »."""
    return f"comparaison-{'-'.join(comparison.codes)}.{extension}"
