"""Processing many files on all processors, with results in the order of the files."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain

from tressons_kit.authoring.context import Context
from tressons_kit.authoring.fiche_file import Outcome, process_file
from tressons_kit.authoring.folder import FicheFile
from tressons_kit.domain.progress import ReportProgress

FEWEST_FOR_PROCESSES = 200
"""Below, starting processes costs more than it saves."""

_CHUNK = 40


def process_files(
    files: Sequence[FicheFile],
    context: Context,
    report: ReportProgress,
    *,
    rendered: bool,
    processes: int | None = None,
) -> tuple[Outcome, ...]:
    """Process every file; the outcome does not depend on how many processes there are."""
    count = os.cpu_count() or 1 if processes is None else processes
    if count < 2 or len(files) < FEWEST_FOR_PROCESSES:  # noqa: PLR2004 - two to share anything
        return _gathered(_one_by_one(files, context, rendered=rendered), len(files), report)
    chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    work = partial(_process_chunk, context=context, rendered=rendered)
    try:
        return _shared(work, chunks, count, len(files), report)
    except (BrokenProcessPool, OSError):
        # No processes here (a sandbox, memory short): slower, and the same result.
        return _gathered(_one_by_one(files, context, rendered=rendered), len(files), report)


def _shared(
    work: Callable[[Sequence[FicheFile]], tuple[Outcome, ...]],
    chunks: Sequence[Sequence[FicheFile]],
    count: int,
    total: int,
    report: ReportProgress,
) -> tuple[Outcome, ...]:
    # Spawned, not forked: the caller may have threads, and Windows knows nothing else.
    executor = ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))
    try:
        return _gathered(chain.from_iterable(executor.map(work, chunks)), total, report)
    finally:
        executor.shutdown(cancel_futures=True)


def _gathered(outcomes: Iterator[Outcome], total: int, report: ReportProgress) -> tuple[Outcome, ...]:
    gathered: list[Outcome] = []
    for outcome in outcomes:
        report(len(gathered), total)
        gathered.append(outcome)
    report(total, total)
    return tuple(gathered)


def _process_chunk(
    files: Sequence[FicheFile], *, context: Context, rendered: bool
) -> tuple[Outcome, ...]:
    return tuple(_one_by_one(files, context, rendered=rendered))


def _one_by_one(files: Sequence[FicheFile], context: Context, *, rendered: bool) -> Iterator[Outcome]:
    return (process_file(file, context, rendered=rendered) for file in files)
