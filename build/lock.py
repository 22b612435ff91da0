"""Writes `requirements.lock`: every package, direct or not, at one version, with its fingerprints.

pip-tools resolves in an environment of its own, so that it is not among what it locks.
"""

import os
import subprocess
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "build" / "requirements.lock"
PIP_TOOLS = "pip-tools==7.6.2"

_HEADER = """\
# Toutes les dépendances, à leur version exacte, avec leurs empreintes : fabrication, exécution, tests.
# Écrit par « make lock » d'après pyproject.toml ; ne pas modifier à la main.
"""
_OPTIONS = (
    "--quiet --generate-hashes --strip-extras --no-header --no-annotate --no-emit-index-url"
    " --no-emit-trusted-host --no-emit-find-links --extra authoring --extra development"
).split(" ")


def main() -> None:
    """Resolve again, keeping the versions of the present lock that still fit, and write the lock."""
    with tempfile.TemporaryDirectory() as folder:
        tools = Path(folder) / "tools"
        venv.create(tools, with_pip=True)
        python = str(tools / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", PIP_TOOLS], check=True)
        draft = Path(folder) / "requirements.lock"
        if LOCK.exists():
            draft.write_bytes(LOCK.read_bytes())
        subprocess.run(
            [python, "-m", "piptools", "compile", *_OPTIONS, "-o", str(draft), "pyproject.toml"],
            check=True,
            cwd=ROOT,
            env=dict(os.environ, CUSTOM_COMPILE_COMMAND="make lock"),
        )
        lines = draft.read_text(encoding="utf-8").splitlines()
    # No comment of pip-tools (it names the machine's files) and no option (it names a registry).
    kept = [line for line in lines if line.strip() and not line.startswith(("#", "--"))]
    LOCK.write_text(_HEADER + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{LOCK.relative_to(ROOT)} : {sum('==' in line for line in kept)} paquets")


if __name__ == "__main__":
    main()
