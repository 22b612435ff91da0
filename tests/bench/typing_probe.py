"""Types in the real window: from each key to results painted, and how long the window is deaf."""

import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

from tests.bench.figures import percentile, say
from tests.bench.real_window import PaintWatcher, let_live, open_window, press
from tests.bench.typed import keystrokes
from tressons_kit.ui.main_window import MainWindow

_BEAT = 1
_LONGEST_WAIT, _AFTER_KEY = 500, 150


class Heartbeat(QObject):
    """Beats each millisecond while the window listens; a longer gap is a time when it was deaf."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self, interval=_BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def start_again(self) -> None:
        """Forget the gaps so far."""
        self.longest, self._last = 0.0, perf_counter()

    def _on_beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - _BEAT)
        self._last = now


class Typist:
    """Types in a window, and notes when each answer is painted."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        panel = window.library.results
        self._watcher = PaintWatcher(panel, panel.list.viewport(), window.library.filters.viewport())
        self._answered_at = 0.0
        window.library.answer_shown.connect(self._on_answer)

    def type(self, letter: str) -> float:
        """Type a letter and return the milliseconds until the answer is painted."""
        start = perf_counter()
        press(self._window.search, letter)
        let_live(_LONGEST_WAIT, until=self._watcher.painted)
        elapsed = perf_counter() - start
        # An answer that changes nothing on the screen is not painted: it was there when it came.
        is_painted = elapsed * 1000 < _LONGEST_WAIT
        return (elapsed if is_painted else self._answered_at - start) * 1000

    def clear(self) -> None:
        """Empty the field and let everything settle."""
        self._window.search.clear()
        let_live(_AFTER_KEY)

    def _on_answer(self) -> None:
        self._answered_at = perf_counter()
        self._watcher.arm()


def main() -> None:
    kit = Path(sys.argv[1])
    window, services = open_window(kit)
    typist, heartbeat = Typist(window), Heartbeat()
    times: list[float] = []
    gaps: list[float] = []
    for text in keystrokes(kit):
        if len(text) == 1:
            typist.clear()
        heartbeat.start_again()
        times.append(typist.type(text[-1]))
        # What follows the first paint (excerpts, the preview) must leave the keys free too.
        let_live(_AFTER_KEY)
        gaps.append(heartbeat.longest)
    say(f"p50 {percentile(times, 50)}")
    say(f"p95 {percentile(times, 95)}")
    say(f"deaf95 {percentile(gaps, 95)}")
    say(f"deaf {max(gaps)}")
    window.close()
    services.close()


if __name__ == "__main__":
    main()
