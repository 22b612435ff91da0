"""The scripts that prepare a machine: what they promise without a network or a bare machine."""

import re
import subprocess
import sys
import tomllib

import pytest

from tests.builders import ROOT

LOCK = (ROOT / "build" / "requirements.lock").read_text(encoding="utf-8")
SETUP = ROOT / "build" / "setup_environment.py"


def test_the_lock_pins_every_dependency_with_its_fingerprints() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]

    locked = {
        name.lower()
        for name in re.findall(r"^([\w.-]+)==\S+ \\\n    --hash=sha256:", LOCK, re.MULTILINE)
    }

    assert {re.split(r"[<>=!~ ]", line)[0].lower().replace("_", "-") for line in asked} <= locked


def test_the_lock_names_no_registry() -> None:
    assert "://" not in LOCK
    assert not re.search(r"^--", LOCK, re.MULTILINE)


def test_help_lists_every_command() -> None:
    make = ["make", "-s", "help"]
    shown = subprocess.run(make, cwd=ROOT, capture_output=True, text=True, check=True)

    for command in ("run", "test", "check", "bench", "words", "lock", "clean"):
        assert f"make {command} " in shown.stdout


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("OSError: [Errno 28] No space left on device", "disque est plein"),
        ("Failed to establish a new connection: [Errno -3]", "réseau ne répond pas"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "altéré"),
        ("something else", "Le détail est ci-dessus"),
    ],
)
def test_a_failed_installation_says_why(written: str, told: str) -> None:
    code = f"import setup_environment as setup; setup._give_up('Échec.', {written!r})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=SETUP.parent, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert written in done.stderr
    assert told in done.stderr


def test_without_rights_the_exact_command_is_given() -> None:
    code = (
        "import debian; debian._rights = lambda: None; debian.shutil.which = lambda name: name\n"
        "debian.require_packages({'libb', 'liba'}, 'Il manque.')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=SETUP.parent, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert "\n  sudo apt-get install liba libb\n" in done.stderr
