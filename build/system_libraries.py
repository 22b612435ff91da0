"""The shared libraries that Qt takes from the system: finding those that are missing.

The wheels of PySide6 carry Qt itself; the window system, fonts and OpenGL come from the machine.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from debian import require_packages

# What Qt 6.9 links to on Linux → the Debian package. Packages bring what they need themselves.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# Wayland's plugin is left out: without it Qt goes through X11, which those desktops offer too.
_PLUGINS = ("platforms/libqxcb.so", "platforms/libqoffscreen.so")
_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg")
_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


def require_libraries() -> None:
    """Install the missing libraries, or end the program with what to do."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return
    missing = find_missing()
    if not missing:
        return
    unknown = sorted(missing - set(PACKAGES))
    if unknown:
        sys.exit(f"Il manque à Qt des bibliothèques du système, à installer : {', '.join(unknown)}")
    require_packages(
        {PACKAGES[library] for library in missing},
        "Il manque à Qt des bibliothèques du système : " + ", ".join(sorted(missing)),
    )


def find_missing() -> set[str]:
    """Return the names of the libraries that the loader does not find."""
    package = Path(sysconfig.get_paths()["purelib"]) / "PySide6"
    files = [package / f"{module}.abi3.so" for module in _MODULES]
    files += [package / "Qt" / "plugins" / plugin for plugin in _PLUGINS]
    existing = [str(file) for file in files if file.exists()]
    listed = subprocess.run(["ldd", *existing], capture_output=True, text=True, check=False)
    return set(_NOT_FOUND.findall(listed.stdout))


if __name__ == "__main__":
    require_libraries()
