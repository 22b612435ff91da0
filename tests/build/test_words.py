"""The catalogues say all that the program says, and the scripts that keep them so."""

import gettext
import importlib.util
import io
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ROOT
from tressons_kit.domain.language import Language

BUILD = ROOT / "build"
PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1)


def load(name: str) -> ModuleType:
    """Import a script of `build/`, which is no package."""
    spec = importlib.util.spec_from_file_location(name, BUILD / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


catalogue = load("catalogue")
words = load("words")
Entry = catalogue.Entry


def test_the_catalogues_say_all_that_the_program_says() -> None:
    command = [sys.executable, str(BUILD / "words.py"), "--verifier"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_every_language_but_french_has_a_catalogue() -> None:
    folders = {folder.name for folder in (ROOT / "resources/locale").iterdir()}

    assert folders == set(Language) - {Language.FRENCH}


def gathered(tmp_path: Path, source: str, folder: str = "ui") -> list[object]:
    module = tmp_path / "paquet" / folder / "page.py"
    module.parent.mkdir(parents=True)
    module.write_text(source, encoding="utf-8")
    return [(entry.french, entry.plural) for entry in words.gathered(tmp_path / "paquet")]


def test_texts_are_gathered_in_their_order(tmp_path: Path) -> None:
    source = """
_LONG = "un texte long"
A = later("dans une table")
def show(self, texts, options):
    self._texts("un" " deux").format(3)
    texts(_LONG if self.is_long else "court")
    options.texts.plural("{} mot", "{} mots", 2)
    texts(self.label)
    other("pas un texte")
"""
    assert gathered(tmp_path, source) == [
        ("dans une table", ""),
        ("un deux", ""),
        ("un texte long", ""),
        ("court", ""),
        ("{} mot", "{} mots"),
    ]


def test_what_authors_read_is_not_gathered(tmp_path: Path) -> None:
    assert gathered(tmp_path, 'fields.texts("type")', "authoring") == []


@pytest.mark.parametrize(
    "source",
    ['texts(f"{count} fiches")', 'texts("Fiche " + code)', 'texts("Fiche {}".format(code))'],
)
def test_a_text_that_cannot_be_translated_is_refused(source: str, tmp_path: Path) -> None:
    with pytest.raises(words.NotLiteral, match=r"page\.py:1"):
        gathered(tmp_path, source)


def test_a_singular_with_two_plurals_is_refused(tmp_path: Path) -> None:
    source = 'texts.plural("un", "deux", n); texts.plural("un", "trois", n)'

    with pytest.raises(words.NotLiteral, match="deux pluriels"):
        gathered(tmp_path, source)


def test_translations_are_kept_and_those_of_near_texts_are_doubtful() -> None:
    known = [
        Entry("Fermer", translations=("Close",)),
        Entry("Ouvrir la fiche", translations=("Open the sheet",)),
        Entry("Perdu", translations=("Lost",)),
    ]
    wanted = [Entry("Fermer", files=("a.py",)), Entry("Ouvrir la fiche…"), Entry("{} mot", "{} mots")]

    assert words.updated(wanted, known) == [
        Entry("Fermer", translations=("Close",), files=("a.py",)),
        Entry("Ouvrir la fiche…", translations=("Open the sheet",), is_doubtful=True),
        Entry("{} mot", "{} mots", ("", "")),
    ]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (Entry("Fermer"), "à traduire"),
        (Entry("{} mot", "{} mots", ("{} word",)), "à traduire"),
        (Entry("{} mot", "{} mots", ("{} word", "")), "à traduire"),
        (Entry("{} sur {}", translations=("{}",)), "accolades"),
        (Entry("{} mot", "{} mots", ("{} word", "words")), "accolades"),
        (Entry("Aide : ", translations=("Help:",)), "espace"),
        (Entry("Fermer", translations=("Close",), is_doubtful=True), "à relire"),
    ],
)
def test_what_is_wrong_is_told(entry: object, told: str) -> None:
    (problem,) = words.problems([entry], [entry])

    assert told in problem


def test_absent_and_obsolete_texts_are_told() -> None:
    new, old = Entry("Nouveau", translations=("New",)), Entry("Ancien", translations=("Old",))

    assert [line.split(" : ")[0] for line in words.problems([new], [old])] == [
        "absent du catalogue",
        "n’est plus dans le programme",
    ]


@given(st.lists(st.tuples(PLAIN, PLAIN), unique_by=lambda pair: pair[0]))
def test_any_text_survives_both_formats(pairs: list[tuple[str, str]]) -> None:
    entries = [Entry(french, translations=(english,), files=("a.py",)) for french, english in pairs]
    with io.BytesIO(catalogue.compiled(words.HEADER, entries)) as file:
        told = gettext.GNUTranslations(file)

    assert [told.gettext(french) for french, _ in pairs] == [english for _, english in pairs]
    assert [catalogue._read_entry("\n".join(catalogue._written_entry(entry))) for entry in entries] == (
        entries
    )


def test_plurals_survive_both_formats(tmp_path: Path) -> None:
    entries = [Entry("{} mot", "{} mots", ("{} word", "{} words"), ("a.py", "b.py"))]
    path = tmp_path / "x" / "essai.po"
    catalogue.write_catalogue(path, words.HEADER, entries)
    with io.BytesIO(catalogue.compiled(words.HEADER, entries)) as file:
        told = gettext.GNUTranslations(file)

    assert catalogue.read_catalogue(path) == (words.HEADER, entries)
    assert [told.ngettext("{} mot", "{} mots", count) for count in (0, 1, 2)] == [
        "{} words",
        "{} word",
        "{} words",
    ]
