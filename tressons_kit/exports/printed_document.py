"""What is about to be printed, whatever it is made from: all that the painter of pages needs."""

from dataclasses import dataclass

LANGUAGE = "fr-FR"
"""Of the content: fiches are written in French whatever the language of the window."""


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """Pages before they are cut: HTML and its style; texts of the head and the foot; identity.

    `code` stands beside the number of each page.
    """

    html: str
    style: str
    hue: str
    head: tuple[str, str]
    first_head: tuple[str, str]
    foot: str
    code: str
    title: str
    author: str
    subject: str
    page_words: str
    language: str = LANGUAGE
    landscape: bool = False
