"""`python -m tests.gallery.photographer SCREEN KIT FOLDER [SCENE…]`: the pictures of one screen.

A process a screen: Qt takes its scale once, when it starts.
"""

import sys
from pathlib import Path

from tests.gallery.scenes import SCENES
from tests.gallery.screens import SCREENS
from tests.gallery.stage import Stage
from tressons_kit.ui.application import make_application
from tressons_kit.ui.theme import PALETTES


def main() -> None:
    name, kit, folder, *wanted = sys.argv[1:]
    application = make_application()
    for theme in PALETTES:
        stage = Stage(application, Path(kit), SCREENS[name], theme)
        target = Path(folder) / name / theme
        target.mkdir(parents=True, exist_ok=True)
        for scene in SCENES:
            if not wanted or scene.name[:2] in wanted:
                stage.start_again()
                scene.play(stage)
                stage.wait()
                stage.photograph(target / f"{scene.name}.png")
        stage.close()


if __name__ == "__main__":
    main()
