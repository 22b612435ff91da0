"""One log file, rotated, that holds no personal data: neither searches nor what was read."""

import logging
from pathlib import Path

_SIZE = 512 * 1024


def start_log(path: Path) -> None:
    """Send the program's warnings to a file; a disk that refuses the file is no reason to stop."""
    logger = logging.getLogger("kit")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.handlers = [_LateHandler(path)]


class _LateHandler(logging.Handler):
    """Opens the file at the first line: most sessions write none, and the start stays light."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = _open(self._path)
        self._file.handle(record)


def _open(path: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - 6 ms, and rarely needed

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=_SIZE, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler
