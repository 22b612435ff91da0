"""Cases that are like another, with what they share."""

from pathlib import Path

from tests.builders import a_fiche, services_on


def test_cases_alike_come_by_what_they_share(tmp_path: Path) -> None:
    services = services_on(
        tmp_path,
        a_fiche("C01", themes=["mobilite"], formes=["scic"], territoires=["montagne"]),
        a_fiche("C02", themes=["mobilite"], formes=["scop"]),
        a_fiche("C03", themes=["mobilite", "sante"], formes=["scic"], territoires=["montagne"]),
        a_fiche("C04", themes=["sante"], formes=["scic"]),
        a_fiche("F01", themes=["mobilite"], formes=["scic"]),
    )
    try:
        fiche = services.fiches.get("C01")
        found = services.similar.find(fiche)

        # A form alone is no likeness, and a fiche on the form is no case.
        assert [one.card.code for one in found] == ["C03", "C02"]
        assert [(same.facet, same.terms) for same in found[0].shared] == [
            ("themes", ("mobilite",)),
            ("formes", ("scic",)),
            ("territoires", ("montagne",)),
        ]
        known = services.fiches.get("C03").code
        assert [one.card.code for one in services.similar.find(fiche, but=(known,))] == ["C02"]
        assert len(services.similar.find(fiche, at_most=1)) == 1
        assert services.similar.find(services.fiches.get("F01")) == ()
    finally:
        services.close()
