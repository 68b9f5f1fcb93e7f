"""`manage.py seed_demo`: the demo world, deterministic; what is already there stays as it is."""

from argparse import ArgumentParser
from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db.models import F
from django.utils import timezone

from accounts.models import Grant, Organisation, Role, User
from cases.models import Case
from iomfi.demo.accounts import ACCOUNTS, PASSWORD, Account
from iomfi.demo.organisations import make_organisations
from iomfi.demo.outside import outside_world
from iomfi.demo.story import Story
from returns.actions.limits import load_shipped_limits
from returns.actions.rules import load_shipped_rules

BEGAN = date(2024, 1, 1)  # the demo world has a past, in which these people acted


class Command(BaseCommand):
    """Make the demo world."""

    help = "Make the demo world: organisations, accounts, cases, journeys. All of it is invented."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How much of it."""
        parser.add_argument("--only", choices=["organisations"], help="just organisations and accounts")

    def handle(self, only: str | None, **options) -> None:
        """Step by step; each step makes only what is missing."""
        bodies = make_organisations()
        make_accounts(bodies)
        load_shipped_rules()
        load_shipped_limits()
        if only is None and not Case.objects.exists():
            with outside_world(settings.PLACES):
                Story(bodies).tell()
        if options["verbosity"]:
            counts = f"{len(bodies)} organisations, {len(ACCOUNTS)} accounts, {Case.objects.count()} cases"
            self.stdout.write(f"{counts}; the password of every account is {PASSWORD}")


def make_accounts(bodies: dict[str, Organisation]) -> None:
    """Every account of the demo, with roles in force."""
    for account in ACCOUNTS:
        make_account(account, bodies)
    confirm_first_grants()


def make_account(account: Account, bodies: dict[str, Organisation]) -> User:
    """An account with its grants, unless it is there."""
    user = User.objects.filter(email=account.email).first()
    if user is None:
        user = User.objects.create_user(
            account.email, PASSWORD, name=account.name, organisation=bodies[account.organisation],
            language=account.language,
        )  # fmt: skip
        for role, mandate, country in account.grants:  # the first accounts have nobody who could give them a role
            Grant.objects.create(
                user=user, role=role, mandate=mandate, country=country, given_by=user, starts_on=BEGAN
            )  # fmt: skip
    return user


def confirm_first_grants() -> None:
    """An administrator answers for the roles of the first accounts; for the own one, the other administrator."""
    first, second = User.objects.filter(grants__role=Role.ADMINISTRATOR).order_by("pk")[:2]
    seeded = Grant.objects.waiting().filter(given_by=F("user"))
    seeded.exclude(user=first).update(confirmed_at=timezone.now(), confirmed_by=first)
    seeded.filter(user=first).update(confirmed_at=timezone.now(), confirmed_by=second)
