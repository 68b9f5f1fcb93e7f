"""Starting programs that never outlive the one who started them."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

PR_SET_PDEATHSIG = 1


def follow_parent(sign: int) -> Callable[[], None] | None:
    """For `preexec_fn`: the kernel sends `sign` to the child when its parent dies, even by SIGKILL (Linux only)."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(PR_SET_PDEATHSIG, sign)


def spawn(
    command: Sequence[str],
    log: Path,
    *,
    env: dict | None = None,
    dies_by: int = signal.SIGTERM,
    cwd: Path | None = None,
) -> subprocess.Popen:
    """Start a program in a session of its own (a Ctrl-C in the terminal reaches only us), its words in a log file."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as words:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=follow_parent(dies_by),  # noqa: PLW1509 - the supervisor starts children from its one thread
            env=os.environ | (env or {}),
            cwd=cwd,
        )


def stop(child: subprocess.Popen, sign: int = signal.SIGTERM, patience: float = 10) -> None:
    """Ask a program to stop; after `patience` seconds end its whole session."""
    if child.poll() is None:
        child.send_signal(sign)
        try:
            child.wait(patience)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
