"""One log file, rotated, that holds no personal data: neither searches nor what was read."""

import logging
import logging.handlers
from pathlib import Path

_SIZE = 512 * 1024


def start_log(path: Path) -> None:
    """Send the program's warnings to a file; a disk that refuses the file is no reason to stop."""
    logger = logging.getLogger("kit")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=_SIZE, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.handlers = [handler]
