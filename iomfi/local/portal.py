"""The whole portal on one machine: servers, mail sink, sandbox airline, worker, beat and web, kept running together.

Programs start in the order in which they need each other and stop in the reverse order. One that ends by itself is
started again; none outlives the supervisor, even if that is killed.
"""

import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from iomfi.local import children
from iomfi.local.places import Places

PYTHON = sys.executable
BASE_DIR = Path(__file__).resolve().parent.parent.parent
RESTS = (0.5, 2, 5, 15, 30)  # seconds before a program that keeps ending is started again


@dataclass
class Program:
    """One program of the portal: how it is started, and how often it ended by itself."""

    name: str
    command: list[str]
    stops_by: int = signal.SIGTERM
    patience: float = 10
    child: subprocess.Popen | None = None
    ended: int = 0
    next_start: float = field(default=0, repr=False)

    def start(self, places: Places) -> None:
        """Start it, its words going to its log."""
        self.child = children.spawn(self.command, places.logs / f"{self.name}.log", cwd=BASE_DIR)

    def look_after(self, places: Places) -> None:
        """Start it again if it ended; each time after a longer rest."""
        if self.child is None or self.child.poll() is None:
            return
        now = time.monotonic()
        if not self.next_start:
            self.next_start = now + RESTS[min(self.ended, len(RESTS) - 1)]
            self.ended += 1
        elif now >= self.next_start:
            self.next_start = 0
            self.start(places)

    def stop(self) -> None:
        """Ask it to end, and see that it does."""
        if self.child is not None:
            children.stop(self.child, self.stops_by, self.patience)


def programs(places: Places, port: int) -> list[Program]:
    """Every program of the portal, in the order of starting."""
    return [mail_sink(places), airline(places, port), worker(), beat(places), web(port)]


def mail_sink(places: Places) -> Program:
    """A real SMTP server that keeps every mail in a Maildir."""
    address = f"127.0.0.1:{places.port('mail')}"
    sink = ["-c", "aiosmtpd.handlers.Mailbox", str(places.mail)]
    return Program("mail", [PYTHON, "-m", "aiosmtpd", "-n", "-l", address, *sink])


def airline(places: Places, port: int) -> Program:
    """The sandbox airline, which tells the portal of changes by webhook."""
    hook = f"http://127.0.0.1:{port}/travel/webhooks/flights/"
    place = ["--port", str(places.port("airline")), "--data", str(places.airline)]
    return Program("airline", [PYTHON, str(BASE_DIR / "manage.py"), "sandbox_airline", *place, "--webhook-url", hook])


def worker() -> Program:
    """The Celery worker: two processes, every queue. `gossip` and `mingle` are talk between many workers."""
    options = ["-Q", "travel,notices,files,default", "-c", "2", "-l", "INFO", "--without-gossip", "--without-mingle"]
    return Program("worker", [PYTHON, "-m", "celery", "-A", "iomfi", "worker", *options])


def beat(places: Places) -> Program:
    """Rings for periodic work."""
    options = ["-l", "INFO", "-s", str(places.data_dir / "beat"), "--pidfile="]
    return Program("beat", [PYTHON, "-m", "celery", "-A", "iomfi", "beat", *options])


def web(port: int) -> Program:
    """The web server, reached from this machine only."""
    options = [
        "--workers", "2", "--threads", "4", "--graceful-timeout", "5", "--no-control-socket",
        "--access-logfile", "-", "--access-logformat", "%(m)s %(U)s %(s)s %(M)s ms",  # no query: it may hold a name
    ]  # fmt: skip
    return Program("web", [PYTHON, "-m", "gunicorn", "iomfi.wsgi:application", "--bind", f"127.0.0.1:{port}", *options])


class Portal:
    """The running programs of one data folder on one port."""

    def __init__(self, places: Places, port: int) -> None:
        self.places = places
        self.port = port
        self.programs = programs(places, port)
        self.stopping = False

    @property
    def address(self) -> str:
        """Where the portal answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start every program and wait until the worker listens and the web answers."""
        self.places.mail.parent.mkdir(parents=True, exist_ok=True)
        self.places.worker_ready.unlink(missing_ok=True)
        for program in self.programs:
            program.start(self.places)
        self.wait_until(self.answers, "web")
        self.wait_until(self.places.worker_ready.exists, "worker")

    def answers(self) -> bool:
        """Does the sign-in page come?"""
        try:
            with urllib.request.urlopen(f"{self.address}/accounts/login/", timeout=5) as answer:  # noqa: S310 - our own
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def wait_until(self, ready: Callable[[], bool], name: str, seconds: float = 60) -> None:
        """Wait for a program's first sign of life."""
        deadline = time.monotonic() + seconds
        while not ready() and not self.stopping:
            if time.monotonic() > deadline:
                raise SystemExit(f"{name} does not start; its words are in {self.places.logs / name}.log.")
            time.sleep(0.1)

    def keep(self) -> None:
        """Look after the programs until asked to stop."""
        while not self.stopping:
            for program in self.programs:
                program.look_after(self.places)
            time.sleep(0.3)

    def stop(self) -> None:
        """Stop every program, the last started first."""
        for program in reversed(self.programs):
            program.stop()
