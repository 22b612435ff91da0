"""French typography on plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.foundation.typography import french

SIGNS = st.text(alphabet="aL1 2\u00a0\u202f\n'’\"«».…,;:!?%€()-/@w", max_size=24)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("L'eau qu'on boit", "L’eau qu’on boit"),
        ("Pourquoi ?", "Pourquoi\u202f?"),
        ("Pourquoi? Parce que!", "Pourquoi\u202f? Parce que\u202f!"),
        ("un ; deux", "un\u202f; deux"),
        ("Il dit : oui", "Il dit\u00a0: oui"),
        ("Il dit: oui", "Il dit\u00a0: oui"),
        ('un "mot" entre guillemets', "un «\u00a0mot\u00a0» entre guillemets"),
        ('l\'"élan"', "l’«\u00a0élan\u00a0»"),
        ("« mot »", "«\u00a0mot\u00a0»"),
        ("«mot»", "«\u00a0mot\u00a0»"),
        ("et puis...", "et puis…"),
        ("13,9 % de 15€", "13,9\u00a0% de 15\u00a0€"),
        ("14 838 sociétaires", "14\u202f838 sociétaires"),
        ("1 859 000 emplois", "1\u202f859\u202f000 emplois"),
        ("à 10:30 le 12/11", "à 10:30 le 12/11"),
        ("en 2018 205 associés", "en 2018 205 associés"),
        ("https://exemple.fr/a?b=c;d:e...", "https://exemple.fr/a?b=c;d:e..."),
        ("écrire à l'adresse a.b@exemple.fr !", "écrire à l’adresse a.b@exemple.fr\u202f!"),
        ("loi 47-1775, article L. 612-4", "loi 47-1775, article L. 612-4"),
        ("05 65 00 00 00", "05 65 00 00 00"),
        ("la fiche F03", "la fiche F03"),
    ],
)
def test_what_authors_type_is_set_as_printers_do(typed: str, printed: str) -> None:
    assert french(typed) == printed


@given(st.one_of(SIGNS, st.text(max_size=40)))
def test_setting_a_text_twice_changes_nothing_more(text: str) -> None:
    assert french(french(text)) == french(text)
