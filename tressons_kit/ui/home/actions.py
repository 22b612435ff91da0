"""What one can do first: find, prepare a session, go to the field, understand in a few minutes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.domain.kit_info import KitInfo
from tressons_kit.domain.query import Filters
from tressons_kit.domain.taxonomy import TYPE_FACET
from tressons_kit.foundation.texts import Texts, number
from tressons_kit.ui.home.card import CardWords
from tressons_kit.ui.home.path_section import path_progress

_FIELD_TYPES = (FicheType.PRACTICE, FicheType.SCHEME, FicheType.ARGUMENT)


@dataclass(frozen=True, slots=True)
class Action:
    """What one can do: open the library with filters, follow the path, or else search."""

    title: str
    text: str
    icon: str
    texts: Texts
    filters: Filters = field(default_factory=dict)
    path: Sequence[str] = ()

    @property
    def is_path(self) -> bool:
        """Tell whether it leads to the path for newcomers."""
        return bool(self.path)

    def words(self, read: Collection[str]) -> CardWords:
        """Return what its card shows, knowing which fiches of the path were read."""
        done = sum(code in read for code in self.path)
        text = path_progress(done, len(self.path), self.texts) if done else self.text
        return CardWords(self.title, text, self.icon)


def actions_for(info: KitInfo, counts: Mapping[str, Mapping[str, int]], texts: Texts) -> list[Action]:
    """Return what this kit has something for."""
    held = counts.get(TYPE_FACET, {})
    actions = [
        Action(
            texts("Trouver une fiche"),
            texts("Un mot, un lieu, un code comme «\u00a0C01\u00a0», ou des filtres."),
            "search",
            texts,
        )
    ]
    if sessions := held.get(FicheType.SESSION, 0):
        told = texts.plural(
            "{} séance à reprendre, avec son déroulé et ses fiches.",
            "{} séances à reprendre, avec leur déroulé et leurs fiches.",
            sessions,
        )
        chosen = {TYPE_FACET: frozenset({str(FicheType.SESSION)})}
        title = texts("Préparer une séance")
        actions.append(
            Action(title, told.format(number(sessions, texts)), "presentation", texts, chosen)
        )
    if useful := frozenset(str(kind) for kind in _FIELD_TYPES if held.get(kind)):
        told = texts("Le pas à pas, les financements, de quoi répondre aux objections.")
        actions.append(Action(texts("Sur le terrain"), told, "map", texts, {TYPE_FACET: useful}))
    if steps := info.path.steps:
        told = texts.plural(
            "{} fiche à lire, pour qui débute.",
            "{} fiches à lire dans l’ordre, pour qui débute.",
            len(steps),
        ).format(len(steps))
        path = tuple(step.code for step in steps)
        actions.append(Action(info.path.title, told, "sprout", texts, path=path))
    return actions
