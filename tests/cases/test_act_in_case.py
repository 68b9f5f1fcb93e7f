"""What one does in a case: each page leads to one action, refuses with a sentence and keeps what was typed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role
from cases.actions.consents import record_consent
from cases.actions.tasks import add_task
from cases.models import Consent, Event, Referral, Status, Task
from tests import factories

FORMS = ["contact", "new_task", "assign", "suspend", "reopen", "new_document", "new_consent", "new_referral"]


@pytest.fixture
def case(aino):
    return factories.case(aino, members=2)


def send(client, name, case, **typed):
    return client.post(reverse(f"cases:{name}", args=[case.code]), typed, follow=True)


@pytest.mark.parametrize("name", FORMS)
def test_each_form_opens_for_the_officer_and_for_no_stranger(sign_in, aino, bilal, chidi, marjut, case, name):
    address = reverse(f"cases:{name}", args=[case.code])
    assert sign_in(aino).get(address).status_code == 200
    assert {sign_in(user).get(address).status_code for user in (bilal, chidi, marjut)} == {404}


def test_a_travel_officer_records_but_does_not_suspend(sign_in, travel_officer, case):
    client = sign_in(travel_officer)
    assert client.get(reverse("cases:contact", args=[case.code])).status_code == 200
    assert client.get(reverse("cases:suspend", args=[case.code])).status_code == 404


def test_a_role_in_another_country_is_not_enough_to_suspend(sign_in, office, aino):
    ida = factories.user("ida", office, (Role.OFFICER, "resettlement", "SE"), (Role.TRAVEL, "", ""))
    assert sign_in(ida).get(reverse("cases:suspend", args=[factories.case(aino).code])).status_code == 404


def test_a_contact_is_recorded_on_the_day_it_happened(sign_in, aino, case):
    day = timezone.localdate() - timedelta(days=3)
    send(sign_in(aino), "contact", case, note="Kampala called", happened_on=day.isoformat())
    event = Event.objects.get(verb="cases.contact")
    assert (event.note, event.happened_on, event.recorded_by) == ("Kampala called", day, aino)


def test_what_has_not_happened_is_refused_and_nothing_typed_is_lost(sign_in, aino, case):
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    page = send(sign_in(aino), "contact", case, note="Kampala will call", happened_on=tomorrow).content.decode()
    assert "This day has not come yet" in page and "Kampala will call" in page
    assert 'class="error-summary" role="alert" tabindex="-1" autofocus' in page


def test_a_task_is_added_for_a_colleague(sign_in, aino, travel_officer, case):
    send(sign_in(aino), "new_task", case, title="Order clothes", due_on="2026-12-01", assignee=travel_officer.code)
    assert Task.objects.get().assignee == travel_officer


def test_a_task_done_twice_is_done_once(sign_in, aino, case):
    task, client = add_task(case=case, title="Call", by=aino), sign_in(aino)
    for __ in range(2):
        client.post(reverse("cases:task_done", args=[task.code]))
    assert Event.objects.filter(verb="cases.task_done").count() == 1


def test_a_strangers_click_does_not_finish_a_task(sign_in, aino, bilal, case):
    task = add_task(case=case, title="Call", by=aino)
    assert sign_in(bilal).post(reverse("cases:task_done", args=[task.code])).status_code == 404


def test_a_case_is_suspended_with_a_reason_and_opened_again(sign_in, aino, case):
    client = sign_in(aino)
    send(client, "suspend", case, note="Migri reviews")
    case.refresh_from_db()
    assert case.status == Status.SUSPENDED
    send(client, "reopen", case, note="Migri agrees")
    case.refresh_from_db()
    assert case.status == Status.OPEN


def test_suspending_needs_a_reason(sign_in, aino, case):
    assert "This field is required" in send(sign_in(aino), "suspend", case).content.decode()


def test_suspending_twice_is_refused_with_a_sentence(sign_in, aino, case):
    client = sign_in(aino)
    send(client, "suspend", case, note="Migri reviews")
    assert "nothing was changed" in send(client, "suspend", case, note="Again").content.decode()


def test_a_consent_is_recorded_and_withdrawn(sign_in, aino, case):
    client, person = sign_in(aino), case.members.first().person
    send(client, "new_consent", case, person=person.pk, purpose="share", text_version="4", language="Swahili")
    consent = Consent.objects.get()
    client.post(reverse("cases:consent_withdrawn", args=[case.code, consent.code]))
    consent.refresh_from_db()
    assert consent.withdrawn_by == aino


def test_a_consent_of_somebody_elses_case_cannot_be_withdrawn_here(sign_in, aino, case):
    other = factories.case(aino).members.get().person
    consent = record_consent(person=other, purpose="share", text_version="4", language="Swahili", by=aino)
    address = reverse("cases:consent_withdrawn", args=[case.code, consent.code])
    assert sign_in(aino).post(address).status_code == 404


def test_nobody_outside_the_case_can_consent(sign_in, aino, case):
    stranger = factories.person("Other", "Person")
    send(sign_in(aino), "new_consent", case, person=stranger.pk, purpose="share", text_version="4", language="x")
    assert not Consent.objects.exists()


def test_a_referral_without_consent_asks_why(sign_in, aino, migri, case):
    person = case.members.first().person
    typed = {"person": person.pk, "service": "A lawyer", "to_organisation": migri.code}
    client = sign_in(aino)
    assert "There is no consent to share" in send(client, "new_referral", case, **typed).content.decode()
    send(client, "new_referral", case, override_reason="Danger", **typed)
    assert Referral.objects.get().override_reason == "Danger"


def test_a_referral_has_exactly_one_receiver(sign_in, aino, case):
    person = case.members.first().person
    page = send(sign_in(aino), "new_referral", case, person=person.pk, service="A lawyer").content.decode()
    assert "Choose either a mandate or a partner" in page
