"""Postgres and the broker for one data folder, shared by whoever needs them.

Everybody who uses the servers holds a shared lock on a file. The first to come starts them, the last to leave stops
them; nobody keeps count in a file that a crash could falsify. The servers run in sessions of their own, so that they
outlive the one who started them while somebody else still uses them.
"""

import contextlib
import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from iomfi.local import broker, postgres
from iomfi.local.places import Places


class Servers:
    """The embedded servers of one data folder. `fast` gives up safety against power loss: for tests."""

    def __init__(self, places: Places, *, fast: bool = False) -> None:
        self.places = places
        self.fast = fast
        self._use = None

    def join(self) -> bool:
        """Start the servers unless they run, and hold them; True if this made a new, empty database."""
        self.places.data_dir.mkdir(parents=True, exist_ok=True)
        with self._alone():
            self._use = (self.places.data_dir / "servers.used").open("w")
            fcntl.flock(self._use, fcntl.LOCK_SH)
            empty = not (self.places.postgres / "PG_VERSION").exists()
            if not postgres.answers(self.places):
                self._start_postgres()
            if not os.environ.get("REDIS_URL") and not broker.answers(self.places):
                self._start_broker()
        return empty

    def leave(self) -> None:
        """Let go; the last to leave stops the servers."""
        if self._use is None:
            return
        with self._alone():
            try:
                fcntl.flock(self._use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass  # somebody else still uses them
            else:
                self._stop("broker", signal.SIGTERM)
                self._stop("postgres", signal.SIGINT)  # "fast": ends sessions, loses nothing
            self._use.close()
            self._use = None

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """One comes or leaves at a time."""
        with (self.places.data_dir / "servers.lock").open("w") as gate:
            fcntl.flock(gate, fcntl.LOCK_EX)
            yield

    def _start_postgres(self) -> None:
        postgres.prepare(self.places)
        command, extra = postgres.server_command(self.places, self.fast)
        self._spawn("postgres", command, extra)
        postgres.wait_until_ready(self.places)

    def start_broker_again(self) -> None:
        """Start the broker after somebody killed it."""
        if not broker.answers(self.places):
            self._start_broker()

    def _start_broker(self) -> None:
        self.places.sockets.mkdir(parents=True, exist_ok=True)
        self._spawn("broker", broker.server_command(self.places), {})
        broker.wait_until_ready(self.places)

    def _spawn(self, name: str, command: list[str], extra: dict) -> None:
        self.places.logs.mkdir(parents=True, exist_ok=True)
        with (self.places.logs / f"{name}.log").open("ab") as words:
            child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=words, stderr=words, start_new_session=True, cwd="/", **extra
            )
        self._pid(name).write_text(str(child.pid))

    def _pid(self, name: str) -> Path:
        return self.places.data_dir / f"{name}.pid"

    def _stop(self, name: str, sign: int) -> None:
        file = self._pid(name)
        if not file.exists():
            return
        pid = int(file.read_text())
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, sign)
            wait_for_end(pid)
        file.unlink()


def wait_for_end(pid: int, seconds: float = 15) -> None:
    """Wait until a process is gone; a stubborn one is killed."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)
        os.kill(pid, 0)  # ProcessLookupError once it is gone
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)
