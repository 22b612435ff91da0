"""The name that a saved fiche is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.domain.codes import FicheCode
from tressons_kit.domain.fiche import Fiche
from tressons_kit.domain.fiche_types import FicheType
from tressons_kit.exports.file_names import proposed_name


def _named(title: str) -> str:
    return proposed_name(Fiche(FicheCode("C12"), FicheType.CASE, title, "", ()), "pdf")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Railcoop : l’échec d’une coopérative", "C12-railcoop-echec-cooperative.pdf"),
        ("À l’œuvre / dans\\le bourg?", "C12-oeuvre-bourg.pdf"),
        ("…", "C12.pdf"),
        ("Ελλάδα", "C12.pdf"),
    ],
)
def test_the_code_then_the_words_that_say_something(title: str, name: str) -> None:
    assert _named(title) == name


@given(st.text(max_size=300))
def test_any_title_gives_a_name_that_every_system_takes(title: str) -> None:
    name = _named(title)

    assert len(name) <= 64
    assert name.startswith("C12")
    assert set(name) <= set("C12.pdf-abcdefghijklmnopqrstuvwxyz0123456789")
