"""The content of the repository, read once for all its tests."""

import pytest

from tests.builders import CONTENT, TODAY
from tressons_kit.authoring.content import Content, read_content
from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import Fiche


@pytest.fixture(scope="session")
def content() -> Content:
    """Read the whole folder."""
    return read_content(CONTENT, TODAY, lambda _done, _total: None, rendered=True)


@pytest.fixture(scope="session")
def fiches(content: Content) -> dict[FicheCode, Fiche]:
    """Return the fiches by code."""
    return {one.fiche.code: one.fiche for one in content.fiches}
