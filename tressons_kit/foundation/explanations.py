"""Errors in the user's words: what happened, what was kept, what to do. Shared by all faces."""

from dataclasses import dataclass
from functools import singledispatch

from tressons_kit.domain.errors import (
    CannotWrite,
    ComparedTypesDiffer,
    ContentFolderMissing,
    ContentInvalid,
    FicheNotFound,
    KitDamaged,
    KitError,
    KitMissing,
    KitTooOld,
    KitTooRecent,
    NotAKit,
    QueryFileUnreadable,
    SearchUnavailable,
    TargetExists,
    TargetFolderMissing,
    WrongNumberToCompare,
)
from tressons_kit.domain.problem import Severity
from tressons_kit.foundation.texts import FRENCH, Texts


@dataclass(frozen=True, slots=True)
class Explanation:
    """A title, then three sentences: what happened, what was kept, what to do."""

    title: str
    happened: str
    kept: str
    advice: str

    def __str__(self) -> str:
        """Show everything in a few lines, for a terminal."""
        return "\n".join(part for part in (self.title, self.happened, self.kept, self.advice) if part)


@singledispatch
def explain(error: KitError, texts: Texts = FRENCH) -> Explanation:
    """Put an error in words; one function below for each kind."""
    return Explanation(texts("L’opération n’a pas abouti"), str(error), "", "")


def _untouched(texts: Texts) -> str:
    return texts("Rien n’a été modifié, et vos données personnelles sont intactes.")


@explain.register
def _(error: KitMissing, texts: Texts = FRENCH) -> Explanation:
    return Explanation(
        texts("Le kit est introuvable"),
        texts("Il n’y a pas de fichier à cet endroit : {}").format(error.path),
        _untouched(texts),
        texts(
            "Vérifiez que la clé USB est bien branchée, ou choisissez un autre fichier de kit"
            " (il s’appelle d’habitude « kit.sqlite »)."
        ),
    )


@explain.register
def _(error: NotAKit, texts: Texts = FRENCH) -> Explanation:
    return Explanation(
        texts("Ce fichier n’est pas un kit"),
        texts("Le fichier existe, mais ce n’est pas un kit TRESSONS : {}").format(error.path),
        _untouched(texts),
        texts("Choisissez un fichier de kit (il s’appelle d’habitude « kit.sqlite »)."),
    )


@explain.register
def _(error: KitTooRecent, texts: Texts = FRENCH) -> Explanation:
    return Explanation(
        texts("Ce kit est plus récent que le programme"),
        texts("Le fichier {} a le format {}, et ce programme lit le format {}.").format(
            error.path, error.found, error.supported
        ),
        _untouched(texts),
        texts("Installez la version du programme fournie avec ce kit, ou ouvrez un kit plus ancien."),
    )


@explain.register
def _(error: KitTooOld, texts: Texts = FRENCH) -> Explanation:
    return Explanation(
        texts("Ce kit est plus ancien que le programme"),
        texts("Le fichier {} a été fabriqué pour une version précédente.").format(error.path),
        _untouched(texts),
        texts(
            "Utilisez le kit fourni avec ce programme. Les auteurs peuvent le fabriquer de nouveau"
            " avec « tressons-kit construire »."
        ),
    )


@explain.register
def _(error: KitDamaged, texts: Texts = FRENCH) -> Explanation:
    return Explanation(
        texts("Le fichier du kit est abîmé"),
        texts("Le fichier est incomplet ou altéré : {}").format(error.path),
        _untouched(texts),
        texts(
            "Copiez de nouveau le kit depuis la clé ou l’ordinateur d’origine, puis rouvrez-le :"
            " une copie interrompue est la cause la plus fréquente."
        ),
    )


@explain.register
def _(error: FicheNotFound, texts: Texts = FRENCH) -> Explanation:
    near = ", ".join(error.near)
    return Explanation(
        texts("Aucune fiche ne porte le code « {} »").format(error.code),
        "",
        "",
        texts("Codes qui existent : {}.").format(near)
        if near
        else texts("Cherchez plutôt par un mot."),
    )


