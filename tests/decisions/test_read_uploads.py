"""From a file received to a preview."""

from unittest.mock import Mock

from django.core.files.base import ContentFile

from cases import outbox
from cases.models import Job
from decisions.actions.reading import read_upload
from decisions.actions.uploads import receive_upload
from decisions.models import Upload
from tests.decisions.factories import upload, upload_rows, upload_sample
from tests.decisions.files import sheet_rows, workbook


def test_the_row_is_there_before_the_job(marjut):
    content = ContentFile(workbook(*sheet_rows({})), name="päätökset.xlsx")
    made = receive_upload(file=content, layout="FI-KIINTIO", by=marjut)
    assert (made.state, made.name, made.organisation) == ("queued", "päätökset.xlsx", marjut.organisation)
    assert Job.objects.get().about == made.code


def test_the_name_on_disk_says_nothing(marjut):
    assert upload_rows(marjut, {}).file.name.endswith(str(Upload.objects.get().code))


def test_progress_is_seen_meanwhile(marjut):
    made = upload_sample("fi-kiintio-large.xlsx", marjut)
    assert (made.done, made.total, made.rows) == (400, 501, 501)


def test_a_preview_keeps_findings_cases_and_headings(marjut):
    made = upload_sample("fi-kiintio-messy.xlsx", marjut)
    assert (made.findings.filter(severity="error").count(), made.cases_withheld) == (13, 11)
    assert (made.cases.filter(change="new").count(), made.persons, made.travellers) == (15, 69, 59)
    assert made.headers["case_number"]


def test_reading_again_changes_nothing(marjut):
    made = upload_rows(marjut, {})
    read_upload(made.code)
    assert made.cases.count() == 1


def test_reading_that_was_cut_off_is_done_again(marjut):
    made = upload_rows(marjut, {})
    made.cases.all().delete()
    Upload.objects.filter(pk=made.pk).update(state="reading")
    read_upload(made.code)
    made.refresh_from_db()
    assert (made.state, made.cases.count()) == ("ready", 1)


def test_a_rejected_file_keeps_its_code_and_columns(marjut):
    header, person = sheet_rows({})
    made = upload(workbook(header[:-1], person[:-1]), marjut)
    assert (made.state, made.file_code, made.columns) == ("rejected", "FILE_MISSING_COLUMN", ["decision_date"])


def test_a_file_too_large_is_rejected_without_being_kept(marjut, monkeypatch):
    monkeypatch.setattr("decisions.actions.uploads.MOST_BYTES", 10)
    made = upload(b"x" * 11, marjut)
    assert (made.state, made.file_code, bool(made.file)) == ("rejected", "FILE_TOO_LARGE", False)


def test_our_own_failure_puts_the_job_back(marjut, monkeypatch):
    monkeypatch.setattr("decisions.actions.reading.read_apart", Mock(side_effect=OSError("no memory")))
    content = ContentFile(b"x", name="x")
    made = receive_upload(file=content, layout="FI-KIINTIO", by=marjut)
    outbox.run(Job.objects.get().code)
    made.refresh_from_db()
    assert (made.state, Job.objects.get().state) == ("reading", "queued")
