"""The stage of a drill: a data folder of its own with its own servers, its own airline, a real worker and a real web.

A drill runs as a process of its own, started by `manage.py drill` with an environment in which every wait is short
and the failpoints are live. Nothing of the portal's own data is touched.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from django.conf import settings
from kombu.exceptions import OperationalError

from cases import outbox
from iomfi import celery_app
from iomfi.local import children
from travel.actions import reconciling

BASE_DIR = Path(settings.BASE_DIR)
PYTHON = sys.executable
PACE = "0.004"  # a look after a minute comes after a quarter of a second
OFFER_SECONDS = 12


def environment(data_dir: Path, plant: str) -> dict[str, str]:
    """What the drill's own process and its worker need to know."""
    ports = {name: str(free_port()) for name in ("airline", "web")}
    plans = data_dir / "plans"
    plans.mkdir(parents=True, exist_ok=True)
    return {
        "DATA_DIR": str(data_dir), "PORTAL": "demo", "DATABASE_URL": "", "REDIS_URL": "", "PORT": ports["web"],
        "TRAVEL_PACE": PACE, "FAILPOINTS": "1", "FAILPOINT_PLANS": str(plans), "DRILL": "1", "DRILL_PLANT": plant,
        "FAILPOINT_LOG": str(data_dir / "kills.log"), "FLIGHTS_URL": f"http://127.0.0.1:{ports['airline']}",
        "LOG_LEVEL": "WARNING",
    }  # fmt: skip


def free_port() -> int:
    """A port nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Judge:
    """The airline's own levers and its ledger, which knows every order, ghosts and all."""

    def __init__(self) -> None:
        self.http = httpx.Client(base_url=settings.FLIGHTS_URL, timeout=20, trust_env=False)

    def answers(self) -> bool:
        """Is the airline open?"""
        try:
            return self.http.get("/sandbox/health").status_code == 200
        except httpx.HTTPError:
            return False

    def fault(self, **fields: object) -> None:
        """Switch a fault on."""
        self.http.post("/sandbox/faults", json=fields).raise_for_status()

    def ledger(self) -> list[dict]:
        """Every order ever made."""
        return self.http.get("/sandbox/ledger").json()["data"]


@contextmanager
def running_stage(processes: int) -> Iterator[Judge]:
    """Airline, web and worker, all real; stopped at the end however it ends."""
    started: list[subprocess.Popen] = []
    try:
        judge = Judge()
        started.append(_spawn("airline", airline_command()))
        wait_until(judge.answers, "the airline")
        started.append(_spawn("web", web_command()))
        started.append(_spawn("worker", worker_command(processes)))
        wait_until(settings.PLACES.worker_ready.exists, "the worker")
        yield judge
    finally:
        for child in reversed(started):
            children.stop(child, signal.SIGTERM, patience=5)


def _spawn(name: str, command: list[str]) -> subprocess.Popen:
    return children.spawn(command, settings.PLACES.logs / f"{name}.log", cwd=BASE_DIR)


def airline_command() -> list[str]:
    """The sandbox airline with offers that expire soon, telling our web what happens."""
    return [
        PYTHON, "-m", "travel.sandbox", "--data", str(settings.PLACES.airline),
        "--port", settings.FLIGHTS_URL.rsplit(":", 1)[1], "--offer-minutes", str(OFFER_SECONDS / 60),
        "--webhook-url", f"{settings.SITE_URL}/travel/webhooks/flights/",
    ]  # fmt: skip


def web_command() -> list[str]:
    """The web server, for the airline's webhooks."""
    address = settings.SITE_URL.removeprefix("http://")
    return [PYTHON, "-m", "gunicorn", "iomfi.wsgi:application", "--bind", address, "--workers", "1", "--threads", "4"]


def worker_command(processes: int) -> list[str]:
    """A real worker of several processes; a plant is a mistake it is given on purpose."""
    queues = ["-Q", "travel,notices,files,default", "-c", str(processes), "-l", "WARNING"]
    plant = ["-I", "iomfi.drills.plants"] if os.environ.get("DRILL_PLANT") else []
    return [PYTHON, "-m", "celery", "-A", "iomfi", "worker", *queues, *plant, "--without-gossip", "--without-mingle"]


def messages_waiting() -> int:
    """How many messages lie in the broker for the booking queue."""
    try:
        with celery_app.connection_for_read() as line:
            return line.default_channel.client.llen("travel")
    except (OperationalError, OSError):
        return 0  # it is dead; the bell itself finds out


def ring(longest_queue: int) -> None:
    """The beat of the clock: what is due is rung for, unless the worker has enough in its ears already."""
    reconciling.sweep_attempts()
    if messages_waiting() < longest_queue:
        outbox.ring_due()


def wait_until(seen: Callable[[], object], what: str, seconds: float = 60) -> None:
    """Wait for something to be so."""
    end = time.monotonic() + seconds
    while not seen():
        if time.monotonic() > end:
            raise SystemExit(f"{what} does not start; see {settings.PLACES.logs}.")
        time.sleep(0.1)
