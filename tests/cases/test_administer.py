"""The administration: the same record rules, nothing editable, jobs and looks in sight."""

import uuid

import pytest
from django.urls import reverse

from cases.models import Access, Job
from tests import factories

LISTS = ["case", "event", "task", "job", "periodrun", "access"]


@pytest.mark.parametrize("name", LISTS)
def test_an_administrator_opens_every_list(sign_in, admin, name):
    assert sign_in(admin).get(reverse(f"admin:cases_{name}_changelist")).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_nothing_is_added_here(sign_in, admin, name):
    assert sign_in(admin).get(reverse(f"admin:cases_{name}_add")).status_code == 403


def test_an_administrator_sees_no_case(sign_in, admin, aino):
    case = factories.case(aino)
    client = sign_in(admin)
    assert case.reference not in client.get(reverse("admin:cases_case_changelist")).content.decode()
    assert client.get(reverse("admin:cases_case_change", args=[case.pk])).status_code == 404
    event = case.events.get()
    assert client.get(reverse("admin:cases_event_change", args=[event.pk])).status_code == 404


def test_a_failed_job_is_in_sight_and_cannot_be_changed(sign_in, admin):
    job = Job.objects.create(task="travel.book", about=uuid.uuid4(), state="failed", error="TimeoutError")
    client = sign_in(admin)
    assert "TimeoutError" in client.get(reverse("admin:cases_job_changelist")).content.decode()
    assert client.post(reverse("admin:cases_job_change", args=[job.pk]), {"state": "done"}).status_code == 403


def test_the_list_of_looks_names_no_case(sign_in, admin, aino):
    case = factories.case(aino)
    Access.objects.create(user=aino, case=case, page="cases:case")
    page = sign_in(admin).get(reverse("admin:cases_access_changelist")).content.decode()
    assert str(case.code) in page and case.reference not in page


def test_an_officer_does_not_enter(sign_in, aino):
    assert sign_in(aino).get(reverse("admin:cases_job_changelist")).status_code == 302
