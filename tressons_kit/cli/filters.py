"""The filters of a search: one option a facet, terms given by their name or by their label."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import partial

from tressons_kit.cli.command_parser import CommandParser, WrongCall
from tressons_kit.domain.query import Filters
from tressons_kit.domain.taxonomy import Facet, Taxonomy, Term
from tressons_kit.foundation.french import fold
from tressons_kit.foundation.texts import Texts, later

# The options say one term at a time, in the singular; the facets of the taxonomy have many.
_OPTIONS = {
    "type": ("--type", "cas, levier, forme, dispositif…"),
    "themes": ("--theme", "mobilite, alimentation, habitat…"),
    "region": ("--region", "bretagne, occitanie…"),
    "departement": ("--departement", later("un numéro ou un nom : 46, Lot…")),
    "formes": ("--forme", "scic, association, cuma…"),
    "etapes": ("--etape", "mobiliser, financer, perenniser…"),
    "publics": ("--public", "elu, agent, porteur…"),
    "territoires": ("--territoire", "montagne, bourg, littoral…"),
    "financements": ("--financement", "parts-sociales, fonds-europeens…"),
    "issue": ("--issue", "en-activite, transforme, en-difficulte, arrete"),
    "axes": ("--axe", "cadre, projets, acteurs, facteurs"),
}
_ALL_SHOWN = 20

ChosenTerm = tuple[str, str]
"""A facet and a term as the user wrote it."""


def add_filter_options(parser: CommandParser, texts: Texts) -> None:
    """Describe one option a facet; each may be given several times."""
    group = parser.add_argument_group(
        texts("Filtres"),
        texts(
            "Chacun peut être répété : plusieurs termes d’un même filtre élargissent, des filtres"
            " différents resserrent."
        ),
    )
    for facet, (option, examples) in _OPTIONS.items():
        group.add_argument(
            option,
            dest="filters",
            action="append",
            type=partial(_chosen, facet),
            default=[],
            metavar=texts("TERME"),
            help=texts(examples),
        )


def chosen_filters(chosen: Iterable[ChosenTerm], taxonomy: Taxonomy, texts: Texts) -> Filters:
    """Find the terms in the kit's taxonomy, or raise WrongCall with the nearest ones."""
    filters: dict[str, frozenset[str]] = {}
    for facet_id, written in chosen:
        facet = taxonomy.find(facet_id)
        if facet is None:
            raise WrongCall(texts("{} : ce kit n’a pas ce filtre").format(_option(facet_id)))
        filters[facet_id] = filters.get(facet_id, frozenset()) | {_find_term(facet, written, texts).id}
    return filters


def _chosen(facet: str, written: str) -> ChosenTerm:
    return facet, written


def _find_term(facet: Facet, written: str, texts: Texts) -> Term:
    by_form = {fold(term.label): term for term in facet.terms}
    by_form |= {fold(term.id): term for term in facet.terms}
    term = by_form.get(fold(written))
    if term is None:
        wrong = texts("{} : « {} » n’est pas un terme de ce filtre ; ").format(
            _option(facet.id), written
        )
        raise WrongCall(wrong + _advice(facet, by_form, fold(written), texts))
    return term


def _advice(facet: Facet, by_form: dict[str, Term], form: str, texts: Texts) -> str:
    near = {by_form[close].id: by_form[close] for close in get_close_matches(form, by_form)}
    if near:
        return texts("les plus proches : {}").format(_listed(near.values()))
    if len(facet.terms) <= _ALL_SHOWN:
        return texts("choisir parmi : {}").format(_listed(facet.terms))
    return texts("par exemple : {}").format(_listed(facet.terms[:3]))


def _listed(terms: Iterable[Term]) -> str:
    return ", ".join(f"{term.id} ({term.label})" for term in terms)


def _option(facet: str) -> str:
    option, _ = _OPTIONS[facet]
    return option
