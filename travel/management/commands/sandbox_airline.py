"""`manage.py sandbox_airline`: starts the airline of the demo, the tests and the drills."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from travel.sandbox.program import add_flags, run


class Command(BaseCommand):
    """A foreign airline on this machine, with Duffel's API, that can be told to fail."""

    help = __doc__
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Its port, folder, token and webhook are those the portal of this data folder knows."""
        add_flags(
            parser,
            folder=settings.PLACES.airline,
            port=settings.PLACES.port("airline"),
            token=settings.FLIGHTS_TOKEN,
            webhook_secret=settings.FLIGHTS_WEBHOOK_SECRET,
        )

    def handle(self, *args: object, **flags: object) -> None:
        """Run until told to stop."""
        run(flags)
