"""Installing Debian packages when this user may, and saying the exact command otherwise."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Collection
from typing import NoReturn


def require_packages(packages: Collection[str], reason: str) -> None:
    """Install some packages, or end the program with the command to type."""
    names = " ".join(sorted(packages))
    if shutil.which("apt-get") is None:
        _give_up(
            reason,
            "Ce système n’a pas « apt-get ». Installez l’équivalent de ces paquets Debian :",
            names,
        )
    rights = _rights()
    if rights is None:
        _give_up(
            reason,
            "Tapez cette commande (le mot de passe d’administration sera demandé) :",
            f"sudo apt-get install {names}",
        )
    print(f"{reason}\nInstallation des paquets Debian : {names}", flush=True)
    # A fresh machine has no list of packages; an old list may do, so a failure here is no end.
    _apt_get(rights, "update", "-qq")
    if not _apt_get(rights, "install", "-qq", "--no-install-recommends", *sorted(packages)):
        _give_up(
            "L’installation a échoué : vérifiez la connexion et la place libre.",
            "Vous pouvez aussi taper cette commande :",
            " ".join([*rights, "apt-get", "install", names]),
        )


def _apt_get(rights: list[str], *arguments: str) -> bool:
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    # Dpkg's own progress says nothing that users need; what goes wrong still shows.
    done = subprocess.run(
        [*rights, "apt-get", "-y", *arguments],
        env=quiet,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode == 0


def _give_up(happened: str, advice: str, typed: str) -> NoReturn:
    sys.exit(f"{happened}\n{advice}\n  {typed}\nPuis recommencez.")


def _rights() -> list[str] | None:
    """Return what to put before a command to be root, or None when that cannot be."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None
