"""The process that reads one file: `python -m decisions.reading.child LAYOUT TODAY FILE`.

It binds itself before it opens the file: so much memory, so much time, nothing written anywhere. The outcome goes to
standard output as JSON, progress to standard error.
"""

import ctypes
import json
import resource
import signal
import sys
from datetime import date
from pathlib import Path

MEMORY = 768 * 1024 * 1024
CPU_SECONDS = 40
OUTPUT = 128 * 1024 * 1024
OPEN_FILES = 64
DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def bind() -> None:
    """Limits from which this process cannot free itself."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 2))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIES_WITH_PARENT, signal.SIGKILL)


def tell(done: int, total: int) -> None:
    """One line of progress."""
    sys.stderr.write(f"{done} {total}\n")
    sys.stderr.flush()


def main() -> None:
    """Read, and say what was read."""
    bind()
    from decisions.layouts import LAYOUTS  # noqa: PLC0415 - the limits hold before anything else is loaded
    from decisions.reading.read import read_file  # noqa: PLC0415

    layout, today, path = sys.argv[1:]
    outcome = read_file(Path(path), LAYOUTS[layout], date.fromisoformat(today), tell)
    json.dump(outcome, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
