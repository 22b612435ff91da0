"""The last request wins, errors come back, nothing runs in the window's thread."""

import threading
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tressons_kit.qt.tasks import LatestLane


@pytest.fixture
def lane(qapp: QApplication) -> LatestLane:
    assert qapp is QApplication.instance()
    return LatestLane()


def test_work_runs_in_another_thread_and_answers_in_this_one(lane: LatestLane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lane.done) as done:
        lane.submit(threading.get_ident)

    assert done.args is not None
    assert done.args[0] != threading.get_ident()


def test_only_the_last_request_is_answered(lane: LatestLane, qtbot: QtBot) -> None:
    started, release = threading.Event(), threading.Event()
    ran: list[int] = []
    answers: list[object] = []
    lane.done.connect(answers.append)

    def slow() -> int:
        started.set()
        release.wait(5)
        return 0

    def work(number: int) -> int:
        ran.append(number)
        return number

    lane.submit(slow)
    # A request that has not started yet would give its place, and its thread, to the next one.
    assert started.wait(5)
    for number in range(1, 5):
        lane.submit(partial(work, number))
    release.set()

    qtbot.waitUntil(lambda: answers == [4])
    assert ran == [4]


def test_what_goes_wrong_comes_back_whole(lane: LatestLane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lane.failed) as failed:
        lane.submit(lambda: 1 // 0)

    assert failed.args is not None
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_a_dropped_request_is_not_answered(lane: LatestLane, qtbot: QtBot) -> None:
    release = threading.Event()
    lane.submit(lambda: release.wait(5))
    lane.drop()
    release.set()

    with qtbot.waitSignal(lane.done) as done:
        lane.submit(lambda: "la suivante")

    assert done.args == ["la suivante"]


def test_a_finished_lane_takes_no_more_work(lane: LatestLane) -> None:
    ran: list[int] = []
    lane.finish()

    lane.submit(lambda: ran.append(1))
    lane.finish()

    assert ran == []
