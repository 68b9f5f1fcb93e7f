"""The migrated database, made once for a set of migrations: every test database begins as a copy of it.

To migrate takes fifteen seconds and is the same every time; to copy takes one. Other migrations, or other packages,
make another one, and the old ones go.
"""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg2
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from psycopg2.extensions import cursor

from tests.servers import DATA_DIR

ROOT = Path(__file__).resolve().parent.parent
BEGINS = "migrated_"


def migrated_database() -> str:
    """The name of a database in which every migration ran; made where it is missing, by one of several processes."""
    name = BEGINS + digest()
    with alone(), maintenance() as beside:
        beside.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{BEGINS}%"])
        there = {row[0] for row in beside.fetchall()}
        if name not in there:
            for old in there:
                beside.execute(f'DROP DATABASE "{old}"')
            beside.execute(f'CREATE DATABASE "{name}_half"')
            migrate(f"{name}_half")
            beside.execute(f'ALTER DATABASE "{name}_half" RENAME TO "{name}"')
    return name


def migrate(name: str) -> None:
    """Run every migration in this database."""
    kept = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        call_command("migrate", verbosity=0)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = kept


def digest() -> str:
    """Stands for every migration, of the house and of packages."""
    files = [ROOT / "requirements.txt"]
    for app in apps.get_app_configs():
        files += sorted(Path(app.path).glob("migrations/*.py")) + sorted(Path(app.path).glob("reference/*"))
    read = hashlib.sha256()
    for file in files:
        if file.is_file():
            read.update(file.name.encode() + file.read_bytes())
    return read.hexdigest()[:16]


@contextmanager
def alone() -> Iterator[None]:
    """One process at a time."""
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    with (DATA_DIR / "migrated.lock").open("w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield


@contextmanager
def maintenance() -> Iterator[cursor]:
    """Statements beside the database of the tests, each for itself."""
    link = psycopg2.connect(**{**connection.get_connection_params(), "dbname": "postgres"})
    link.autocommit = True
    try:
        with link.cursor() as opened:
            yield opened
    finally:
        link.close()
