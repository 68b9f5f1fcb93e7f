"""Reading a file in a process of its own, with limits and without our secrets."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from datetime import date
from pathlib import Path

from decisions.reading.codes import FileCode
from decisions.reading.read import Progress, rejected

SECONDS = 50  # by the clock; less than the worker's own limit
HOME = Path(__file__).resolve().parent.parent.parent
INHERITED = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")  # what Python needs to start, no more


class ReaderFailed(Exception):
    """The reader ended for a reason that lies with us, not with the file: worth another try."""


def read_apart(
    path: Path, layout: str, today: date, progress: Progress = lambda done, total: None, seconds: float = SECONDS
) -> dict:
    """What `read_file` says. A reader that breaks its limits means a file that nobody should open."""
    command = [sys.executable, "-B", "-m", "decisions.reading.child", layout, today.isoformat(), str(path)]
    with tempfile.TemporaryFile() as answer:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=answer,
            stderr=subprocess.PIPE,
            cwd=HOME,
            text=True,
            env=environment(),
        )
        overran = threading.Event()
        clock = threading.Timer(seconds, lambda: (overran.set(), child.kill()))
        clock.start()
        try:
            last_words = follow(child, progress)
        finally:
            clock.cancel()
            child.kill()
            ended = child.wait()
        if ended == 0:
            answer.seek(0)
            return json.load(answer)
    if overran.is_set() or ended in (-signal.SIGXCPU, -signal.SIGXFSZ) or "MemoryError" in last_words:
        return rejected(FileCode.FILE_INFLATES)
    raise ReaderFailed(f"the reader of decision files ended with {ended}: {last_words}")


def environment() -> dict[str, str]:
    """Nothing of ours but what Python needs."""
    return {name: os.environ[name] for name in INHERITED if name in os.environ} | {"PYTHONUTF8": "1"}


def follow(child: subprocess.Popen, progress: Progress) -> str:
    """Pass progress on until the child closes its mouth; what it said last. No text of the file is ever said."""
    last = ""
    for line in child.stderr:
        words = line.split()
        if len(words) == 2 and all(word.isdigit() for word in words):
            progress(int(words[0]), int(words[1]))
        elif line.strip():
            last = line.split(":")[0].strip()[:100]
    return last
