"""The types of fiche: their letter, their folder, the parts that their body must have.

The labels that people read (« Étude de cas ») live in `content/taxonomie.yaml`.
To add a type, add a member and its row here and its label there.
"""

from dataclasses import dataclass
from enum import StrEnum


class FicheType(StrEnum):
    """A type as the front matter and the kit write it; never renamed."""

    CASE = "cas"
    PORTRAIT = "portrait"
    PRACTICE = "pratique"
    LEVER = "levier"
    ORGANISATION_FORM = "forme"
    SCHEME = "dispositif"
    ACTOR = "acteur"
    MONOGRAPH = "monographie"
    REFERENCE = "repere"
    ARGUMENT = "argument"
    HANDBOOK = "mode-emploi"
    SESSION = "seance"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class TypeRules:
    """What a fiche of one type must be.

    `parts` are the level-two headings of the body, in order (empty: free body);
    `required` are front matter keys needed beyond those of every fiche.
    """

    letter: str
    folder: str
    parts: tuple[str, ...] = ()
    required: tuple[str, ...] = ()


RULES: dict[FicheType, TypeRules] = {
    FicheType.CASE: TypeRules(
        "C",
        "etudes-de-cas",
        (
            "En bref",
            "Le besoin de départ",
            "Ce qui a été fait",
            "Gouvernance et modèle économique",
            "Les étapes",
            "Les difficultés",
            "Ce qui a compté",
            "Ce que l’on peut reprendre",
        ),
        ("themes", "formes", "issue", "lieu"),
    ),
    FicheType.PORTRAIT: TypeRules(
        "T",
        "portraits",
        ("En bref", "Le projet", "En chiffres", "Ce que l’on peut reprendre"),
        ("themes", "lieu"),
    ),
    FicheType.PRACTICE: TypeRules(
        "P",
        "fiches-pratiques",
        (
            "En bref",
            "Quand s’en servir",
            "Pas à pas",
            "Points de vigilance",
            "Pour aller plus loin",
        ),
        ("etapes", "publics"),
    ),
    FicheType.LEVER: TypeRules(
        "L",
        "leviers",
        (
            "En bref",
            "Pourquoi",
            "Comment s’y prendre",
            "Qui mobiliser",
            "Points de vigilance",
            "Exemples",
        ),
        ("etapes", "publics"),
    ),
    FicheType.ORGANISATION_FORM: TypeRules(
        "F",
        "formes-organisation",
        (
            "En bref",
            "Carte d’identité",
            "Gouvernance",
            "Argent et excédents",
            "Place des collectivités",
            "Atouts et limites",
            "Quand la choisir",
            "Exemples",
        ),
        ("formes",),
    ),
    FicheType.SCHEME: TypeRules(
        "D",
        "dispositifs",
        (
            "En bref",
            "Pour qui",
            "Pour quoi",
            "Combien",
            "Comment faire",
            "Points de vigilance",
        ),
        ("etapes", "publics"),
    ),
    FicheType.ACTOR: TypeRules(
        "A",
        "acteurs",
        ("En bref", "Ce qu’il fait", "En milieu rural", "Comment le solliciter"),
    ),
    FicheType.MONOGRAPH: TypeRules(
        "M",
        "monographies",
        (
            "En bref",
            "Le territoire",
            "Une histoire de coopérations",
            "Les acteurs",
            "Les projets",
            "Freins et leviers",
            "Enseignements",
        ),
        ("lieu",),
    ),
    FicheType.REFERENCE: TypeRules(
        "R",
        "reperes",
        ("En bref", "L’essentiel", "Ce que cela change en milieu rural"),
    ),
    FicheType.ARGUMENT: TypeRules(
        "E",
        "arguments",
        ("L’objection", "La réponse courte", "Le chiffre", "Deux exemples"),
    ),
    FicheType.HANDBOOK: TypeRules("U", "mode-emploi"),
    FicheType.SESSION: TypeRules("S", "seances"),
    FicheType.NOTE: TypeRules("N", ""),
}


def type_of_letter(letter: str) -> FicheType | None:
    """Return the type whose codes start with that letter, or None."""
    return next((kind for kind, rules in RULES.items() if rules.letter == letter), None)
