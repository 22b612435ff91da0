"""Files change in one move: written beside, flushed, then renamed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tressons_kit.domain.errors import CannotWrite


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a draft path beside the target, and move it there if the block ends well.

    Raises CannotWrite when the disk refuses; the old target then stays as it was, and no draft
    is left behind.
    """
    draft = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        with draft.open("rb+") as stream:
            os.fsync(stream.fileno())
        draft.replace(target)
    except OSError as error:
        raise CannotWrite(target, error.strerror or str(error)) from error
    finally:
        # The disk that refused the draft may refuse to delete it too: the first error matters.
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def write_atomically(target: Path, data: bytes) -> None:
    """Replace a file in one move, or raise CannotWrite and leave it untouched."""
    with replacing(target) as draft:
        draft.write_bytes(data)
