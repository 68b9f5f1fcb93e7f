#!/usr/bin/env python
"""The door for commands. Brings up the embedded servers of `DATA_DIR` for a command that needs the database."""

import atexit
import os
import signal
import sys
from pathlib import Path

from django.core.management import call_command, execute_from_command_line

from iomfi.local.places import Places
from iomfi.local.servers import Servers

WITHOUT_SERVERS = {"up", "sandbox_airline", "compile_words", "extract_words", "help", "version", "--help", "--version"}


def main() -> None:
    """Run one command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iomfi.settings")
    name = sys.argv[1] if len(sys.argv) > 1 else "help"
    sets_a_stage = name == "drill" and not os.environ.get("DRILL")  # a drill has a data folder of its own
    if name not in WITHOUT_SERVERS and not sets_a_stage and not os.environ.get("DATABASE_URL"):
        hold_servers(name)
    execute_from_command_line(sys.argv)


def hold_servers(name: str) -> None:
    """Use the running servers of this data folder, or start our own and stop them at the end."""
    data_dir = Path(os.environ.get("DATA_DIR") or Path(__file__).resolve().parent / ".data")
    servers = Servers(Places.of(data_dir))
    signal.signal(signal.SIGTERM, lambda *__: sys.exit(143))  # so that whoever is asked to end also lets go
    atexit.register(servers.leave)
    if servers.join() and name not in {"migrate", "makemigrations", "check"}:
        import_settings_and_migrate()


def import_settings_and_migrate() -> None:
    """A database that was only just made gets its tables before the command looks for them."""
    import django  # noqa: PLC0415 - settings may be read only once the data folder is there

    django.setup()
    call_command("migrate", verbosity=0)


if __name__ == "__main__":
    main()
