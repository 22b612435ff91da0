"""What is said of an answer in the terminal: how the query was read, and what to try instead."""

from collections.abc import Iterator

from tressons_kit.domain.query import Results, Suggestions
from tressons_kit.foundation.texts import FRENCH, number
from tressons_kit.library.rewording import corrected_text


def missing_words(row: int, results: Results) -> str:
    """Return the end of a result's line when the fiche has not all the words."""
    words = results.missing.get(row, ())
    return f" · sans : {', '.join(words)}" if words else ""


def reading(results: Results) -> Iterator[str]:
    """Say how the query was read, one line a remark; nothing when it was read as typed."""
    typed = results.query.text.strip()
    if results.corrections:
        searched = corrected_text(typed, results.corrections)
        yield f"Résultats pour « {searched} ». Pour chercher « {typed} » : --tel-quel."
    if results.understood:
        yield f"Compris : {' ; '.join(part.label for part in results.understood)}."
    for meaning in results.meanings:
        yield f"{meaning.acronym} : {meaning.meaning}."
    if results.is_partial:
        yield "Aucune fiche n’a tous les mots."
    for drop in results.drops:
        yield f"Sans « {drop.word} » : {_fiches(drop.count)}."


def next_steps(suggestions: Suggestions) -> Iterator[str]:
    """Say what to try, in the order of what is most likely to help."""
    if suggestions.corrected is not None:
        text, count = suggestions.corrected
        yield f"Essayez « {text} » : {_fiches(count)}."
    for drop in suggestions.drops:
        yield f"Sans « {drop.word} » : {_fiches(drop.count)}."
    for lifted in suggestions.lifted:
        yield f"Sans le filtre « {lifted.label} » : {_fiches(lifted.count)}."
    for near in suggestions.terms:
        yield f"Au glossaire : {near.term}. {near.definition}"
    if suggestions == Suggestions():
        yield "Essayez un mot plus court, un synonyme ou un mot de moins."


def _fiches(count: int) -> str:
    return FRENCH.plural("{} fiche", "{} fiches", count).format(number(count))
