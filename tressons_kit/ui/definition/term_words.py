"""How a term of the glossary is written in the window. No Qt."""

from tressons_kit.domain.fiche import GlossaryTerm
from tressons_kit.foundation.french_letters import fold
from tressons_kit.foundation.texts import Texts, number


def short_name(term: GlossaryTerm) -> str:
    """Return what people say: the acronym if there is one."""
    return term.acronym or term.term


def whole_name(term: GlossaryTerm) -> str:
    """Return the acronym and what it stands for."""
    return f"{term.acronym} · {term.term}" if term.acronym else term.term


def listed_name(term: GlossaryTerm) -> str:
    """Return the name under which a term is in the alphabet, its acronym after it."""
    return f"{term.term} ({term.acronym})" if term.acronym else term.term


def letter_of(term: GlossaryTerm) -> str:
    """Return the letter under which a term is found, without its accent."""
    return fold(term.term)[:1].upper()


def other_forms(term: GlossaryTerm) -> tuple[str, ...]:
    """Return the other ways to say a term."""
    return tuple(form for form in term.forms if form not in {term.term, term.acronym})


def publishers(term: GlossaryTerm, texts: Texts) -> str:
    """Return who says so, in a line; empty when no source is given."""
    names = dict.fromkeys(source.publisher or source.title for source in term.sources)
    label = texts.plural("Source : {}", "Sources : {}", len(names))
    return label.format(", ".join(names)) if names else ""


def fiche_count(count: int, texts: Texts) -> str:
    """Return a number of fiches in words."""
    return texts.plural("{} fiche", "{} fiches", count).format(number(count, texts))
