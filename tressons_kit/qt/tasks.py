"""Work off the window's thread: the only module that knows threads.

A lane runs one piece of work at a time, in its own thread, and delivers the answer to the window's
thread. Only the last request counts: what was asked before and has not started is dropped, and an
answer that comes too late is not delivered.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot


class LatestLane(QObject):
    """Answers the last request only."""

    done = Signal(object)
    failed = Signal(object)
    _delivered = Signal(int, object)
    _raised = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = 0
        self._is_finished = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        # One thread for good: it keeps its database connection.
        self._pool.setExpiryTimeout(-1)
        self._delivered.connect(self._on_delivered, Qt.ConnectionType.QueuedConnection)
        self._raised.connect(self._on_raised, Qt.ConnectionType.QueuedConnection)

    def submit(self, work: Callable[[], object]) -> None:
        """Ask for some work; the requests before it are forgotten. Once finished, none is taken."""
        if self._is_finished:
            return
        self._wanted += 1
        self._pool.clear()
        self._pool.start(_Run(self, self._wanted, work))

    def drop(self) -> None:
        """Forget every request: no answer will come."""
        self._wanted += 1
        self._pool.clear()

    def is_wanted(self, number: int) -> bool:
        """Tell a running piece of work whether its answer is still waited for."""
        return number == self._wanted

    def finish(self) -> None:
        """Forget every request and wait for the one that runs: before closing the kit."""
        self._is_finished = True
        self.drop()
        self._pool.waitForDone()

    @Slot(int, object)
    def _on_delivered(self, number: int, answer: object) -> None:
        if self.is_wanted(number):
            self.done.emit(answer)

    @Slot(int, object)
    def _on_raised(self, number: int, error: object) -> None:
        if self.is_wanted(number):
            self.failed.emit(error)


class _Run(QRunnable):
    """One request; it owns nothing, so it may die in its thread."""

    def __init__(self, lane: LatestLane, number: int, work: Callable[[], object]) -> None:
        super().__init__()
        self._lane, self._number, self._work = lane, number, work

    def run(self) -> None:
        if not self._lane.is_wanted(self._number):
            return
        try:
            answer = self._work()
        except Exception as error:  # noqa: BLE001 - the window decides, nothing is lost
            self._lane._raised.emit(self._number, error)  # noqa: SLF001 - same module
        else:
            self._lane._delivered.emit(self._number, answer)  # noqa: SLF001 - same module
