"""What the window remembers between two starts: one small readable file."""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from tressons_kit.domain.language import Language
from tressons_kit.foundation.files import write_atomically

_LOG = logging.getLogger("kit.state")

LAST_READ_AT_MOST = 12


@dataclass(frozen=True, slots=True)
class Remembered:
    """Theme, text size, window, last read fiches (most recent first), kit chosen by hand.

    `geometry` is Qt's own format in base64; `columns` are the widths of the library's panes;
    `completion` tells whether suggestions come while one types, `depth` how far fiches are shown,
    `lens` whether the terms of the glossary are underlined in a fiche, `language` that of the program
    (the kit is French: that of the computer changes nothing), `path_read` the steps of the path for
    newcomers that were read, `first_depth` the depth that each start begins at (empty: the last one,
    `depth`), `motion` how much moves, `toured` whether the tour was seen or refused, `caret` whether
    the arrows go from line to line in a fiche, `tabs` the fiches kept open, each with how far it is
    scrolled, `current_tab` the one being read.
    """

    theme: str = "systeme"
    text_scale: float = 1.0
    geometry: str = ""
    columns: tuple[int, ...] = ()
    last_read: tuple[str, ...] = ()
    kit: str = ""
    completion: bool = True
    depth: str = ""
    lens: bool = True
    language: str = Language.FRENCH
    path_read: tuple[str, ...] = ()
    first_depth: str = ""
    motion: str = "systeme"
    toured: bool = False
    caret: bool = False
    tabs: tuple[tuple[str, int], ...] = ()
    current_tab: str = ""
    unknown: Mapping[str, Any] = field(default_factory=dict)


def read_remembered(path: Path) -> Remembered:
    """Read the state; a missing file gives the defaults.

    A damaged file also gives the defaults: it is set aside under another name, never deleted.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return _from_values(values)
    except FileNotFoundError:
        return Remembered()
    except (OSError, ValueError, TypeError, AttributeError) as error:
        _LOG.warning("state file unreadable, set aside: %s", error)
        _set_aside(path)
        return Remembered()


def write_remembered(path: Path, remembered: Remembered) -> None:
    """Write the state in one move, or raise CannotWrite; keys of other versions are kept."""
    values = asdict(remembered)
    unknown = values.pop("unknown")
    text = json.dumps({**unknown, **values}, ensure_ascii=False, indent=1)
    write_atomically(path, text.encode("utf-8"))


def _from_values(values: dict[str, Any]) -> Remembered:
    known = {item.name for item in fields(Remembered)} - {"unknown"}
    defaults = Remembered()
    scale = float(values.get("text_scale", defaults.text_scale))
    return Remembered(
        theme=str(values.get("theme", defaults.theme)),
        text_scale=scale if scale == scale else defaults.text_scale,  # noqa: PLR0124 - NaN
        geometry=str(values.get("geometry", "")),
        columns=tuple(int(width) for width in values.get("columns", ())),
        last_read=tuple(str(code) for code in values.get("last_read", ()))[:LAST_READ_AT_MOST],
        kit=str(values.get("kit", "")),
        completion=bool(values.get("completion", True)),
        depth=str(values.get("depth", "")),
        lens=bool(values.get("lens", True)),
        language=str(Language.read(str(values.get("language", "")))),
        path_read=tuple(str(code) for code in values.get("path_read", ())),
        first_depth=str(values.get("first_depth", "")),
        motion=str(values.get("motion", defaults.motion)),
        toured=bool(values.get("toured", False)),
        caret=bool(values.get("caret", False)),
        tabs=tuple((str(code), int(scroll)) for code, scroll in values.get("tabs", ())),
        current_tab=str(values.get("current_tab", "")),
        unknown={key: value for key, value in values.items() if key not in known},
    )


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(path.name + ".abime"))
    except OSError as error:
        _LOG.warning("could not set the state file aside: %s", error)
