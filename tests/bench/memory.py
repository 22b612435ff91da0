"""The resident memory of a process; alone in its module, so that a probe imports nothing else."""

import os
from pathlib import Path


def resident_memory() -> float:
    """Return the resident memory of this process, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
