"""Reading a file into a preview: the job between upload and acceptance."""

from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cases.failpoints import failpoint
from decisions.comparing import change_of, known_decisions
from decisions.models import Change, Finding, Severity, Upload, UploadedCase, UploadState
from decisions.reading.apart import read_apart

TO_READ = (UploadState.QUEUED, UploadState.READING)
COUNTED = {
    Change.NEW: "cases_new",
    Change.CHANGED: "cases_changed",
    Change.CONFLICT: "cases_changed",
    Change.UNCHANGED: "cases_unchanged",
    Change.WITHHELD: "cases_withheld",
}


def read_upload(code: UUID) -> None:
    """Read a file apart and store what it says. Done again after a crash, it replaces what was half done."""
    if not Upload.objects.filter(code=code, state__in=TO_READ).update(state=UploadState.READING):
        return
    upload = Upload.objects.get(code=code)
    failpoint("decisions.before_read")
    day = timezone.localdate(upload.uploaded_at)
    outcome = read_apart(Path(upload.file.path), upload.layout, day, lambda *words: tell(upload, *words))
    failpoint("decisions.after_read")
    store_outcome(upload, outcome)
    failpoint("decisions.after_preview")


def tell(upload: Upload, done: int, total: int) -> None:
    """How many rows have been read; seen by whoever waits on the page."""
    Upload.objects.filter(pk=upload.pk).update(done=done, total=total)


@transaction.atomic
def store_outcome(upload: Upload, outcome: dict) -> None:
    """Rejected with its code, or ready with findings and cases."""
    locked = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.state != UploadState.READING:
        return  # another worker was faster
    if rejection := outcome["rejected"]:
        locked.state, locked.file_code = UploadState.REJECTED, rejection["code"]
        locked.columns = rejection["columns"]
        locked.save(update_fields=["state", "file_code", "columns"])
        return
    store_findings(locked, outcome)
    cases = cases_of(locked, outcome)
    UploadedCase.objects.bulk_create(cases)
    locked.state, locked.headers, locked.rows = UploadState.READY, outcome["headers"], outcome["rows"]
    columns = count_cases(locked, cases)
    locked.save(update_fields=["state", "headers", "rows", *columns])


def store_findings(upload: Upload, outcome: dict) -> None:
    """Errors and warnings, as they were found."""
    Finding.objects.bulk_create(
        Finding(
            upload=upload, severity=severity, row=one["row"], column=one["column"] or "", code=one["code"],
            facts=one["facts"],
        )
        for severity, found in ((Severity.ERROR, "errors"), (Severity.WARNING, "warnings"))
        for one in outcome[found]
    )  # fmt: skip


def cases_of(upload: Upload, outcome: dict) -> list[UploadedCase]:
    """The cases of the file beside what we know. The bytes of an accepted file change nothing, whatever came since."""
    known = known_decisions(upload.layout, [case["case_number"] for case in outcome["cases"]])
    repeated = Upload.objects.same_as(upload).exists()
    cases = []
    for case in outcome["cases"]:
        number, persons = case["case_number"], case["persons"]
        change, differences = (Change.UNCHANGED, []) if repeated else change_of(known.get(number), persons)
        cases.append(
            UploadedCase(
                upload=upload, case_number=number, change=change, count=len(persons), persons=persons,
                differences=differences,
            )
        )  # fmt: skip
    cases += [
        UploadedCase(upload=upload, case_number=case["case_number"], change=Change.WITHHELD, count=case["persons"])
        for case in outcome["withheld"]
    ]
    return cases


def count_cases(upload: Upload, cases: list[UploadedCase]) -> list[str]:
    """Set the counts of an upload from its cases; gives the names of the columns."""
    taken = [case for case in cases if case.change != Change.WITHHELD]
    counts = dict.fromkeys(COUNTED.values(), 0)
    for case in cases:
        counts[COUNTED[case.change]] += 1
    counts["persons"] = sum(case.count for case in taken)
    counts["travellers"] = sum(person["values"]["opens_travel"] for case in taken for person in case.persons)
    for name, number in counts.items():
        setattr(upload, name, number)
    return list(counts)
