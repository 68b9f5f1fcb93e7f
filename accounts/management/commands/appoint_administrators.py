"""`manage.py appoint_administrators "Name <address>" "Name <address>"`: the first two of a new portal."""

from argparse import ArgumentParser
from email.utils import parseaddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.urls import reverse

from accounts.actions.founding import appoint_administrators


class Command(BaseCommand):
    """Appoint the first two administrators."""

    help = "Opens the accounts of the first two administrators; refused when there is one already."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, and what the office is called."""
        parser.add_argument("person", nargs=2, help='such as "Anna Berg <anna@office.example>"')
        parser.add_argument("--office", default="IOM Finland", help="name of the office")

    def handle(self, person: list[str], office: str, **options) -> None:
        """Open both accounts and say how they get in."""
        people = [parseaddr(one) for one in person]
        try:
            for __, email in people:
                validate_email(email)
            made = appoint_administrators(people=[(name or email, email) for name, email in people], office=office)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        where = settings.SITE_URL.rstrip("/") + reverse("account_reset_password")
        for user in made:
            self.stdout.write(f"{user.email}: choose a password at {where}")
