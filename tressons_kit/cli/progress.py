"""A progress bar for what lasts more than a second, silent when nobody looks."""

from collections.abc import Iterator
from contextlib import contextmanager

from tressons_kit.domain.progress import ReportProgress
from tressons_kit.foundation.texts import Texts

_FORMAT = "{desc} : {percentage:3.0f} % |{bar}| {n_fmt}/{total_fmt}"


@contextmanager
def progress_bar(description: str, texts: Texts) -> Iterator[ReportProgress]:
    """Give the function that work reports to; the bar leaves nothing behind."""
    from tqdm import tqdm

    # `disable=None`: no bar when the error stream is no terminal.
    with tqdm(
        desc=description, total=1, delay=1, disable=None, leave=False, bar_format=texts(_FORMAT)
    ) as shown:

        def report(done: int, total: int) -> None:
            shown.total = total
            shown.update(done - shown.n)

        yield report
