"""`manage.py balance_books`: does the money agree with itself? For every night, and after a restored backup."""

import sys

from django.core.management.base import BaseCommand

from returns.books import disagreements


class Command(BaseCommand):
    """Add up awards, instalments, payments, ledger and floats anew."""

    help = "Names every record whose sums differ; exit code 1 when there is one."

    def handle(self, **options) -> None:
        """One line each, without names or amounts."""
        found = disagreements()
        for one in found:
            self.stdout.write(str(one))
        if found:
            sys.exit(1)
        self.stdout.write("The books balance.")