@explain.register
def _(error: SearchUnavailable, texts: Texts = FRENCH) -> Explanation:
    return Explanation(
        texts("La recherche ne peut pas fonctionner ici"),
        texts(
            "Il manque à la bibliothèque SQLite {} de cet ordinateur de quoi chercher dans les textes."
        ).format(error.version),
        _untouched(texts),
        texts("Utilisez le programme fourni sur la clé : il apporte sa propre bibliothèque."),
    )


@explain.register
def _(error: WrongNumberToCompare, texts: Texts = FRENCH) -> Explanation:
    fiches = texts.plural("{} fiche", "{} fiches", error.count).format(error.count)
    return Explanation(
        texts("La comparaison demande de deux à quatre fiches"),
        texts("Vous avez choisi : {}. Une fiche nommée deux fois compte pour une.").format(fiches),
        "",
        texts("Choisissez de deux à quatre fiches différentes du même type."),
    )


@explain.register
def _(error: ComparedTypesDiffer, texts: Texts = FRENCH) -> Explanation:
    return Explanation(
        texts("Ces fiches ne sont pas du même type"),
        ", ".join(f"{code} : {kind}" for code, kind in error.fiches) + ".",
        "",
        texts(
            "Seules des fiches du même type ont les mêmes parties : choisissez, par exemple, des cas."
        ),
    )


@explain.register
def _(error: ContentFolderMissing, texts: Texts = FRENCH) -> Explanation:
    return Explanation(
        texts("Ce dossier ne contient pas de fiches"),
        texts("Aucune fiche (fichier « .md ») dans {}").format(error.folder),
        texts("Rien n’a été écrit."),
        texts("Indiquez le dossier qui contient les fiches, par exemple « content »."),
    )


@explain.register
def _(error: ContentInvalid, texts: Texts = FRENCH) -> Explanation:
    count = sum(problem.severity is Severity.ERROR for problem in error.problems)
    return Explanation(
        texts.plural(
            "Le contenu a {} erreur : le kit n’a pas été fabriqué",
            "Le contenu a {} erreurs : le kit n’a pas été fabriqué",
            count,
        ).format(texts.number(count)),
        "",
        texts("Le kit précédent, s’il y en avait un, est resté en place."),
        texts("Corrigez les lignes signalées, puis recommencez."),
    )


@explain.register
def _(error: CannotWrite, texts: Texts = FRENCH) -> Explanation:
    return Explanation(
        texts("Impossible d’écrire le fichier"),
        texts("{} : {}").format(error.path, error.detail),
        texts("L’ancien fichier, s’il y en avait un, est resté comme il était."),
        texts(
            "Vérifiez la place libre et que le dossier n’est pas protégé en écriture, ou choisissez"
            " un autre endroit."
        ),
    )


@explain.register
def _(error: QueryFileUnreadable, texts: Texts = FRENCH) -> Explanation:
    return Explanation(
        texts("Le fichier de recherches ne peut pas être lu"),
        texts("{} : {}").format(error.path, error.detail),
        texts("Rien n’a été modifié."),
        texts("Enregistrez-le en texte UTF-8, une recherche par ligne."),
    )


@explain.register
def _(error: TargetExists, texts: Texts = FRENCH) -> Explanation:
    return Explanation(
        texts("Ce fichier existe déjà : {}").format(error.path),
        "",
        texts("Il est resté comme il était."),
        texts("Ajoutez « --ecraser » pour le remplacer, ou choisissez un autre nom."),
    )


@explain.register
def _(error: TargetFolderMissing, texts: Texts = FRENCH) -> Explanation:
    return Explanation(
        texts("Ce dossier n’existe pas : {}").format(error.folder),
        "",
        texts("Rien n’a été écrit."),
        texts("Créez-le, ou choisissez un autre endroit."),
    )
