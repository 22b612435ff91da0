"""The list of licences is that of what is installed, locked and bundled."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.builders import ROOT
from tressons_kit.foundation.licences import Part, PartGroup, licence_text, parts, version_of
from tressons_kit.foundation.texts import FRENCH

PARTS = parts(FRENCH)
PACKAGES = {part.package.lower(): part for part in PARTS if part.package and part.name == part.package}
LOCKED = set(
    re.findall(r"^([\w.-]+)==", (ROOT / "build/requirements.lock").read_text("utf-8"), re.MULTILINE)
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NOT_SHIPPED = {"pip", "setuptools", "wheel"}
"""What installs packages, and is asked for by one of them: no part of the program."""

WRITTEN_OTHERWISE = {
    "MIT License": "MIT",
    "The MIT License (MIT)": "MIT",
    "Two-clause BSD license": "BSD-2-Clause",
    "Apache License, Version 2.0": "Apache-2.0",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Python Software Foundation License": "Matplotlib",
    "License :: Public Domain": "domaine public",
}


def needed_by(extra: str) -> set[str]:
    """Every locked package that the program, or one of its extras, needs, direct or not."""
    asked = PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]
    todo = list(map(Requirement, asked))
    found: set[str] = set()
    while todo:
        name = todo.pop().name.lower().replace("_", "-")
        if name in found or name not in LOCKED:
            continue
        found.add(name)
        inner = map(Requirement, metadata.requires(name) or [])
        todo += [one for one in inner if one.marker is None or one.marker.evaluate({"extra": ""})]
    return found - NOT_SHIPPED


def test_every_package_that_runs_the_program_or_makes_a_kit_is_listed_and_no_other() -> None:
    running = {name for name, part in PACKAGES.items() if part.group is PartGroup.RUNNING}

    assert running == needed_by("")
    assert set(PACKAGES) == needed_by("") | needed_by("authoring")
    assert set(PACKAGES) <= LOCKED


@pytest.mark.parametrize("part", PACKAGES.values(), ids=lambda part: part.name)
def test_the_licence_of_a_package_is_the_one_it_tells(part: Part) -> None:
    about = metadata.metadata(part.package)
    (short,) = about.get_all("License") or [""]
    classifiers = [name for name in about.get_all("Classifier") or [] if name.startswith("License ::")]
    written = [*(about.get_all("License-Expression") or []), short, *classifiers]
    # Some packages put the whole text where the name is asked for.
    told = next(name for name in written if 0 < len(name) < 80)

    assert WRITTEN_OTHERWISE.get(told, told) == part.licence
    assert version_of(part) == metadata.version(part.package)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_licence_that_has_words_shows_them(part: Part) -> None:
    if part.licence != "domaine public":
        assert len(licence_text(part)) > 400


def test_everything_bundled_has_its_licence() -> None:
    bundled = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()}
    written = {f"resources/{path.parent.name}/{path.name}" for path in _licence_files()}

    assert bundled <= {folder for part in PARTS for folder in part.folders}
    assert written <= {text for part in PARTS for text in part.texts}


def test_a_package_that_is_not_installed_costs_its_version_only() -> None:
    absent = Part("absent", "rien", "MIT", PartGroup.RUNNING, "no-such-package-here")

    assert version_of(absent) == ""
    assert licence_text(absent) == ""


def _licence_files() -> list[Path]:
    resources = ROOT / "resources"
    return [*resources.glob("*/LICENCE*"), *(resources / "licences").glob("*.txt")]
