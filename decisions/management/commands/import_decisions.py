"""`manage.py import_decisions FILE --layout NAME --as EMAIL [--accept] --json`: the upload without a browser."""

import json
import time
from argparse import ArgumentParser
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from cases import outbox
from cases.models import Job
from decisions.actions.uploads import ask_acceptance, receive_upload
from decisions.layouts import LAYOUTS
from decisions.models import Finding, Severity, Upload, UploadState
from decisions.words import in_words, rejection_in_words

PATIENCE = 120  # seconds to wait for a worker that has the job
COLUMN_CODES = ("FILE_DUPLICATE_COLUMN", "FILE_MISSING_COLUMN")


class Command(BaseCommand):
    """Receive, read, and with --accept accept one file; the same rows, jobs and rules as from a page."""

    help = "Import a decision file of an authority and print the outcome."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, its layout, and in whose name."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--layout", required=True, choices=list(LAYOUTS))
        parser.add_argument("--as", dest="email", required=True, help="e-mail of the account that sends the file")
        parser.add_argument("--accept", action="store_true", help="store what can be stored")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, file: Path, layout: str, email: str, accept: bool, **options) -> None:
        """Step by step as on the pages; the jobs are done here and now."""
        by = User.objects.filter(email=email.strip().lower(), is_active=True).first()
        if by is None:
            raise CommandError(f"There is no account {email}.")
        try:
            with file.open("rb") as content:
                upload = receive_upload(file=File(content, name=file.name), layout=layout, by=by)
            upload = finished(upload)
            if accept and upload.state == UploadState.READY and upload.cases_accepted:
                ask_acceptance(upload=upload, by=by)
                upload = finished(upload)
        except OSError as error:
            raise CommandError(f"{file} cannot be opened: {error.strerror}.") from error
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        self.stdout.write(as_json(upload) if options["json"] else in_lines(upload))


def finished(upload: Upload) -> Upload:
    """The upload after its jobs were done here, or by a worker who was faster."""
    deadline = time.monotonic() + PATIENCE
    upload.refresh_from_db()
    while upload.is_moving:
        for code in Job.objects.due().filter(about=upload.code).values_list("code", flat=True):
            outbox.run(code)
        upload.refresh_from_db()
        if upload.is_moving and time.monotonic() > deadline:
            job = Job.objects.filter(about=upload.code).order_by("-queued_at").first()
            raise CommandError(f"The file is still {upload.state}: {job.error or 'a worker has it'}.")
        time.sleep(0.05 if upload.is_moving else 0)
    return upload


def outcome_of(upload: Upload) -> dict:
    """The outcome in the words that the authorities agreed on."""
    if upload.state == UploadState.REJECTED:
        columns = {"columns": upload.columns} if upload.file_code in COLUMN_CODES else {}
        return {"layout": upload.layout, "file_rejected": True, "code": upload.file_code} | columns
    return {
        "layout": upload.layout,
        "persons_accepted": upload.persons,
        "cases_accepted": upload.cases_accepted,
        "cases_withheld": upload.cases_withheld,
        "rows_in_error": [error_of(one) for one in upload.findings.filter(severity=Severity.ERROR)],
        "warnings": [{"row": one.row, "code": one.code} for one in upload.findings.filter(severity=Severity.WARNING)],
        "persons_for_travel": upload.travellers,
    }


def error_of(finding: Finding) -> dict:
    """One error; the nearest municipalities where there are any."""
    error = {"row": finding.row, "column": finding.column or None, "code": finding.code}
    return error | ({"suggest": finding.facts["suggest"]} if "suggest" in finding.facts else {})


def as_json(upload: Upload) -> str:
    """For programs."""
    return json.dumps(outcome_of(upload), ensure_ascii=False, indent=1)


def in_lines(upload: Upload) -> str:
    """For people."""
    if upload.state == UploadState.REJECTED:
        return " ".join(rejection_in_words(upload))
    counts = ("new", "changed", "unchanged", "withheld")
    lines = [f"{upload.get_state_display()} {upload.receipt}".strip()]
    lines += [f"{name}: {getattr(upload, f'cases_{name}')} cases" for name in counts]
    for one in upload.findings.all():
        told = in_words(one, upload)
        lines.append(f"{told.row or ''} {told.column}: {told.what} {told.then}")
    return "\n".join(lines)
