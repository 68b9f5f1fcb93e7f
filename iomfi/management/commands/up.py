"""`manage.py up`: from an empty data folder to the running portal with demo data; Ctrl-C stops all of it."""

import os
import signal
import socket
from argparse import ArgumentParser

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from iomfi.demo.accounts import ACCOUNTS, PASSWORD
from iomfi.local.portal import Portal
from iomfi.local.servers import Servers


class Command(BaseCommand):
    """Run the whole portal in the foreground."""

    help = "Run the portal: Postgres, Redis, mail sink, sandbox airline, worker, beat and web."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the portal answers."""
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))

    def handle(self, port: int, **options) -> None:
        """Start, say so, and keep everything running until a signal comes."""
        refuse_taken_port(port)
        portal = Portal(settings.PLACES, port)
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, lambda *__: setattr(portal, "stopping", True))
        os.environ["PORT"] = str(port)
        servers = Servers(settings.PLACES)
        try:
            if not os.environ.get("DATABASE_URL"):
                servers.join()
            self.prepare()
            if not portal.stopping:
                portal.start()
                self.say_ready(portal.address)
                portal.keep()
        finally:
            portal.stop()
            servers.leave()
        self.stdout.write("Portal stopped.")

    def prepare(self) -> None:
        """Words, tables, demo world: each step does only what is not done yet."""
        call_command("compile_words", verbosity=0)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("seed_demo", verbosity=0)

    def say_ready(self, address: str) -> None:
        """The address, and who may sign in."""
        self.stdout.write(f"\nPortal ready: {address}\n\nDemo accounts, all with the password {PASSWORD}")
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.email:34} {account.who}")
        self.stdout.write(
            f"\nMail sink: {settings.PLACES.mail}   Logs: {settings.PLACES.logs}\nCtrl-C stops the portal."
        )
        self.stdout.flush()


def refuse_taken_port(port: int) -> None:
    """Say so at once if somebody else answers there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(f"Port {port} is taken. Choose another: make up PORT={port + 1}") from error
