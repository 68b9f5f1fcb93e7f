"""Files: what is kept, what is refused and why, and how they are served."""

import hashlib
import zlib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from cases.inspection import ACTIVE, pdf_refusal
from cases.models import Access, Document, ScanResult
from tests import factories

PAPER = b"%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF"
WORDS = ["JavaScript", "JS", "OpenAction", "AA", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA"]


@pytest.fixture
def case(aino, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return factories.case(aino)


def add(client, case, body: bytes, name: str = "decision.pdf"):
    typed = {"kind": "decision", "file": SimpleUploadedFile(name, body, "application/pdf")}
    return client.post(reverse("cases:new_document", args=[case.code]), typed, follow=True)


def test_a_plain_paper_is_kept_under_a_name_of_ours(sign_in, aino, case):
    add(sign_in(aino), case, PAPER, "../../päätös.pdf")
    document = Document.objects.get()
    assert (document.name, document.sha256) == ("päätös.pdf", hashlib.sha256(PAPER).hexdigest())
    assert Path(document.file.name).name == f"{document.code}.pdf"


def test_a_file_is_served_as_a_download_that_cannot_run(sign_in, aino, case):
    client = sign_in(aino)
    add(client, case, PAPER)
    answer = client.get(reverse("cases:document", args=[Document.objects.get().code]))
    assert b"".join(answer.streaming_content) == PAPER
    assert answer["Content-Disposition"].startswith("attachment")
    assert (answer["X-Content-Type-Options"], answer["Content-Security-Policy"]) == (
        "nosniff",
        "sandbox; default-src 'none'",
    )


def test_opening_a_file_is_written_down(sign_in, aino, case):
    client = sign_in(aino)
    add(client, case, PAPER)
    client.get(reverse("cases:document", args=[Document.objects.get().code]))
    assert Access.objects.get(page="cases:document").document == Document.objects.get()


@pytest.mark.parametrize("scan", [ScanResult.WAITING, ScanResult.REFUSED])
def test_only_clean_files_are_served(sign_in, aino, case, scan):
    client = sign_in(aino)
    add(client, case, PAPER)
    Document.objects.update(scan=scan)
    assert client.get(reverse("cases:document", args=[Document.objects.get().code])).status_code == 404


def test_a_strangers_file_does_not_exist(sign_in, aino, bilal, case):
    add(sign_in(aino), case, PAPER)
    assert sign_in(bilal).get(reverse("cases:document", args=[Document.objects.get().code])).status_code == 404


@pytest.mark.parametrize("body", [b"MZ\x90\x00program", b"<html>", b"PK\x03\x04sheet", b" %PDF-1.7", b"x"])
def test_other_kinds_are_refused_whatever_their_name(sign_in, aino, case, body):
    assert "neither PDF, PNG nor JPEG" in add(sign_in(aino), case, body).content.decode()
    assert not Document.objects.exists()


@pytest.mark.parametrize("start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"])
def test_pictures_are_kept(sign_in, aino, case, start):
    add(sign_in(aino), case, start + b"picture", "scan")
    assert Document.objects.exists()


def test_a_file_that_is_too_large_is_refused(sign_in, aino, case, monkeypatch):
    monkeypatch.setattr("cases.forms.MOST_BYTES", 10)
    assert "larger than 15 MB" in add(sign_in(aino), case, PAPER).content.decode()


def test_an_encrypted_paper_is_refused():
    assert "password" in pdf_refusal(PAPER.replace(b"/Root", b"/Encrypt 9 0 R /Root"))


@pytest.mark.parametrize("word", WORDS)
def test_a_paper_that_could_run_is_refused(word):
    assert word.encode().rstrip(b"s") in ACTIVE.replace(b"?", b"")
    assert pdf_refusal(PAPER.replace(b"/Pages", f"/{word} 3 0 R /Pages".encode()))


@given(st.sampled_from(WORDS), st.data())
def test_escaped_names_do_not_hide(word, data):
    hidden = "".join(f"#{ord(c):02x}" if data.draw(st.booleans()) else c for c in word)
    assert pdf_refusal(PAPER.replace(b"/Pages", f"/{hidden} 3 0 R /Pages".encode()))


@pytest.mark.parametrize("head", [b"/ObjStm", b"/#4fbjStm"])
def test_compressed_objects_do_not_hide(head):
    packed = zlib.compress(b"5 0 <</OpenAction <</S /JavaScript>>>>")
    assert pdf_refusal(PAPER + b"\n7 0 obj <</Type " + head + b">> stream\r\n" + packed + b"\nendstream")


def test_a_bomb_of_objects_is_refused():
    packed = zlib.compress(b" " * 40_000_000)
    assert pdf_refusal(PAPER + b"\n7 0 obj <</Type /ObjStm>> stream\n" + packed + b"\nendstream")


@given(st.binary(max_size=300))
def test_no_bytes_make_the_look_fail(body):
    assert isinstance(pdf_refusal(b"%PDF-" + body), str)
