"""`comparer`: columns of text, aligned; what cannot be compared is told."""

import pytest

from tests.cli.conftest import Run


def test_fiches_stand_side_by_side_and_what_differs_is_marked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    answer = run("comparer", "c1", "C02")
    lines = answer.out.splitlines()

    assert answer.code == 0
    assert lines[0].startswith("C01 · Railcoop")
    assert "C02 · L’épicerie solidaire" in lines[0]
    assert max(map(len, lines)) <= 100
    issue = lines.index("Issue du projet") + 1
    assert lines[issue].split("  ", 1)[0] == "* Arrêté"
    assert lines[issue].endswith("* En activité")
    assert answer.out.index("Ce qui diffère") < answer.out.index("Ce qui est pareil")
    assert "Forme d’organisation : Scic" in lines
    assert "14838 sociétaires (2024)" in answer.out
    assert "│ À retenir" in answer.out


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (("C01",), "de deux à quatre"),
        (("C01", "L07"), "pas du même type"),
        (("C01", "C99"), "C99"),
    ],
)
def test_what_cannot_be_compared_is_told(run: Run, codes: tuple[str, ...], told: str) -> None:
    answer = run("comparer", *codes)

    assert answer.code == 1
    assert told in answer.err
    assert not answer.out
