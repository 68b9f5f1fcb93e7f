"""The portal as a newcomer starts it: one command, everything real, nothing left behind."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.local import free_port

HOUSE = Path(__file__).resolve().parent.parent.parent


class Running:
    """`manage.py up` in a data folder of its own."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir, self.port = data_dir, free_port()
        self.words = data_dir.parent / f"words-{self.port}"
        command = [sys.executable, str(HOUSE / "manage.py"), "up", "--port", str(self.port)]
        with self.words.open("wb") as out:
            self.child = subprocess.Popen(
                command, stdout=out, stderr=out, env=os.environ | {"DATA_DIR": str(data_dir)}, start_new_session=True
            )

    def wait_until_ready(self, seconds: float = 120) -> None:
        deadline = time.monotonic() + seconds
        while "Portal ready" not in self.words.read_text():
            assert self.child.poll() is None and time.monotonic() < deadline, self.words.read_text()
            time.sleep(0.1)

    def stop(self) -> int:
        self.child.send_signal(signal.SIGINT)
        return self.child.wait(30)

    def get(self, path: str) -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return answer.status


def processes_of(data_dir: Path) -> list[str]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
            state = (folder / "stat").read_text().rsplit(")", 1)[1].split()[0]
        except (OSError, IndexError):
            continue
        if os.fsencode(data_dir) in words and state != "Z" and int(folder.name) != os.getpid():
            found.append(words.replace(b"\0", b" ")[:200].decode(errors="replace"))
    return found


def ends(look, seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while look() and time.monotonic() < deadline:
        time.sleep(0.2)
    return not look()


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks for processes in /proc")
def test_it_starts_answers_and_leaves_nothing_behind(tmp_path):
    data_dir = tmp_path / "data"
    first = Running(data_dir)
    first.wait_until_ready()
    assert first.get("/accounts/login/") == 200
    assert "aino@iom.example" in first.words.read_text()
    assert first.stop() == 0
    assert not processes_of(data_dir)

    again = Running(data_dir)
    began = time.monotonic()
    again.wait_until_ready()
    assert time.monotonic() - began < 60
    again.child.kill()  # even a killed supervisor leaves no program of the portal running, and no data lost
    again.child.wait()
    assert ends(lambda: [one for one in processes_of(data_dir) if "gunicorn" in one or "celery" in one])

    third = Running(data_dir)
    third.wait_until_ready()
    assert third.stop() == 0
    assert not processes_of(data_dir)


def test_a_taken_port_is_said_at_once(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        command = [sys.executable, str(HOUSE / "manage.py"), "up", "--port", str(port)]
        environ = os.environ | {"DATA_DIR": str(tmp_path / "data")}
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=environ)
    assert done.returncode
    assert f"Port {port} is taken" in done.stderr
