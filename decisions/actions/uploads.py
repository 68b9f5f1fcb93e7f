"""Receiving a file, asking for its acceptance, discarding it."""

import hashlib

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases import outbox
from cases.models import Job, JobState
from decisions.kinds import issuer_of, kind_of, may_send
from decisions.models import Upload, UploadState
from decisions.reading.codes import MOST_BYTES, FileCode

NAME = 200  # letters of a file name that are kept


@transaction.atomic
def receive_upload(*, file: File, layout: str, by: User) -> Upload:
    """Keep a file as it came and ask for it to be read. The name on disk says nothing about its content."""
    kind = kind_of(layout)
    if kind is None or not may_send(by, kind):
        raise ValidationError(_("You cannot send files of this kind."))
    upload = Upload(
        layout=layout, organisation=issuer_of(kind), name=str(file.name)[-NAME:], size=file.size,
        sha256=fingerprint(file), uploaded_by=by,
    )  # fmt: skip
    if file.size > MOST_BYTES:  # not worth the place
        upload.state, upload.file_code = UploadState.REJECTED, FileCode.FILE_TOO_LARGE
    else:
        upload.file.save(str(upload.code), file, save=False)
    upload.save()
    if upload.state == UploadState.QUEUED:
        outbox.queue("decisions.read_upload", upload.code)
    return upload


def fingerprint(file: File) -> str:
    """By which the very same file is recognised."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


@transaction.atomic
def ask_acceptance(*, upload: Upload, by: User) -> bool:
    """Ask for a preview to be accepted. Of two who ask at once the second changes nothing and gets False."""
    locked = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.state in (UploadState.ACCEPTING, UploadState.ACCEPTED):
        return False
    if locked.state != UploadState.READY:
        raise ValidationError(
            _("This file is %(state)s; it cannot be accepted."), params={"state": locked.get_state_display()}
        )
    if not locked.cases_accepted:
        raise ValidationError(_("There is no case in this file that could be accepted."))
    locked.state, locked.asked_at, locked.asked_by = UploadState.ACCEPTING, timezone.now(), by
    locked.done, locked.total = 0, 0
    locked.save(update_fields=["state", "asked_at", "asked_by", "done", "total"])
    outbox.queue("decisions.accept_upload", locked.code)
    return True


JOBS = {
    UploadState.QUEUED: "decisions.read_upload",
    UploadState.READING: "decisions.read_upload",
    UploadState.ACCEPTING: "decisions.accept_upload",
}


def has_stopped(upload: Upload) -> bool:
    """Did the work on a file fail so often that it waits for a person?"""
    jobs = Job.objects.filter(about=upload.code, task=JOBS.get(upload.state, ""))
    return jobs.filter(state=JobState.FAILED).exists() and not jobs.exclude(state=JobState.FAILED).exists()


@transaction.atomic
def go_on(*, upload: Upload) -> bool:
    """Begin the stopped work on a file again; False where it has not stopped."""
    locked = Upload.objects.select_for_update().get(pk=upload.pk)
    if not has_stopped(locked):
        return False
    Job.objects.filter(about=locked.code, state=JobState.FAILED).delete()
    outbox.queue(JOBS[locked.state], locked.code)
    return True


@transaction.atomic
def discard_upload(*, upload: Upload, by: User) -> bool:
    """Put a preview aside; nothing of it is stored. Twice changes nothing."""
    locked = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.state == UploadState.DISCARDED:
        return False
    if locked.state != UploadState.READY:
        raise ValidationError(
            _("This file is %(state)s; it cannot be discarded."), params={"state": locked.get_state_display()}
        )
    locked.state, locked.discarded_at, locked.discarded_by = UploadState.DISCARDED, timezone.now(), by
    locked.save(update_fields=["state", "discarded_at", "discarded_by"])
    return True
