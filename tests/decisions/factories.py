"""Uploads and the kinds that take them in."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.models import User
from cases import outbox
from cases.models import Case, Job
from decisions.actions.uploads import ask_acceptance, receive_upload
from decisions.kinds import DecisionKind
from decisions.models import Decision, DecisionVersion, Upload, UploadState
from tests.decisions.files import SAMPLES, sheet_rows, workbook

ISSUERS = {
    "FI-KIINTIO": ("resettlement", "FI", "migri"),
    "SE-KVOT": ("resettlement", "SE", "migrationsverket"),
    "IS-KVOTI": ("resettlement", "IS", "utl"),
    "FI-PALUU": ("returns", "FI", "migri"),
    "SE-ATER": ("returns", "SE", "migrationsverket"),
    "IS-HEIM": ("returns", "IS", "utl"),
}


class Calls:
    """A mandate that only remembers what it was told."""

    def __init__(self) -> None:
        self.opened: list[dict] = []
        self.changed: list[dict] = []

    def kind(self, layout: str) -> DecisionKind:
        """A kind of this layout for this mandate."""
        mandate, country, issuer = ISSUERS[layout]
        return DecisionKind(
            layout=layout, mandate=mandate, country=country, issuer=issuer,
            programme=lambda values: ("quota", "KQ"),
            opened=lambda **told: self.opened.append(told), changed=lambda **told: self.changed.append(told),
        )  # fmt: skip


def upload(content: bytes, by: User, layout: str = "FI-KIINTIO", name: str = "paatokset.xlsx") -> Upload:
    """A file received, and read by the job."""
    made = receive_upload(file=ContentFile(content, name=name), layout=layout, by=by)
    run_jobs(made)
    return made


def upload_rows(by: User, *persons: dict) -> Upload:
    """A Finnish file of these persons."""
    return upload(workbook(*sheet_rows(*persons)), by)


def upload_sample(name: str, by: User, layout: str = "FI-KIINTIO") -> Upload:
    """One of the agreed samples."""
    return upload(Path(SAMPLES / name).read_bytes(), by, layout, name)


def accept(made: Upload, by: User) -> Upload:
    """Ask for acceptance and do the job."""
    ask_acceptance(upload=made, by=by)
    run_jobs(made)
    return made


def accept_rows(by: User, *persons: dict) -> Upload:
    """A Finnish file of these persons, accepted."""
    return accept(upload_rows(by, *persons), by)


def run_jobs(made: Upload) -> None:
    """Every job of this upload that is due, as a worker would."""
    for code in Job.objects.due().filter(about=made.code).values_list("code", flat=True):
        outbox.run(code)
    assert not Job.objects.exclude(error="").exists(), Job.objects.exclude(error="").first().error
    made.refresh_from_db()


def decided(by: User, case: Case) -> tuple[Upload, Decision]:
    """A file that was accepted long ago, and the decision behind a case; without reading anything."""
    content = ContentFile(b"PK", name="kiintio.xlsx")
    told = {"layout": "FI-KIINTIO", "organisation": by.organisation, "uploaded_by": by}
    made = Upload(name="kiintio.xlsx", size=2, sha256="0" * 64, state=UploadState.ACCEPTED, **told)
    made.receipt, made.accepted_at, made.accepted_by = "R-2026-00001", timezone.now(), by
    made.file.save(str(made.code), content)
    decision = Decision.objects.create(
        layout="FI-KIINTIO", issuer=by.organisation, case=case, case_number="MIG-2026-000001"
    )
    version = DecisionVersion.objects.create(decision=decision, number=1, upload=made, accepted_by=by)
    decision.current = version
    decision.save(update_fields=["current"])
    return made, decision
