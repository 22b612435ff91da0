"""Makes `.venv` and installs the locked dependencies; does nothing when that is already done.

Runs before anything is installed, maybe under an old Python: standard library only, old syntax.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from debian import require_packages

OLDEST = (3, 11)
NEWEST_TRIED = 14
NEEDED_BYTES = 900_000_000

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
LOCK = ROOT / "build" / "requirements.lock"
STAMP = ENVIRONMENT / "requirements.stamp"

# What pip writes when it fails → what it means. The first that is found is told.
_CAUSES = (
    (("No space left on device", "Errno 28"), "Le disque est plein : libérez environ 1 Go."),
    (
        (
            "Failed to establish a new connection",
            "Temporary failure in name resolution",
            "Name or service not known",
            "Network is unreachable",
            "Connection refused",
            "Connection reset",
            "Read timed out",
            "ConnectTimeout",
            "ProxyError",
            "Max retries exceeded",
        ),
        "Le réseau ne répond pas : il est nécessaire une seule fois, pour cette installation.",
    ),
    (
        ("THESE PACKAGES DO NOT MATCH THE HASHES",),
        "Un téléchargement est incomplet ou altéré : recommencez, il sera refait.",
    ),
    (
        ("No matching distribution found", "Could not find a version"),
        "Une dépendance n’existe pas pour ce système ou ce Python, ou le réseau ne répond pas.",
    ),
    (("Permission denied", "Errno 13"), "Le dossier du projet n’est pas accessible en écriture."),
)


def main() -> None:
    """Make the environment ready, or end the program with what to do."""
    _require_recent_python()
    fingerprint = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not _works():
        _require_space()
        _create()
    if not STAMP.exists() or STAMP.read_text(encoding="utf-8") != fingerprint:
        _require_space()
        _install()
        STAMP.write_text(fingerprint, encoding="utf-8")
    _require_libraries()


def _require_recent_python() -> None:
    """Go on under a newer Python when this one is too old."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(NEWEST_TRIED, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            os.execv(newer, [newer, *sys.argv])  # noqa: S606 - the same script, nothing of a user
    sys.exit(
        f"Il faut Python {OLDEST[0]}.{OLDEST[1]} ou plus récent, et celui-ci est le "
        f"{sys.version.split()[0]}.\nInstallez-le, ou indiquez-le : make run PYTHON=/chemin/de/python3"
    )


def _works() -> bool:
    """Tell whether the environment exists with its pip and a Python that still runs."""
    if not PYTHON.exists():
        return False
    asked = subprocess.run([str(PYTHON), "-m", "pip", "--version"], capture_output=True, check=False)
    return asked.returncode == 0


def _create() -> None:
    print("Création de l’environnement Python (.venv)…", flush=True)
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian sells it apart
    except ImportError:
        require_packages(
            [f"python3.{sys.version_info[1]}-venv"], "Il manque à Python son module « venv »."
        )
    made = _run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
    if made.returncode:
        _give_up("L’environnement Python n’a pas pu être créé.", made.stderr + made.stdout)


def _install() -> None:
    print("Installation des dépendances (environ 250 Mo la première fois)…", flush=True)
    pip = [str(PYTHON), "-m", "pip", "--no-input", "--disable-pip-version-check"]
    done = _run([*pip, "install", "--quiet", "--requirement", str(LOCK)])
    if done.returncode:
        _give_up("Les dépendances n’ont pas pu être installées.", done.stderr)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, cwd=ROOT
    )


def _require_space() -> None:
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_BYTES:
        sys.exit(
            f"Il reste {free // 1_000_000} Mo sur le disque et il en faut {NEEDED_BYTES // 1_000_000} :"
            " libérez de la place, puis recommencez."
        )


def _give_up(happened: str, output: str) -> NoReturn:
    advice = "Le détail est ci-dessus ; corrigez, puis recommencez."
    for signs, meaning in _CAUSES:
        if any(sign in output for sign in signs):
            advice = f"{meaning}\nPuis recommencez : ce qui est déjà fait ne sera pas refait."
            break
    sys.exit(f"{output.strip()}\n\n{happened}\n{advice}")


def _require_libraries() -> None:
    """Look for Qt's libraries with the environment's own Python, which knows where Qt is."""
    script = Path(__file__).with_name("system_libraries.py")
    looked = subprocess.run([str(PYTHON), str(script)], check=False)
    if looked.returncode:
        sys.exit(looked.returncode)


if __name__ == "__main__":
    main()
