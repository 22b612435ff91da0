"""Prose → a tree of elements: Python-Markdown, cut down to the format of the fiches.

Extensions are passed as objects: names are looked up in entry points, which frozen programs lose.
"""

import re
from collections.abc import Sequence
from functools import cache
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX, AtomicString

from tressons_kit.authoring.markdown_lines import prepare_lines

# Raw HTML is refused, pictures are cut out before, references and indented code are not ours.
_UNUSED_PREPROCESSORS = ("html_block",)
_UNUSED_BLOCKS = ("code", "setextheader", "reference")
_UNUSED_INLINES = (
    "reference image_link image_reference short_reference short_image_ref automail html entity"
).split(" ")
_UNUSED_TREES = ("prettify",)


class _NoteProcessor(InlineProcessor):
    """`[^3]` → a link to source 3."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - named by Python-Markdown
        self,
        match: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        note = Element("sup")
        link = SubElement(note, "a", href=f"source:{int(match[1])}")
        link.text = AtomicString(str(int(match[1])))
        return note, match.start(0), match.end(0)


class _FicheExtension(Extension):
    """Takes away what fiches may not use, and adds notes."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by Python-Markdown
        for registry, names in (
            (md.preprocessors, _UNUSED_PREPROCESSORS),
            (md.parser.blockprocessors, _UNUSED_BLOCKS),
            (md.inlinePatterns, _UNUSED_INLINES),
            (md.treeprocessors, _UNUSED_TREES),
        ):
            for name in names:
                registry.deregister(name)
        md.inlinePatterns.register(_NoteProcessor(r"\[\^(\d{1,4})\]", md), "note", 175)


def parse_markdown(lines: Sequence[str]) -> Element:
    """Return the tree of some prose: a `div` of blocks, whose tags the writer will filter."""
    markdown = _markdown()
    markdown.reset()
    text = "\n".join(lines).replace(STX, "").replace(ETX, "")
    prepared = prepare_lines(text.split("\n"))
    for preprocessor in markdown.preprocessors:
        prepared = preprocessor.run(prepared)
    markdown.parser.parseDocument(prepared)
    root: Element = markdown.parser.root
    # Those that are left change the tree in place.
    for processor in markdown.treeprocessors:
        processor.run(root)
    return root


@cache
def _markdown() -> Markdown:
    return Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            SaneListExtension(),
            _FicheExtension(),
        ]
    )
