"""`python -m tests.gallery [FOLDER] [--scenes 01 12] [--ecrans 1024x600]`: takes every picture."""

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import date
from html import escape
from pathlib import Path

from tests.builders import CONTENT
from tests.gallery.scenes import SCENES
from tests.gallery.screens import SCREENS
from tressons_kit.authoring.compiler import compile_kit
from tressons_kit.ui.theme import PALETTES

_STYLE = "body{font:16px sans-serif;margin:24px}img{width:32%;border:1px solid;margin:2px}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Photographier toutes les pages de la fenêtre.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("dist/galerie"))
    parser.add_argument("--scenes", nargs="*", default=[], help="numéros, par exemple 01 12")
    parser.add_argument("--ecrans", nargs="*", default=list(SCREENS), choices=SCREENS, dest="screens")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tressons-galerie-") as work:
        kit = Path(work) / "kit.sqlite"
        compile_kit(CONTENT, kit, date.today())  # noqa: DTZ011 - the day the pictures are taken
        for name in options.screens:
            _photograph(name, kit, options.folder, options.scenes)
    (options.folder / "index.html").write_text(_index(options.screens), encoding="utf-8")
    sys.stdout.write(f"Galerie : {options.folder / 'index.html'}\n")


def _photograph(name: str, kit: Path, folder: Path, scenes: list[str]) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(SCREENS[name].ratio),
        "TRESSONS_DATA": str(kit.parent / f"donnees-{name}"),
    }
    command = [sys.executable, "-m", "tests.gallery.photographer", name, str(kit), str(folder)]
    subprocess.run([*command, *scenes], env=environment, check=True)


def _index(screens: list[str]) -> str:
    """Write the page: a row of themes for each scene, on each screen."""
    lines = [f'<!doctype html><html lang="fr"><meta charset="utf-8"><style>{_STYLE}</style>']
    for scene in SCENES:
        lines.append(f"<h2>{escape(scene.title)}</h2>")
        for screen in screens:
            lines.append(f"<h3>{screen}</h3>")
            for theme in PALETTES:
                path = f"{screen}/{theme}/{scene.name}.png"
                title = escape(f"{scene.title}, {theme}, {screen}")
                lines.append(f'<a href="{path}"><img src="{path}" alt="{title}" loading="lazy"></a>')
    return "\n".join([*lines, "</html>\n"])


if __name__ == "__main__":
    main()
