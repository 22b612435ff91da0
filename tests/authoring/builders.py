"""Folders of content for tests: real files, good unless a test breaks them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 24)
GOOD_NAME = "etudes-de-cas/C01-atelier-du-pont.md"

GOOD_CASE = """\
---
code: C01
type: cas
titre: L’Atelier du pont
resume: >-
  Des habitants ont repris la quincaillerie du bourg.
  Elle répare, prête et vend.
themes: [commerces]
formes: [scic]
issue: en-activite
debut: 2019
fin: 2024
lieu:
  commune: Figeac
  insee: 46102
  departement: 46
  latitude: 44.61
  longitude: 2.03
chiffres:
  - {valeur: 14 838, libelle: sociétaires, date: mars 2024, source: 2}
liens:
  - {code: F01, raison: sa forme}
sources:
  1: {titre: Un article, editeur: Le Journal, date: avril 2024, adresse: "https://exemple.fr/a"}
  2: {titre: Un rapport, editeur: Insee}
verifie_le: 2026-11-20
a_revoir_avant: 2027-11-24
---

## En bref

Une quincaillerie de village, reprise en 2019[^1].

## Le besoin de départ

Le dernier magasin fermait. Voir [la forme](F01).

## Ce qui a été fait

- Un atelier de réparation[^1] ;
- un prêt d'outils.

## Gouvernance et modèle économique

::: cle
Une personne, une voix.
:::

```graphique
titre: Sociétaires
forme: barres
source: 2
alternative: Barres qui montent.
donnees:
  - [2019, 40]
  - [2024, 120]
```

## Les étapes

1. Réunir.
2. Ouvrir.

## Les difficultés

::: question
Il manque de l’argent. Que feriez-vous ?

---

Un appel aux habitants.
:::

## Ce qui a compté

![Le plan de l’atelier](images/plan.svg "Les auteurs, CC BY-SA 4.0")

## Ce que l’on peut reprendre

::: formateur
Compter 20 minutes.
:::

Le prêt d’outils.
"""

GOOD_FORM = """\
---
code: F01
type: forme
titre: La Scic
resume: Une société que plusieurs sortes de gens possèdent ensemble.
formes: [scic]
liens: [{code: C01, raison: un exemple}]
sources:
  1: {titre: Loi du 10 septembre 1947, editeur: Légifrance}
verifie_le: 2026-11-20
a_revoir_avant: 2027-11-24
---
## En bref
Une société[^1].
## Carte d’identité
| Repère | Contenu |
|---|---:|
| Texte | La loi[^1] |
## Gouvernance
Une voix.
## Argent et excédents
Des réserves.
## Place des collectivités
Au capital.
## Atouts et limites
Durable.
## Quand la choisir
À plusieurs.
## Exemples
[L’Atelier](C01).
"""

TAXONOMY = """\
type: {libelle: Type, termes: {cas: {libelle: Étude de cas, pluriel: Études de cas}}}
themes: {libelle: Thème, termes: {mobilite: Mobilité, commerces: Commerces, energie: Énergie}}
formes: {libelle: Forme, termes: {scic: Scic, scop: Scop}}
issue: {libelle: Issue, termes: {en-activite: En activité, arrete: Arrêté}}
region: {libelle: Région, termes: {occitanie: Occitanie, bretagne: Bretagne}}
departement:
  libelle: Département
  termes:
    "01": {libelle: Ain, region: occitanie}
    "46": {libelle: Lot, region: occitanie}
    "56": {libelle: Morbihan, region: bretagne}
"""

IDENTITY = """\
titre: Un kit d'essai
version: "1.2"
date: 2026-11-24
auteurs: [Une équipe]
licence: CC-BY-SA-4.0
mention: Pour les essais.
chiffres: C01
parcours:
  titre: Par ici
  etapes:
    - {code: C01, raison: une histoire}
    - {code: F01, raison: sa forme}
nouveautes:
  - {texte: Du neuf, code: F01}
  - {texte: Et le reste}
"""

GLOSSARY = """\
- terme: Société coopérative d’intérêt collectif
  sigle: Scic
  synonymes: [coopérative d'intérêt collectif]
  definition: Société que plusieurs sortes de gens possèdent ensemble.
  sources:
    1: {titre: Loi du 10 septembre 1947}
  voir: [F01]
- terme: Épargne solidaire
  definition: Argent placé au service d’un projet utile.
"""

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'

GOOD_FILES: Mapping[str, str] = {
    "kit.yaml": IDENTITY,
    "taxonomie.yaml": TAXONOMY,
    "glossaire.yaml": GLOSSARY,
    "images/plan.svg": DRAWING,
    GOOD_NAME: GOOD_CASE,
    "formes-organisation/F01-scic.md": GOOD_FORM,
}


def a_note(title: str = "Une note", body: str = "Du texte.") -> str:
    """Write the least that a fiche can be."""
    return f"---\ntype: note\ntitre: {title}\n---\n\n{body}\n"


def a_content_folder(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Write a good folder, with some files added or replaced."""
    return a_folder(folder, {**GOOD_FILES, **(files or {})})


def a_folder(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a folder of these files and nothing else."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return folder


def line_of(text: str, piece: str) -> int:
    """Return the line of a piece of text that is there once."""
    assert text.count(piece) == 1, f"{piece!r} is there {text.count(piece)} times"
    return text[: text.index(piece)].count("\n") + 1
