"""Every check of the project, in order: the only list of them. `make check` and CI run it."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

CHECKS = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "style": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "tests": ["-m", "pytest"],
}
"""By name, as `--sans` takes it: what the environment's Python is given."""

_TWICE = "kit"


def main() -> int:
    """Run every check, the later ones too when one fails; return 1 if any failed."""
    left_out = _left_out()
    failed = []
    for name, arguments in CHECKS.items():
        if name not in left_out and not _passes(name, arguments):
            failed.append(name)
    if _TWICE not in left_out and not _kit_is_reproducible():
        failed.append(_TWICE)
    print(f"\nÀ corriger : {', '.join(failed)}." if failed else "\nTout est en ordre.")
    return 1 if failed else 0


def _left_out() -> list[str]:
    parser = argparse.ArgumentParser(description="Vérifier tout le projet.")
    parser.add_argument("--sans", action="append", default=[], choices=[*CHECKS, _TWICE])
    left_out: list[str] = parser.parse_args().sans
    return left_out


def _passes(name: str, arguments: list[str]) -> bool:
    _announce(name)
    return subprocess.call([sys.executable, *arguments], cwd=ROOT) == 0


def _kit_is_reproducible() -> bool:
    """Compile the content twice and compare: same content, same bytes."""
    _announce(f"{_TWICE} : deux fabrications identiques à l’octet")
    with tempfile.TemporaryDirectory() as folder:
        kits = [Path(folder) / name / "kit.sqlite" for name in ("premier", "second")]
        # Two seeds: an order that hangs on Python's hashes would show.
        if not all(_compile(kit, seed) for seed, kit in enumerate(kits, start=1)):
            return False
        identical = kits[0].read_bytes() == kits[1].read_bytes()
    print("identiques" if identical else "différents : la fabrication n’est pas déterministe")
    return identical


def _compile(kit: Path, seed: int) -> bool:
    command = [sys.executable, "-m", "tressons_kit", "construire", "content", "-o", str(kit)]
    environment = dict(os.environ, PYTHONHASHSEED=str(seed))
    return subprocess.call(command, cwd=ROOT, env=environment) == 0


def _announce(name: str) -> None:
    print(f"\n── {name}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
