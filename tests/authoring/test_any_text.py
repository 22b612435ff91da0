"""Whatever an author saves, the compiler answers with problems or a kit, and with safe HTML."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.authoring.builders import GOOD_CASE, GOOD_NAME, TODAY, a_content_folder, a_folder, a_note
from tressons_kit.authoring.compiler import check, compile_kit
from tressons_kit.authoring.html_writer import ALLOWED, set_typography, to_html, to_lines
from tressons_kit.authoring.markdown_tree import parse_markdown
from tressons_kit.domain.errors import ContentInvalid

# Everything that means something to one of the parsers, and to those that they call.
PIECES = st.sampled_from(
    (
        *("::: cle", ":::", "::: question", "---", "```graphique", "```", "## En bref", "# Un"),
        *("### Trois", "- a", "  - b", "1. c", "> d", "[^1]", "[^", "[a](F01)", "[a](x)"),
        *('![a](b "c")', "<b>", "</b>", "<script>", "<!--", "&amp;", "**", "*", "_", "__", "`", "``"),
        *("| a | b |", "|---|---|", "|", "\\", "\u00a0", "\u202f", "«", "»", '"', "'", "…", "...", ":"),
        *(";", "%", "14 838", "titre: x", "{", "}", "[", "]", "https://a.fr", "<https://a.fr>"),
        *("    code", "\t", "\x00", "\x02", "\x03", "\x02klzzwxh:0001\x03"),
    )
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=14).map("\n".join),
    st.lists(PIECES, max_size=8).map(" ".join),
)
TAG = re.compile(r"<(/?)([^\s>/]+)([^>]*)>")
ATTRIBUTES = re.compile(r'(?: (?:class="tableau"|align="(?:left|center|right)"|href="[^"<>]*"))?/?')


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.integers(0, 90), st.integers(0, 30))
def test_a_damaged_fiche_never_raises(text: str, line: int, removed: int) -> None:
    lines = GOOD_CASE.split("\n")
    lines[line : line + removed] = text.split("\n")
    with tempfile.TemporaryDirectory() as name:
        content = "\n".join(lines).encode("utf-8", "surrogatepass")
        folder = a_content_folder(Path(name), {GOOD_NAME: content})

        for problem in check(folder, TODAY):
            assert "\n" not in str(problem)
            assert problem.line >= 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_a_note_of_any_text_compiles_or_tells_why(text: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = a_folder(Path(name) / "notes", {"a.md": a_note(body=text).encode("utf-8", "replace")})
        kit = Path(name) / "kit.sqlite"
        try:
            compile_kit(folder, kit, TODAY)
        except ContentInvalid as error:
            told = error.problems
        else:
            told = ()
        assert kit.exists() is not bool(told)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_tag_and_no_attribute_but_ours_are_written(text: str) -> None:
    root = parse_markdown(text.split("\n"))
    set_typography(root)
    html = to_html(root)
    to_lines(root)

    open_tags: list[str] = []
    for closing, tag, attributes in TAG.findall(html):
        assert tag in ALLOWED
        assert ATTRIBUTES.fullmatch(attributes), attributes
        if closing:
            assert open_tags.pop() == tag
        elif not attributes.endswith("/"):
            open_tags.append(tag)
    assert not open_tags
    assert "<" not in TAG.sub("", html)


@pytest.mark.parametrize(
    "line",
    [
        "[a](" * 4000,
        "[" * 8000,
        "> " * 1500 + "a",
        "*_" * 800,
        "![" + "](" * 3000,
        "`" * 4000,
        "<a " * 4000,
        "\n".join("  " * depth + "- a" for depth in range(300)),
        "|" * 4000 + "\n" + "|-" * 2000,
    ],
    ids=lambda line: line[:6],
)
@pytest.mark.timeout(10)
def test_a_line_made_to_tire_the_parsers_does_not(line: str, tmp_path: Path) -> None:
    check(a_folder(tmp_path / "notes", {"a.md": a_note(body=line)}), TODAY)
    to_html(parse_markdown(line.split("\n")))
