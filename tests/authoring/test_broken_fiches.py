"""One good fiche, broken in many ways: each tells file, line, cause and cure."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

from tests.authoring.builders import GOOD_CASE, GOOD_NAME, TODAY, a_content_folder, line_of
from tressons_kit.authoring.compiler import check
from tressons_kit.domain.problem import Problem, Severity


@dataclass(frozen=True)
class Broken:
    """A piece of the good fiche, what takes its place, where and what the author is told."""

    old: str
    new: str
    at: str
    words: tuple[str, ...]
    severity: Severity = Severity.ERROR


WARNING = Severity.WARNING

BROKEN = {
    "type inconnu": Broken("type: cas", "type: cass", "type: cass", ("« cass »", "plus proche : cas")),
    "code mal écrit": Broken("code: C01", "code: c1", "code: c1", ("« c1 »", "écrire C01")),
    "lettre d’un autre type": Broken("code: C01", "code: L01", "code: L01", ("levier", "par C")),
    "clé manquante": Broken("issue: en-activite\n", "", "code: C01", ("manquante", "« issue: … »")),
    "clé vide": Broken("titre: L’Atelier du pont", "titre:", "titre:\n", ("« titre » vide", "remplir")),
    "clé inconnue": Broken("themes:", "theme:", "theme:", ("« theme »", "plus proche : themes")),
    "clé en double": Broken("fin: 2024", "debut: 2020", "debut: 2020", ("deux fois", "ligne 11")),
    "valeur coupée par une virgule": Broken(
        "titre: Un rapport, editeur",
        "titre: Un rapport, tome 2, editeur",
        "tome 2",
        ("« tome 2 »", "guillemets"),
    ),
    "thème inconnu": Broken(
        "[commerces]", "[commerce]", "[commerce]", ("thème « commerce »", "taxonomie.yaml", "commerces")
    ),
    "région au mauvais endroit": Broken(
        "debut: 2019", "region: occitanie", "region: occitanie", ("se déduit", "lieu")
    ),
    "année impossible": Broken(
        "debut: 2019", "debut: vers 2019", "vers 2019", ("année", "quatre chiffres")
    ),
    "fin avant le début": Broken("fin: 2024", "fin: 2001", "fin: 2001", ("2001", "avant le début")),
    "date qui n’en est pas une": Broken(
        "2026-11-20", "20/11/2026", "20/11/2026", ("date", "AAAA-MM-JJ")
    ),
    "jour qui n’existe pas": Broken("2026-11-20", "2026-02-30", "2026-02-30", ("date", "2026-02-30")),
    "département inconnu": Broken(
        "departement: 46", "departement: 47", "departement: 47", ("« 47 »", "taxonomie.yaml")
    ),
    "code Insee d’ailleurs": Broken("46102", "56006", "56006", ("56006", "département 46")),
    "latitude impossible": Broken("44.61", "446.1", "446.1", ("latitude", "-90 et 90")),
    "longitude oubliée": Broken("  longitude: 2.03\n", "", "commune:", ("longitude", "les deux")),
    "YAML illisible": Broken(
        "titre: L’Atelier du pont",
        "titre: L’Atelier : le pont",
        "L’Atelier : le",
        ("YAML", "guillemets"),
    ),
    "guillemet jamais fermé": Broken(
        "titre: L’Atelier", 'titre: "L’Atelier', 'titre: "', ("guillemet", "jamais fermé")
    ),
    "étoile": Broken("titre: L’Atelier", "titre: *L’Atelier", "titre: *", ("guillemets",)),
    "source absente d’un chiffre": Broken(
        "mars 2024, source: 2", "mars 2024, source: 7", "source: 7", ("source 7", "sources")
    ),
    "adresse incomplète": Broken(
        "https://exemple.fr/a", "www.exemple.fr", "www.exemple.fr", ("adresse", "https://")
    ),
    "lien vers rien": Broken(
        "{code: F01,", "{code: F09,", "{code: F09,", ("F09", "n’existe pas", "codes proches : F01")
    ),
    "lien du texte vers rien": Broken("(F01)", "(F02)", "(F02)", ("F02", "n’existe pas", "F01")),
    "lien vers soi": Broken("{code: F01,", "{code: C01,", "{code: C01,", ("elle-même", "retirer")),
    "adresse dangereuse": Broken(
        "(F01)", "(javascript:alert)", "(javascript:alert)", ("refusé", "https://")
    ),
    "partie manquante": Broken(
        "## Les étapes\n\n1. Réunir.\n2. Ouvrir.\n",
        "",
        "## Les difficultés",
        ("« Les étapes »", "entre « Gouvernance et modèle économique » et « Les difficultés »"),
    ),
    "dernière partie manquante": Broken(
        "## Ce que l’on peut reprendre\n",
        "",
        "Le prêt d’outils.",
        ("manquante", "après « Ce qui a compté »"),
    ),
    "partie mal nommée": Broken(
        "## Les étapes", "## Étapes du projet", "## Étapes", ("« Étapes du projet »", "###")
    ),
    "titre de niveau 1": Broken("## Les étapes", "# Les étapes", "# Les étapes", ("niveau 1", "##")),
    "texte avant la première partie": Broken(
        "## En bref\n", "Bonjour.\n\n## En bref\n", "Bonjour.", ("avant la première partie", "##")
    ),
    "note sans source": Broken(
        "reprise en 2019[^1]", "reprise en 2019[^9]", "[^9]", ("[^9]", "source 9", "sources")
    ),
    "note illisible": Broken("reprise en 2019[^1]", "reprise en 2019[^a]", "[^a]", ("[^a]", "numéro")),
    "HTML": Broken("Une personne,", "<b>Une</b> personne,", "<b>", ("HTML", "<b>", "Markdown")),
    "bloc inconnu": Broken("::: cle", "::: clef", "::: clef", ("« clef » inconnu", "cle")),
    "bloc jamais fermé": Broken("voix.\n:::", "voix.\n", "::: cle", ("mal fermé", ":::")),
    "fin de bloc en trop": Broken(
        "Le dernier", ":::\n\nLe dernier", ":::\n\nLe dernier", ("sans bloc ouvert",)
    ),
    "question sans réponse": Broken(
        "\n---\n\nUn appel", "\nUn appel", "::: question", ("sans réponse", "---")
    ),
    "code jamais fermé": Broken(
        "  - [2024, 120]\n```", "  - [2024, 120]\n", "```graphique", ("jamais fermé", "```")
    ),
    "forme de graphique": Broken(
        "forme: barres",
        "forme: camembert",
        "forme: camembert",
        ("camembert", "barres, colonnes, courbe"),
    ),
    "donnée de graphique": Broken(
        "[2024, 120]", "[2024, beaucoup]", "[2024, beaucoup]", ("[Libellé, 13.9]",)
    ),
    "graphique sans alternative": Broken(
        "alternative: Barres qui montent.\n", "", "titre: Sociétaires", ("manquante", "alternative")
    ),
    "source du graphique": Broken(
        "forme: barres\nsource: 2", "forme: barres\nsource: 8", "source: 8", ("source 8",)
    ),
    "image absente": Broken(
        "images/plan.svg", "images/plans.svg", "images/plans.svg", ("absente", "images/plan.svg")
    ),
    "image hors du dossier": Broken(
        "images/plan.svg", "../secret.svg", "../secret.svg", ("hors du dossier", "images/")
    ),
    "image du réseau": Broken(
        "images/plan.svg", "https://exemple.fr/x.svg", "https://exemple.fr/x", ("réseau", "copier")
    ),
    "format d’image": Broken("images/plan.svg", "images/plan.bmp", "plan.bmp", ("format", "PNG")),
    "image sans texte": Broken(
        "![Le plan de l’atelier]", "![]", "![]", ("texte de remplacement", "montre")
    ),
    "image sans crédit": Broken(' "Les auteurs, CC BY-SA 4.0"', "", "![Le plan", ("crédit", "licence")),
    "image dans une phrase": Broken(
        "![Le plan", "Voici ![Le plan", "Voici ![", ("seule sur sa ligne",)
    ),
    "chiffre sans source": Broken(
        "Une personne, une voix.",
        "Il y a 12 voix.",
        "Il y a 12 voix.",
        ("chiffre sans source", "« 12 »", "[^1]"),
        WARNING,
    ),
    "résumé trop long": Broken(
        "Elle répare,", "Elle répare, " + "et répare, " * 30, "resume:", ("trop long", "280"), WARNING
    ),
    "vérification ancienne": Broken(
        "2026-11-20", "2025-05-20", "2025-05-20", ("dix-huit mois",), WARNING
    ),
    "révision dépassée": Broken(
        "2027-11-24", "2026-11-23", "2026-11-23", ("dépassée", "2026-11-23"), WARNING
    ),
    "source jamais citée": Broken(
        "  2: {titre: Un rapport, editeur: Insee}",
        "  2: {titre: Un rapport}\n  3: {titre: Un livre}",
        "  3: {titre",
        ("source 3 jamais citée", "[^3]"),
        WARNING,
    ),
    "fiche sans lien": Broken(
        "liens:\n  - {code: F01, raison: sa forme}\n", "", "code: C01", ("sans lien",), WARNING
    ),
    "chiffre clé sans source": Broken(
        "mars 2024, source: 2",
        "mars 2024",
        "{valeur: 14 838",
        ("sans source", "source: numéro"),
        WARNING,
    ),
}


def problems_of(folder: Path, text: str) -> tuple[Problem, ...]:
    return check(a_content_folder(folder, {GOOD_NAME: text}), TODAY)


def test_the_good_fiche_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, GOOD_CASE) == ()


@pytest.mark.parametrize("name", BROKEN)
def test_each_mistake_tells_its_file_line_cause_and_cure(name: str, tmp_path: Path) -> None:
    broken = BROKEN[name]
    assert broken.old in GOOD_CASE
    text = GOOD_CASE.replace(broken.old, broken.new, 1)

    found = problems_of(tmp_path, text)

    matching = [problem for problem in found if all(word in problem.message for word in broken.words)]
    assert matching, [str(problem) for problem in found]
    assert matching[0].file == PurePosixPath(GOOD_NAME)
    assert matching[0].line == line_of(text, broken.at)
    assert matching[0].severity is broken.severity
    assert "\n" not in str(matching[0])


def test_everything_is_told_in_one_run(tmp_path: Path) -> None:
    text = GOOD_CASE
    chosen = [
        "thème inconnu",
        "note illisible",
        "bloc inconnu",
        "image absente",
        "chiffre clé sans source",
    ]
    for name in chosen:
        text = text.replace(BROKEN[name].old, BROKEN[name].new, 1)

    found = problems_of(tmp_path, text)

    for name in chosen:
        assert any(all(word in problem.message for word in BROKEN[name].words) for problem in found)
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (GOOD_CASE.encode("latin-1", "replace"), 7, ("UTF-8", "Latin-1")),
        (GOOD_CASE.encode("utf-16"), 1, ("UTF-8", "UTF-16")),
        (b"", 1, ("en-t", "---")),
        (b"---\n---\n", 2, ("en-t", "type")),
        (b"---\ntype: cas\n", 1, ("jamais ferm", "---")),
        (b"\x00" * 20, 1, ("invisible",)),
        (b"x" * 2_100_000, 1, ("2 Mo",)),
        (b"---\na: " + b"[" * 5000 + b"\n---\n", 2, ("ferm",)),
        (b"---\na: &x [1]\nb: [*x, *x]\n---\n", 2, ("guillemets",)),
    ],
)
def test_a_file_that_is_no_fiche_is_named(
    content: bytes, line: int, words: tuple[str, ...], tmp_path: Path
) -> None:
    found = check(a_content_folder(tmp_path, {"leviers/L01-x.md": content}), TODAY)

    lines = [
        problem.line
        for problem in found
        if problem.file == PurePosixPath("leviers/L01-x.md")
        and all(word in problem.message for word in words)
    ]
    assert line in lines, [str(problem) for problem in found]


def test_the_byte_order_mark_and_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + GOOD_CASE.replace("\n", "\r\n").encode()

    assert check(a_content_folder(tmp_path, {GOOD_NAME: content}), TODAY) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("leviers/C01-atelier-du-pont.md", ("mauvais dossier", "etudes-de-cas/")),
        ("etudes-de-cas/atelier.md", ("nom de fichier", "C01-l-atelier-du-pont.md")),
        ("etudes-de-cas/C01-Atelier.md", ("nom de fichier", "C01-l-atelier-du-pont.md")),
        ("etudes-de-cas/C011-atelier.md", ("nom de fichier", "C01-")),
    ],
)
def test_a_file_in_the_wrong_place_or_badly_named_is_told(
    name: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    folder = a_content_folder(tmp_path)
    (folder / GOOD_NAME).unlink()
    a_content_folder_file = folder / name
    a_content_folder_file.parent.mkdir(exist_ok=True)
    a_content_folder_file.write_text(GOOD_CASE, encoding="utf-8")

    (problem,) = check(folder, TODAY)

    assert problem.file == PurePosixPath(name)
    assert problem.line == 1
    assert all(word in problem.message for word in words)


def test_links_to_a_fiche_that_cannot_be_read_are_no_mistakes(tmp_path: Path) -> None:
    text = GOOD_CASE.replace("titre: L’Atelier", "titre: *L’Atelier")

    (problem,) = problems_of(tmp_path, text)

    assert problem.file == PurePosixPath(GOOD_NAME)


def test_two_fiches_with_one_code_are_told(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path, {"etudes-de-cas/C01-autre.md": GOOD_CASE})

    (problem,) = check(folder, TODAY)

    assert problem.line == line_of(GOOD_CASE, "code: C01")
    assert "code en double" in problem.message
    assert GOOD_NAME in problem.message or "C01-autre" in problem.message
