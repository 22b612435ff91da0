"""Opens the kit from the source tree: compiles it when the content has changed, then the window."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KIT = ROOT / "dist" / "kit.sqlite"
PROGRAM = [sys.executable, "-m", "tressons_kit"]
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> int:
    """Return the exit code of the window, or of what prevented it."""
    compiled = _start("construire", "content", "-o", str(KIT), "--si-besoin")
    if compiled:
        return compiled
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS):
        print("Aucun écran n’est disponible ici : voici une démonstration sans fenêtre.\n", flush=True)
        return _start("--kit", str(KIT), "--demonstration")
    return _start("--kit", str(KIT))


def _start(*arguments: str) -> int:
    try:
        return subprocess.call([*PROGRAM, *arguments], cwd=ROOT)
    except KeyboardInterrupt:
        # The program heard it too, and has said so.
        return 130


if __name__ == "__main__":
    sys.exit(main())
