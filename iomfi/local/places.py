"""Where a portal keeps its things: one data folder, one place for each kind."""

import hashlib
import json
import os
import socket
import tempfile
from dataclasses import dataclass
from pathlib import Path

SOCKET_ROOM = 90  # a Unix socket's path holds about 107 bytes, Postgres adds its file name


@dataclass(frozen=True)
class Places:
    """The folders, sockets and ports of one data folder."""

    data_dir: Path

    @classmethod
    def of(cls, data_dir: Path) -> "Places":
        """The places of a data folder, whether or not it exists yet."""
        return cls(Path(data_dir).resolve())

    @property
    def postgres(self) -> Path:
        """Postgres' own data directory."""
        return self.data_dir / "postgres"

    @property
    def sockets(self) -> Path:
        """Where the servers' Unix sockets lie: in the data folder, or in a short place if that is too long."""
        inside = self.data_dir / "run"
        if len(os.fsencode(inside)) <= SOCKET_ROOM:
            return inside
        mark = hashlib.sha256(os.fsencode(self.data_dir)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"iomfi-{mark}"

    @property
    def broker(self) -> Path:
        """The broker's own folder."""
        return self.data_dir / "broker"

    @property
    def logs(self) -> Path:
        """One log file per program."""
        return self.data_dir / "logs"

    @property
    def mail(self) -> Path:
        """The mail sink's Maildir."""
        return self.data_dir / "mail"

    @property
    def files(self) -> Path:
        """Uploaded files and documents."""
        return self.data_dir / "files"

    @property
    def airline(self) -> Path:
        """The sandbox airline's own store."""
        return self.data_dir / "airline"

    @property
    def worker_ready(self) -> Path:
        """Touched by the worker once it listens."""
        return self.data_dir / "worker.ready"

    @property
    def broker_socket(self) -> Path:
        """The broker's Unix socket."""
        return self.sockets / "broker.sock"

    @property
    def broker_url(self) -> str:
        """For Celery."""
        return f"redis+socket://{self.broker_socket}"

    def database(self) -> dict:
        """Django's settings for the embedded Postgres: a Unix socket, no TCP port a stranger could share."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "portal",
            "USER": "portal",
            "HOST": str(self.sockets),
        }

    def port(self, name: str) -> int:
        """A port of this data folder's own for a program; picked free once, then kept."""
        file = self.data_dir / "ports.json"
        ports = json.loads(file.read_text()) if file.exists() else {}
        if name not in ports:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                ports[name] = probe.getsockname()[1]
            self.data_dir.mkdir(parents=True, exist_ok=True)
            draft = file.with_suffix(f".{os.getpid()}")
            draft.write_text(json.dumps(ports))
            draft.replace(file)
        return ports[name]
