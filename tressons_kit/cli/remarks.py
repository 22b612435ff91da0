"""What is said of an answer in the terminal: how the query was read, and what to try instead."""

from collections.abc import Iterator

from tressons_kit.domain.query import Results, Suggestions
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.library.rewording import corrected_text


def missing_words(row: int, results: Results, texts: Texts) -> str:
    """Return the end of a result's line when the fiche has not all the words."""
    words = results.missing.get(row, ())
    return texts(" · sans : {}").format(", ".join(words)) if words else ""


def reading(results: Results, texts: Texts) -> Iterator[str]:
    """Say how the query was read, one line a remark; nothing when it was read as typed."""
    typed = results.query.text.strip()
    if results.corrections:
        searched = corrected_text(typed, results.corrections)
        yield texts("Résultats pour « {} ». Pour chercher « {} » : --tel-quel.").format(searched, typed)
    if results.understood:
        yield texts("Compris : {}.").format(
            texts(" ; ").join(part.label for part in results.understood)
        )
    for meaning in results.meanings:
        yield texts("{} : {}.").format(meaning.acronym, meaning.meaning)
    if results.is_partial:
        yield texts("Aucune fiche n’a tous les mots.")
    for drop in results.drops:
        yield texts("Sans « {} » : {}.").format(drop.word, _fiches(drop.count, texts))


def next_steps(suggestions: Suggestions, texts: Texts) -> Iterator[str]:
    """Say what to try, in the order of what is most likely to help."""
    if suggestions.corrected is not None:
        text, count = suggestions.corrected
        yield texts("Essayez « {} » : {}.").format(text, _fiches(count, texts))
    for drop in suggestions.drops:
        yield texts("Sans « {} » : {}.").format(drop.word, _fiches(drop.count, texts))
    for lifted in suggestions.lifted:
        yield texts("Sans le filtre « {} » : {}.").format(lifted.label, _fiches(lifted.count, texts))
    for near in suggestions.terms:
        yield texts("Au glossaire : {}. {}").format(near.term, near.definition)
    if suggestions == Suggestions():
        yield texts("Essayez un mot plus court, un synonyme ou un mot de moins.")


def _fiches(count: int, texts: Texts) -> str:
    return texts.plural("{} fiche", "{} fiches", count).format(number(count, texts))
