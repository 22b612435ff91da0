"""The program: with no command the window, otherwise the command line.

The one place that knows both faces; they do not know each other.
"""

import sys
from pathlib import Path

from tressons_kit.cli.main import run_command_line
from tressons_kit.cli.window import Window
from tressons_kit.foundation.texts import Texts


def main() -> int:
    """Run what was asked on the command line and return the exit code."""
    return run_command_line(sys.argv[1:], Window(_open_window, _demonstrate, _show_gallery))


def _open_window(kit: Path | None, fiche: str | None, texts: Texts) -> int:
    # Qt is imported for a window only: commands start without it.
    from tressons_kit.ui import application  # noqa: PLC0415

    return application.run(kit, fiche, texts)


def _demonstrate(kit: Path, memory_file: Path, texts: Texts) -> int:
    from tressons_kit.ui import demonstration  # noqa: PLC0415

    return demonstration.run(kit, memory_file, texts)


def _show_gallery() -> int:
    from tressons_kit.ui.gallery import window  # noqa: PLC0415

    return window.run()


if __name__ == "__main__":
    sys.exit(main())
