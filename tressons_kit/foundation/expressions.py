"""Several words known as one: how an expression is recognised whatever its plurals and accents."""

from collections.abc import Iterable

from tressons_kit.foundation.french import inflection_keys, words


def word_key(spelling: str) -> str:
    """Return the key that a word shares with its plural, its feminine and its unaccented spelling."""
    return inflection_keys(spelling)[-1]


def expression_key(spellings: Iterable[str]) -> str:
    """Return the key of an expression, given word by word; that of « pôles » is that of « pôle »."""
    return " ".join(map(word_key, spellings))


def key_of_text(text: str) -> str:
    """Return the key of an expression as it is written."""
    return expression_key(word.spelling for word in words(text))
