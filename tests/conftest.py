"""No real home folder, no screen, no network: what every test runs in."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.builders import CONTENT, TODAY
from tressons_kit.authoring.compiler import compile_kit
from tressons_kit.services import Services, open_services

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


# A slow moment of the machine is no failure: times are in `make bench`.
settings.register_profile("kit", deadline=None, print_blob=True)
settings.load_profile("kit")

_EXIT_STATUS = pytest.StashKey[int]()


@pytest.fixture(autouse=True)
def private_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a folder of personal data of its own."""
    folder = tmp_path / "données personnelles"
    monkeypatch.setenv("TRESSONS_DATA", str(folder))
    monkeypatch.delenv("TRESSONS_KIT", raising=False)
    monkeypatch.delenv("TRESSONS_LANG", raising=False)
    return folder


@pytest.fixture(scope="session")
def qapp() -> "QApplication":
    """Use the program's own application object; Qt is imported by the tests that ask for it."""
    from tressons_kit.ui.application import make_application  # noqa: PLC0415

    return make_application()


@pytest.fixture(scope="session")
def real_kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the content of the repository once."""
    kit = tmp_path_factory.mktemp("vrai kit") / "kit.sqlite"
    compile_kit(CONTENT, kit, TODAY)
    return kit


@pytest.fixture
def real_services(real_kit: Path) -> Iterator[Services]:
    """Open the services of the real kit."""
    services = open_services(real_kit)
    yield services
    services.close()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep what the tests said, for the end."""
    session.config.stash[_EXIT_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave at once when Qt was used.

    The interpreter lets go of hundreds of windows in any order at its end, and Qt may crash there: it
    says nothing of the program, whose own end is tested by starting it.
    """
    if "PySide6.QtWidgets" in sys.modules and _EXIT_STATUS in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[_EXIT_STATUS])
