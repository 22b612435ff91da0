"""The keys of the program: one table, from which windows bind them and the help shows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tressons_kit.foundation.texts import Texts


class Command(Enum):
    """What a key does, wherever it is bound."""

    SEARCH = auto()
    SAVE_SEARCH = auto()
    EXPLAIN = auto()
    BRIEF = auto()
    SHORT = auto()
    FULL = auto()
    FIND = auto()
    NEXT_MATCH = auto()
    PREVIOUS_MATCH = auto()
    DEFINE = auto()
    PRINT = auto()
    BACK = auto()
    FORWARD = auto()
    NEXT_PANE = auto()
    CARET = auto()
    NEXT_TAB = auto()
    PREVIOUS_TAB = auto()
    CLOSE_TAB = auto()
    REOPEN_TAB = auto()
    NEXT_STEP = auto()
    PREVIOUS_STEP = auto()
    LARGER = auto()
    SMALLER = auto()
    USUAL_SIZE = auto()
    SETTINGS = auto()
    HELP = auto()


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a command as Qt writes them; `silent` ones do the same and are not worth showing."""

    shown: tuple[str, ...]
    silent: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every key of the command."""
        return self.shown + self.silent


KEYS: dict[Command, Keys] = {
    # A text field keeps / and ? for itself: there they are letters like others.
    Command.SEARCH: Keys(("Ctrl+K", "/")),
    Command.SAVE_SEARCH: Keys(("Ctrl+Shift+D",)),
    Command.EXPLAIN: Keys(("Alt+Return",), ("Alt+Enter",)),
    # Where a French keyboard has its digits, they come without Maj as signs.
    Command.BRIEF: Keys(("1",), ("&",)),
    Command.SHORT: Keys(("2",), ("É",)),
    Command.FULL: Keys(("3",), ('"',)),
    Command.FIND: Keys(("Ctrl+F",)),
    Command.NEXT_MATCH: Keys(("F3",)),
    Command.PREVIOUS_MATCH: Keys(("Shift+F3",)),
    Command.DEFINE: Keys(("D",)),
    Command.PRINT: Keys(("Ctrl+P",)),
    Command.BACK: Keys(("Alt+Left",)),
    Command.FORWARD: Keys(("Alt+Right",)),
    Command.NEXT_PANE: Keys(("F6",)),
    Command.CARET: Keys(("F7",)),
    Command.NEXT_TAB: Keys(("Ctrl+Tab",)),
    Command.PREVIOUS_TAB: Keys(("Ctrl+Shift+Tab",)),
    Command.CLOSE_TAB: Keys(("Ctrl+W",)),
    Command.REOPEN_TAB: Keys(("Ctrl+Shift+T",)),
    Command.NEXT_STEP: Keys(("Alt+PgDown",)),
    Command.PREVIOUS_STEP: Keys(("Alt+PgUp",)),
    Command.LARGER: Keys(("Ctrl++",), ("Ctrl+=",)),
    Command.SMALLER: Keys(("Ctrl+-",)),
    Command.USUAL_SIZE: Keys(("Ctrl+0",)),
    Command.SETTINGS: Keys(("Ctrl+,",)),
    Command.HELP: Keys(("?", "F1")),
}


def bind(
    widget: QWidget,
    command: Command,
    effect: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> None:
    """Give a widget every key of a command."""
    for key in KEYS[command].all:
        QShortcut(QKeySequence(key), widget, context=context).activated.connect(effect)


@dataclass(frozen=True, slots=True)
class ShortcutLine:
    """A line of the help: keys as people name them, and what they do."""

    keys: tuple[str, ...]
    effect: str


@dataclass(frozen=True, slots=True)
class ShortcutGroup:
    """The lines of the help that go together."""

    title: str
    lines: tuple[ShortcutLine, ...]


def shortcut_groups(texts: Texts) -> tuple[ShortcutGroup, ...]:
    """Return what the help shows: every bound command, and the keys that lists and fields take."""
    return (
        ShortcutGroup(texts("Chercher"), _searching(texts)),
        ShortcutGroup(texts("Lire une fiche"), _reading(texts)),
        ShortcutGroup(texts("Plusieurs fiches"), _several(texts)),
        ShortcutGroup(texts("Se déplacer"), _moving(texts)),
        ShortcutGroup(texts("La fenêtre"), _window(texts)),
    )


def key_name(key: str, texts: Texts) -> str:
    """Write a key of Qt as it is engraved on a French keyboard."""
    names = {
        "Shift": texts("Maj"),
        "Return": texts("Entrée"),
        "Escape": texts("Échap"),
        "Delete": texts("Suppr"),
        "Space": texts("Espace"),
        "PgDown": texts("Page suivante"),
        "PgUp": texts("Page précédente"),
        "Up": "↑",
        "Down": "↓",
        "Left": "←",
        "Right": "→",
    }
    # « Ctrl++ » is Ctrl and the sign plus.
    modifiers, plus, last = key[:-1].rpartition("+")
    last += key[-1]
    parts = [*modifiers.split("+"), last] if plus and modifiers else [last]
    return "+".join(names.get(part, part) for part in parts)


def _searching(texts: Texts) -> tuple[ShortcutLine, ...]:
    return (
        _bound(texts("chercher"), (Command.SEARCH,), texts),
        _typed(
            ("Up", "Down"),
            texts("parcourir les suggestions, puis les résultats, sans quitter le champ"),
            texts,
        ),
        _typed(
            ("Alt+Down",),
            texts("montrer les suggestions, ou les recherches récentes et gardées"),
            texts,
        ),
        _typed(("Return",), texts("ouvrir la fiche"), texts),
        _bound(texts("dire pourquoi ce résultat répond"), (Command.EXPLAIN,), texts),
        _bound(texts("garder cette recherche"), (Command.SAVE_SEARCH,), texts),
    )


def _reading(texts: Texts) -> tuple[ShortcutLine, ...]:
    return (
        _bound(
            texts("lire en 30 secondes, en 3 minutes, en entier"),
            (Command.BRIEF, Command.SHORT, Command.FULL),
            texts,
        ),
        _bound(texts("chercher dans la fiche"), (Command.FIND,), texts),
        _bound(
            texts("passage suivant, passage précédent"),
            (Command.NEXT_MATCH, Command.PREVIOUS_MATCH),
            texts,
        ),
        _bound(texts("dans une fiche, définir le terme souligné ou choisi"), (Command.DEFINE,), texts),
        _bound(texts("imprimer la fiche, l’enregistrer en PDF"), (Command.PRINT,), texts),
    )


def _several(texts: Texts) -> tuple[ShortcutLine, ...]:
    return (
        _typed(
            ("Ctrl+Return",), texts("ouvrir dans un autre onglet (ou Ctrl+clic, clic du milieu)"), texts
        ),
        _bound(
            texts("onglet suivant, onglet précédent"), (Command.NEXT_TAB, Command.PREVIOUS_TAB), texts
        ),
        _bound(
            texts("fermer l’onglet, rouvrir le dernier fermé"),
            (Command.CLOSE_TAB, Command.REOPEN_TAB),
            texts,
        ),
        _typed(("Space",), texts("dans la liste, marquer une fiche à comparer"), texts),
    )


def _moving(texts: Texts) -> tuple[ShortcutLine, ...]:
    return (
        _typed(("Escape",), texts("revenir en arrière, une chose à la fois"), texts),
        _bound(texts("page précédente, page suivante"), (Command.BACK, Command.FORWARD), texts),
        _bound(
            texts("étape suivante du parcours, étape précédente"),
            (Command.NEXT_STEP, Command.PREVIOUS_STEP),
            texts,
        ),
        _bound(texts("passer d’un panneau à l’autre"), (Command.NEXT_PANE,), texts),
        _bound(texts("lire au curseur, ligne par ligne, ou cesser"), (Command.CARET,), texts),
        _typed(("Tab",), texts("aller au lien ou au bouton suivant"), texts),
    )


def _window(texts: Texts) -> tuple[ShortcutLine, ...]:
    return (
        _bound(
            texts("texte plus grand, plus petit, taille d’origine"),
            (Command.LARGER, Command.SMALLER, Command.USUAL_SIZE),
            texts,
        ),
        _bound(texts("réglages, recherches gardées"), (Command.SETTINGS,), texts),
        _bound(texts("cette aide"), (Command.HELP,), texts),
    )


def _bound(effect: str, commands: Sequence[Command], texts: Texts) -> ShortcutLine:
    return _typed(tuple(key for command in commands for key in KEYS[command].shown), effect, texts)


def _typed(keys: tuple[str, ...], effect: str, texts: Texts) -> ShortcutLine:
    return ShortcutLine(tuple(key_name(key, texts) for key in keys), effect)
