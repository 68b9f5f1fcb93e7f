"""`manage.py compute_grants FILE.json --json`: the grants of a list of cases, by the rules in force."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from returns.rulebook import read_book
from returns.rules.as_printed import printed
from returns.rules.compute import compute


class Command(BaseCommand):
    """Compute the grants of a list of cases."""

    help = "Reads a list of {id, scheme, inputs} and prints what each comes to, with its reasons."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and how to print."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="the whole answers instead of a line each")

    def handle(self, file: Path, json: bool, **options) -> None:
        """Compute one after the other by one rule book."""
        book = read_book()
        if not book.rules:
            raise CommandError("No rules are in force. Load them: manage.py load_grant_rules")
        answers = [
            {"id": case.get("id")} | printed(compute(book, case["scheme"], case["inputs"]))
            for case in cases_of(file)
        ]  # fmt: skip
        self.stdout.write(as_json(answers) if json else "\n".join(f"{one['id']}: {one['why']}" for one in answers))


def cases_of(file: Path) -> list[dict]:
    """The cases of the file."""
    try:
        cases = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"{file} cannot be read: {error}") from error
    if not isinstance(cases, list) or not all(
        isinstance(case, dict) and {"scheme", "inputs"} <= set(case) for case in cases
    ):
        raise CommandError(f"{file} is no list of cases with id, scheme and inputs.")
    return cases


def as_json(answers: list[dict]) -> str:
    """The list, readable."""
    return json.dumps(answers, ensure_ascii=False, indent=1)
