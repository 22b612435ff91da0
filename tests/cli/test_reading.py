"""`lire` and `info`: a fiche in three formats, and what the kit says of itself."""

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from tests.builders import a_fiche, a_kit
from tests.cli.conftest import Run, run_here
from tressons_kit.cli.flowing_text import flowing_text
from tressons_kit.foundation.texts import FRENCH


def test_text_reads_from_title_to_sources(run: Run) -> None:
    text = run("lire", "C01").out

    assert text.startswith(
        "C01 · Étude de cas · Figeac (Lot)\nRailcoop, la coopérative ferroviaire\n====="
    )
    assert "  14838  sociétaires (2024)[1]" in text
    assert "\n[1] Une source. Un éditeur, 2020\n" in text
    assert (
        text.index("En bref") < text.index("Ce que l’on peut reprendre") < text.index("[1] Une source")
    )


def test_text_is_wrapped_and_keeps_lists_tables_blocks_and_notes(run: Run) -> None:
    text = run("lire", "C01").out

    assert max(map(len, text.splitlines())) <= 90
    assert "Voir l’épicerie (C02)." in text
    assert "\n\n│ À retenir\n│ Une phrase à retenir.\n\n- un point\n- un autre point\n\n" in text
    assert "\nAnnée | Fait\n2019 | Création\n" in text
    assert "Suite[1]" in text


@pytest.mark.parametrize("spoken", ["c1", "C 01", "c-01"])
def test_codes_are_taken_as_people_say_them(run: Run, spoken: str) -> None:
    assert run("lire", spoken).out.startswith("C01")


def test_an_unknown_code_proposes_others(run: Run) -> None:
    answer = run("lire", "C99")

    assert answer.code == 1
    assert "C99" in answer.err
    assert "C01, C02" in answer.err


def test_markdown_is_what_the_author_wrote(run: Run) -> None:
    text = run("lire", "C01", "--format", "md").out

    assert text.startswith("# Railcoop, la coopérative ferroviaire\n\nUne coopérative citoyenne")
    assert "## Ce qui a été fait\n\nLa coopérative ferroviaire" in text
    assert text.endswith("[^1]: Une source. Un éditeur, 2020\n")
    assert "---" not in text.replace("|---|---|", "")


def test_the_page_stands_alone(run: Run) -> None:
    page = run("lire", "C01", "--format", "html").out

    assert page.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert "l’épicerie (C02)" in page
    assert '<a href="#source-1">1</a>' in page
    assert '<li id="source-1" value="1">' in page
    for outside in ("<script", "<link", "media:", "fiche:", "source:"):
        assert outside not in page


def test_the_body_of_the_page_is_well_formed(run: Run) -> None:
    page = run("lire", "C01", "--format", "html").out
    body = page[page.index("<body>") : page.index("</html>")].replace("<br>", "<br/>")

    assert fromstring(body).find("h1") is not None  # noqa: S314 - our own page


def test_pictures_travel_in_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chart = (
        "```graphique\ntitre: Un titre\nforme: barres\nsource: 1\nalternative: En mots.\n"
        "donnees:\n  - [Ici, 2]\n  - [Là, 3]\n```\n\nSuite"
    )
    kit = a_kit(tmp_path, a_fiche(body=chart))

    assert run_here("lire", "C01", "--format", "html", "--kit", str(kit)) == 0
    assert '<img src="data:image/svg+xml;base64,' in capsys.readouterr().out
    assert run_here("lire", "C01", "--kit", str(kit)) == 0
    assert "[Image : En mots.]" in capsys.readouterr().out


def test_info_says_what_the_kit_holds(run: Run) -> None:
    answer = run("info")

    assert answer.code == 0
    assert "Fiches               : 3\n" in answer.out
    assert "CC-BY-SA-4.0" in answer.out
    assert "24\u00a0novembre 2026" in answer.out


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ol><li>un</li><li>deux</li></ol>", "1. un\n2. deux"),
        ("<p>a</p><ul><li>b<ul><li>c</li></ul></li><li>d</li></ul>", "a\n\n- b\n  - c\n- d"),
        ("<blockquote><p>mot</p></blockquote>", "> mot"),
        ("<pre><code>a\n  b</code></pre>", "a\n  b"),
        (
            '<section class="question"><p>Quoi ?</p>'
            '<details class="reponse"><p>Ceci.</p></details></section>',
            "│ Que feriez-vous ?\n│ Quoi ?\n│\n│ │ Réponse\n│ │ Ceci.",
        ),
        (
            '<p><a href="https://exemple.fr">lien</a> &amp; reste</p>',
            "lien (https://exemple.fr) & reste",
        ),
        ("</li></ul></section><p>mal fermé", "mal fermé"),
    ],
)
def test_html_becomes_text(html: str, text: str) -> None:
    assert flowing_text(html, 60, FRENCH) == text
