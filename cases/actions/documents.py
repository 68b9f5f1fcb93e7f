"""Keeping files of a case."""

import hashlib
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from accounts.models import User
from cases.actions.events import record_event
from cases.inspection import kind_of
from cases.models import Case, Document, EventKind, Person, ScanResult


@transaction.atomic
def add_document(*, case: Case, kind: str, file: UploadedFile, by: User, person: Person | None = None) -> Document:
    """Keep a file that was looked into, under a name of ours; what the person called it is only a label."""
    name = PurePath(file.name.replace("\\", "/")).name[:200]
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    document = Document(
        case=case, person=person, kind=kind, name=name, size=file.size, sha256=digest.hexdigest(),
        scan=ScanResult.CLEAN, added_by=by,
    )  # fmt: skip
    document.file.save(f"{document.code}.{kind_of(file)}", file, save=False)
    document.save()
    record_event(
        case=case, kind=EventKind.DOCUMENT, verb="cases.document_added", by=by, person=person, facts={"name": name}
    )
    return document
