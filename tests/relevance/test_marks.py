"""The real content answers the judged set as well as it did: `marks.py` tells how well that is."""

from tests.relevance.engines import KitEngine
from tests.relevance.evaluation import evaluate
from tests.relevance.judged_set import read_judged_set
from tests.relevance.marks import missed_marks
from tressons_kit.services import Services


def test_the_marks_are_reached(real_services: Services) -> None:
    assert missed_marks(evaluate(KitEngine(real_services), read_judged_set())) == []
