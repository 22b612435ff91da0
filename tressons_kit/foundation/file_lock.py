"""One writer at a time: two windows of the program share the files of one person."""

import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tressons_kit.domain.errors import CannotWrite

_LOG = logging.getLogger("kit.state")

_PATIENCE, _STEP = 3.0, 0.02
"""Seconds: a writer holds the lock for a few milliseconds."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of that name, or raise CannotWrite.

    The system lets go of it when the program dies. The file stays, empty: deleting it would let two
    writers hold two locks of one name.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
    try:
        _wait_for(handle, path)
        yield
        with suppress(OSError):
            _release(handle)
    finally:
        os.close(handle)


def _wait_for(handle: int, path: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            _acquire(handle)
        except (BlockingIOError, PermissionError) as error:
            if time.monotonic() > deadline:
                raise CannotWrite(path, error.strerror or str(error)) from error
            time.sleep(_STEP)
        except OSError as error:
            # Some network drives know no locks: better written without one than not written.
            _LOG.warning("no lock on %s: %s", path, error)
            return
        else:
            return


if sys.platform == "win32":
    import msvcrt

    def _acquire(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _release(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _acquire(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
