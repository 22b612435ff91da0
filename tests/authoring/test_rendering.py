"""What the reader gets of what the author writes."""

from pathlib import Path

import pytest

from tests.authoring.builders import TODAY, a_folder, a_note
from tressons_kit.authoring.compiler import compile_kit
from tressons_kit.domain.fiche import Section
from tressons_kit.services import open_services

NNBSP, NBSP = "\u202f", "\u00a0"


def rendered(tmp_path: Path, body: str) -> Section:
    note = (
        a_note()
        .replace("Du texte.", body)
        .replace(
            "titre: Une note",
            "titre: Une note\nsources:\n  1: {titre: Un livre}\n  3: {titre: Un autre}",
        )
    )
    compile_kit(a_folder(tmp_path / "notes", {"a.md": note}), tmp_path / "kit.sqlite", TODAY)
    services = open_services(tmp_path / "kit.sqlite")
    (section,) = services.fiches.get("N01").sections
    services.close()
    return section


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Un *mot* **fort**.", "<p>Un <em>mot</em> <strong>fort</strong>.</p>"),
        ("Dit[^3].", '<p>Dit<sup><a href="source:3">3</a></sup>.</p>'),
        (
            "Dit[^1][^3] ;",
            f'<p>Dit<sup><a href="source:1">1</a></sup>{NNBSP}<sup><a href="source:3">3</a></sup>'
            f"{NNBSP};</p>",
        ),
        ("[la note](N01)", '<p><a href="fiche:N01">la note</a></p>'),
        (
            "[site](https://exemple.fr/?a=1&b=2)",
            '<p><a href="https://exemple.fr/?a=1&amp;b=2">site</a></p>',
        ),
        ("<https://exemple.fr>", '<p><a href="https://exemple.fr">https://exemple.fr</a></p>'),
        ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
        ("une ligne\ncoupée", "<p>une ligne coupée</p>"),
        ("un  \ndeux", "<p>un<br/>deux</p>"),
        ("Voici :\n- un\n- deux", f"<p>Voici{NBSP}:</p><ul><li>un</li><li>deux</li></ul>"),
        ("- un\n  suite\n- deux", "<ul><li>un suite</li><li>deux</li></ul>"),
        ("- un\n  - dedans\n- deux", "<ul><li>un<ul><li>dedans</li></ul></li><li>deux</li></ul>"),
        ("1. un\n   - dedans\n2. deux", "<ol><li>un<ul><li>dedans</li></ul></li><li>deux</li></ol>"),
        ("Ouvert en\n2018. Puis fermé.", "<p>Ouvert en 2018. Puis fermé.</p>"),
        ("- Ouvert en\n  2018. Puis fermé", "<ul><li>Ouvert en 2018. Puis fermé</li></ul>"),
        ("- un  \n  deux", "<ul><li>un<br/>deux</li></ul>"),
        ("- un\n\n  suite", "<ul><li><p>un</p><p>suite</p></li></ul>"),
        ("- un\n\nAprès", "<ul><li>un</li></ul><p>Après</p>"),
        (
            "Voici :\n| a |\n|---|\n| b |",
            f'<p>Voici{NBSP}:</p><table class="tableau"><thead><tr><th>a</th></tr></thead>'
            "<tbody><tr><td>b</td></tr></tbody></table>",
        ),
        ("> cité", "<blockquote><p>cité</p></blockquote>"),
        ("### Trois\n\nx", "<h3>Trois</h3><p>x</p>"),
        ("#### Quatre", "<h4>Quatre</h4>"),
        ("un\n\n---\n\ndeux", "<p>un</p><hr/><p>deux</p>"),
        ("`l'a...`", "<p><code>l'a...</code></p>"),
        ("```\na < 'b'\n```", "<pre><code>a &lt; 'b'</code></pre>"),
        ("\\*étoile\\*", "<p>*étoile*</p>"),
        (
            "| a | b |\n|---|--:|\n| 1 | 2 |",
            '<table class="tableau"><thead><tr><th>a</th><th align="right">b</th></tr></thead>'
            '<tbody><tr><td>1</td><td align="right">2</td></tr></tbody></table>',
        ),
        ("::: cle\nUn *mot*.\n:::", '<section class="cle"><p>Un <em>mot</em>.</p></section>'),
        ("::: formateur\nx\n:::", '<section class="formateur"><p>x</p></section>'),
        (
            "::: question\nQue faire ?\n\n---\n\nCeci.\n:::",
            f'<section class="question"><p>Que faire{NNBSP}?</p>'
            '<details class="reponse"><p>Ceci.</p></details></section>',
        ),
    ],
)
def test_markdown_becomes_the_html_of_the_format(written: str, html: str, tmp_path: Path) -> None:
    assert rendered(tmp_path, written).html == html


def test_the_text_of_a_section_is_what_one_reads_aloud(tmp_path: Path) -> None:
    section = rendered(
        tmp_path,
        "Un *mot*[^1] dit.\n\n- un\n  - dedans\n- deux[^3]\n\n| a | b |\n|---|---|\n| c | d[^1] |\n\n"
        "### Titre\n\n::: cle\nÀ retenir.\n:::",
    )

    assert section.text.split("\n") == [
        "Un mot dit.", "un", "dedans", "deux", "a ; b", "c ; d", "Titre", "À retenir.",
    ]  # fmt: skip


def test_slugs_are_ascii_and_unique(tmp_path: Path) -> None:
    body = "## L’été à Évry\n\na\n\n## l'ete a evry\n\nb\n\n## 東京\n\nc"
    compile_kit(a_folder(tmp_path / "notes", {"a.md": a_note(body=body)}), tmp_path / "k", TODAY)
    services = open_services(tmp_path / "k")
    slugs = [section.slug for section in services.fiches.get("N01").sections]
    services.close()

    assert slugs == ["l-ete-a-evry", "l-ete-a-evry-2", "partie"]
