"""`manage.py load_grant_rules [RULES.csv] [--groups GROUPS.csv]`: the shipped tables, or a decree as a draft."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from returns.actions.rules import NOTHING, activate_rules, load_rules, load_shipped_rules
from returns.rules.tables import Table, read_groups, read_rules


class Command(BaseCommand):
    """Load grant rules and country lists."""

    help = "Without a file: the shipped tables. With files: drafts, which a second person puts in force."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The files and the two people."""
        parser.add_argument("file", type=Path, nargs="?", help="a table of rules (CSV)")
        parser.add_argument("--groups", type=Path, help="a table of country lists (CSV)")
        parser.add_argument("--title", default="", help="what the decree is called")
        parser.add_argument("--source", default="", help="where it is published")
        parser.add_argument("--as", dest="loader", default="", help="e-mail of the person who loads")
        parser.add_argument("--activate-as", dest="second", default="", help="e-mail of the second person")

    def handle(self, file: Path | None, groups: Path | None, loader: str, second: str, **options) -> None:
        """Load, and put in force where a second person is named."""
        if file is None and groups is None:
            self.say(load_shipped_rules(), "in force")
            return
        try:
            made = load_rules(
                by=account(loader), rules=table(file, read_rules), groups=table(groups, read_groups),
                title=options["title"], legal_source=options["source"],
            )  # fmt: skip
            for one in made if second else []:
                activate_rules(rule_set=one, by=account(second))
        except ValidationError as refusal:
            raise CommandError("\n".join(refusal.messages)) from refusal
        self.say(made, "in force" if second else "draft, waits for a second person")

    def say(self, sets: list, standing: str) -> None:
        """What was loaded."""
        for one in sets:
            self.stdout.write(
                f"{one.scheme}: {one.rules.count()} rules, {one.entries.count()} list entries, {standing}"
            )
        if not sets:
            self.stdout.write("Everything is there already.")


def table(file: Path | None, read) -> Table:
    """The rows of a file, or none."""
    try:
        return read(file.read_text(encoding="utf-8")) if file else NOTHING
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{file} cannot be read: {error}") from error


def account(email: str) -> User:
    """The account of an address."""
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        raise CommandError(f"There is no account {email!r}. Name one with --as and --activate-as.")
    return user
