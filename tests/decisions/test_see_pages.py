"""Pages of files and decisions: what they say to whom, what they refuse, and that their cost does not grow."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from decisions.actions.uploads import ask_acceptance
from decisions.models import Decision, FileLook, Upload
from tests.decisions.factories import accept, accept_rows, run_jobs, upload, upload_rows, upload_sample
from tests.decisions.files import sheet_rows, workbook

BUDGET = 15
PARENT = {"person_number": "1"}
CHILD = {"relation": "lapsi", "given_names": "Baraka", "date_of_birth": "1.2.2015", "person_number": "2"}


def page_of(client, address: str, made: Upload | Decision, **more) -> str:
    answer = client.get(reverse(address, kwargs={"code": made.code} | more))
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def cost(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len([one for one in asked if "SAVEPOINT" not in one["sql"]])


def send(client, content: bytes, name: str = "authority:upload"):
    file = SimpleUploadedFile("kiintiö.xlsx", content)
    return client.post(reverse(name), {"layout": "FI-KIINTIO", "file": file})


def test_a_liaison_sends_a_file_watches_it_accepts_it_and_gets_a_receipt(sign_in, marjut):
    browser = sign_in(marjut)
    answer = send(browser, workbook(*sheet_rows(PARENT, CHILD)))
    made = Upload.objects.get()
    assert answer.url == reverse("authority:file", args=[made.code])
    assert "waits for its turn" in page_of(browser, "authority:file", made)
    run_jobs(made)
    assert "Accept one case" in page_of(browser, "authority:file", made)
    browser.post(reverse("authority:accept", args=[made.code]))
    assert "being stored" in page_of(browser, "authority:file", made)
    run_jobs(made)
    assert f"Receipt {made.receipt}" in page_of(browser, "authority:receipt", made)
    assert made.sha256 in page_of(browser, "authority:receipt", made)


def test_a_double_click_is_told_that_nothing_was_done_twice(sign_in, marjut):
    browser, made = sign_in(marjut), upload_rows(marjut, PARENT)
    for __ in range(2):
        answer = browser.post(reverse("authority:accept", args=[made.code]), follow=True)
    assert "nothing was done a second time" in answer.content.decode()
    run_jobs(made)
    assert Decision.objects.count() == 1


def test_the_page_asks_for_progress_and_loads_anew_when_done(sign_in, marjut):
    browser, made = sign_in(marjut), upload_rows(marjut, PARENT)
    address = reverse("authority:progress", args=[made.code])
    assert browser.get(address, headers={"hx-request": "true"})["HX-Refresh"] == "true"
    ask_acceptance(upload=made, by=marjut)
    assert "hx-get" in browser.get(address, headers={"hx-request": "true"}).content.decode()
    assert browser.get(address).status_code == 302


def test_errors_have_row_heading_of_the_file_and_advice(sign_in, aino, marjut):
    made = upload_rows(
        marjut, PARENT | {"relation": "kummilapsi", "municipality": "Jyväskyla", "date_of_birth": "31.2.2011"}
    )
    page = page_of(sign_in(aino), "decisions:file", made)
    assert "Row 2" in page
    assert "Suhde päähakijaan" in page
    assert "“kummilapsi” is not in the list" in page
    assert "Write for example päähakija, puoliso" in page
    assert "Did you mean: Jyväskylä" in page
    assert "write the year alone: 2011" in page


def test_changes_are_shown_from_what_to_what(sign_in, aino, marjut):
    accept_rows(marjut, PARENT, CHILD)
    made = upload_rows(marjut, PARENT | {"sex": "mies"}, CHILD | {"municipality": "Kajaani"})
    page = page_of(sign_in(aino), "decisions:file", made)
    assert "<del><bdi>woman</bdi></del>" in page
    assert "<ins><bdi>man</bdi></ins>" in page
    assert "<ins><bdi>Kajaani</bdi></ins>" in page


@pytest.mark.parametrize("name", ["errors", "changed", "new", "withheld", "unchanged", "warnings"])
def test_every_part_has_a_page_of_its_own(name, sign_in, marjut):
    made = upload_sample("fi-kiintio-messy.xlsx", marjut)
    page_of(sign_in(marjut), "authority:part", made, name=name)


def test_a_rejected_file_says_why_and_what_to_do(sign_in, marjut):
    header, person = sheet_rows(PARENT)
    at = header.index("Päätöspäivä")
    del header[at], person[at]
    page = page_of(sign_in(marjut), "authority:file", upload(workbook(header, person), marjut))
    assert "A column is missing: Päätöspäivä." in page
    assert "Nothing of this file was stored" in page


def test_the_same_bytes_again_point_to_the_first_receipt(sign_in, marjut):
    first = accept(upload_sample("fi-kiintio-small.xlsx", marjut), marjut)
    again = upload_sample("fi-kiintio-small.xlsx", marjut)
    assert f"Receipt {first.receipt}" in page_of(sign_in(marjut), "authority:file", again)


def test_the_original_is_saved_not_shown_and_only_when_it_was_readable(sign_in, marjut):
    browser, made = sign_in(marjut), upload_sample("fi-kiintio-small.xlsx", marjut)
    answer = browser.get(reverse("authority:original", args=[made.code]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    bad = upload(b"MZ", marjut)
    assert browser.get(reverse("authority:original", args=[bad.code])).status_code == 404


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_errors_are_saved_as_a_spreadsheet_without_formulas(kind, sign_in, marjut):
    made = upload_rows(marjut, PARENT | {"relation": "=cmd()"})
    answer = sign_in(marjut).get(reverse("authority:errors", args=[made.code, kind]))
    assert answer.status_code == 200
    assert kind == "xlsx" or ";“=cmd()” is not in the list" in answer.content.decode("utf-8-sig")


def test_every_look_at_a_file_is_written_down(sign_in, aino, marjut):
    made = upload_rows(marjut, PARENT)
    page_of(sign_in(aino), "decisions:file", made)
    assert list(FileLook.objects.values_list("user", "page")) == [(aino.pk, "decisions:file")]


@pytest.mark.parametrize("name", ["file", "progress", "original", "receipt", "accept", "discard"])
def test_a_file_of_another_authority_does_not_exist(name, sign_in, marjut, lars, bilal, chidi):
    made = accept_rows(marjut, PARENT)
    for person, place in ((lars, "authority"), (bilal, "decisions"), (chidi, "decisions"), (marjut, "decisions")):
        browser, address = sign_in(person), reverse(f"{place}:{name}", args=[made.code])
        asked = browser.post if name in ("accept", "discard") else browser.get
        assert asked(address).status_code == 404


def test_a_travel_officer_looks_and_does_not_accept(sign_in, travel_officer, marjut):
    made = upload_rows(marjut, PARENT)
    browser = sign_in(travel_officer)
    assert "Accept one case" not in page_of(browser, "decisions:file", made)
    assert browser.post(reverse("decisions:accept", args=[made.code])).status_code == 404


def test_the_liaison_sees_where_her_decisions_stand(sign_in, marjut):
    accept_rows(marjut, PARENT)
    accept_rows(marjut, PARENT | {"case_number": "MIG-2", "decision_outcome": "kielteinen", "person_number": "9"})
    page = re.sub(r"\s+", " ", sign_in(marjut).get(reverse("authority:home")).content.decode())
    assert "MIG-2026-000001" in page
    assert "Negative decision, no journey" in page


def test_a_decision_tells_its_versions(sign_in, marjut):
    accept_rows(marjut, PARENT, CHILD)
    accept_rows(marjut, PARENT | {"municipality": "Kajaani"}, CHILD)
    page = page_of(sign_in(marjut), "authority:decision", Decision.objects.get())
    assert "Version 2" in page
    assert "BAHATI, Furaha, municipality: – → Kajaani" in page


def test_a_case_tells_the_decision_that_opened_it(sign_in, aino, marjut):
    made = accept_rows(marjut, PARENT)
    case = Decision.objects.get().case
    assert made.receipt in page_of(sign_in(aino), "cases:case", case)


@pytest.mark.parametrize("place", ["authority", "decisions"])
def test_pages_cost_the_same_however_much_a_file_holds(place, sign_in, aino, marjut):
    browser = sign_in(marjut if place == "authority" else aino)
    small = accept(upload_sample("fi-kiintio-small.xlsx", marjut), marjut)
    large = upload_sample("fi-kiintio-large.xlsx", marjut)
    few = cost(browser, reverse(f"{place}:file", args=[small.code]))
    many = cost(browser, reverse(f"{place}:file", args=[large.code]))
    assert few <= BUDGET
    assert many <= BUDGET


@pytest.mark.parametrize("name", ["authority:home", "authority:uploads", "authority:decided"])
def test_lists_cost_the_same_however_long_they_are(name, sign_in, marjut):
    browser = sign_in(marjut)
    accept_rows(marjut, PARENT)
    few = cost(browser, reverse(name))
    accept(upload_sample("fi-kiintio-small.xlsx", marjut), marjut)
    assert cost(browser, reverse(name)) <= few <= BUDGET


def test_a_page_without_files_says_what_will_come(sign_in, aino, marjut):
    assert "No file has come yet" in sign_in(aino).get(reverse("decisions:uploads")).content.decode()
    assert "No decision yet" in sign_in(marjut).get(reverse("authority:home")).content.decode()


def test_the_upload_page_offers_the_layouts_of_ones_own(sign_in, marjut, lars):
    with translation.override("en"):
        assert "FI-KIINTIO" in sign_in(marjut).get(reverse("authority:upload")).content.decode()
        assert "FI-KIINTIO" not in sign_in(lars).get(reverse("authority:upload")).content.decode()


def test_a_form_without_a_file_keeps_what_was_chosen(sign_in, marjut):
    answer = sign_in(marjut).post(reverse("authority:upload"), {"layout": "FI-PALUU"})
    assert 'value="FI-PALUU" selected' in answer.content.decode()
