"""What an accepted file leaves behind, and that it does so once."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from accounts.models import Mandate, Role
from cases import outbox
from cases.models import Case, CaseLink, Event, Job, JobState, Member, Person, PersonIdentifier, Standing, Task
from cases.timeline import sentence_of
from decisions.actions.accepting import accept_upload
from decisions.actions.uploads import ask_acceptance, discard_upload, go_on
from decisions.models import Change, Decision, Upload, UploadState
from tests import factories
from tests.decisions.factories import accept, accept_rows, run_jobs, upload_rows, upload_sample

CHILD = {"relation": "lapsi", "given_names": "Baraka", "date_of_birth": "1.2.2015", "person_number": "2"}
NEGATIVE = {"decision_outcome": "kielteinen"}


def test_a_positive_decision_opens_a_case_with_its_people(marjut, mandate):
    accept_rows(marjut, {"person_number": "1", "programme_year": "2026"}, CHILD | {"travel_needs": "pyörätuoli"})
    case = Case.objects.get()
    assert (case.mandate, case.country, case.programme_year, case.reference[:6]) == (
        "resettlement",
        "FI",
        2026,
        "FI-KQ-",
    )
    assert [(one.relation, one.standing, one.needs) for one in case.members.all()] == [
        ("principal", "travels", []),
        ("child", "travels", ["wheelchair"]),
    ]
    assert [told["case"] for told in mandate.opened] == [case]


def test_the_authority_finds_its_case_by_its_own_number(marjut, lars):
    accept_rows(marjut, {})
    assert Case.objects.visible_to(marjut).get().numbers.get().number == "MIG-2026-000001"
    assert not Case.objects.visible_to(lars).exists()


def test_birth_dates_keep_their_precision(marjut):
    accept_rows(marjut, {"date_of_birth": "00.00.1989"}, CHILD)
    births = [str(person.birth) for person in Person.objects.order_by("pk")]
    assert births == ["1989", "01.02.2015"]


def test_numbers_of_everybody_are_kept(marjut, migri):
    told = {"unhcr_individual_number": "U-1", "unhcr_case_number": "U-C", "travel_document_number": "P1",
            "travel_document": "passi", "person_number": "7"}  # fmt: skip
    accept_rows(marjut, told)
    kept = PersonIdentifier.objects.values_list("kind", "issuer__slug", "country", "number").order_by("kind")
    assert list(kept) == [
        ("authority", "migri", "", "7"),
        ("travel_document", None, "COD", "P1"),
        ("unhcr_individual", None, "", "U-1"),
    ]
    assert set(Case.objects.get().numbers.values_list("issuer__slug", flat=True)) == {"migri", "unhcr"}


def test_a_refused_member_of_an_admitted_family_does_not_travel(marjut):
    accept_rows(marjut, {}, CHILD | NEGATIVE)
    assert [member.standing for member in Member.objects.all()] == [Standing.TRAVELS, Standing.REFUSED]


def test_a_wholly_negative_decision_is_kept_without_a_case(marjut, mandate):
    accept_rows(marjut, NEGATIVE)
    assert Decision.objects.get().case is None
    assert not (Case.objects.exists() or Person.objects.exists() or mandate.opened)


def test_a_wholly_negative_decision_that_turns_opens_a_case(marjut, mandate):
    accept_rows(marjut, NEGATIVE)
    accept_rows(marjut, {})
    assert Decision.objects.get().case == mandate.opened[0]["case"]
    assert mandate.changed == []


def test_the_same_person_in_another_case_is_the_same_person(marjut):
    accept_rows(marjut, {"person_number": "7"})
    accept_rows(marjut, {"person_number": "7", "case_number": "MIG-2", "family_name": "Bahati-Kabila"})
    assert Person.objects.count() == 1
    assert Member.objects.count() == 2


def test_a_number_alone_does_not_make_two_people_one(marjut):
    accept_rows(marjut, {"person_number": "7"})
    accept_rows(marjut, CHILD | {"relation": "päähakija", "person_number": "7", "case_number": "MIG-2"})
    assert Person.objects.count() == 2
    assert "BAHATI, Furaha" in Task.objects.get().title


def test_cases_that_the_authority_names_together_are_linked_once(marjut):
    accept_rows(
        marjut, {"linked_cases": "mig–2; MIG-99"}, CHILD | {"relation": "päähakija", "case_number": "MIG-2",
        "linked_cases": "MIG-2026-000001"},
    )  # fmt: skip
    assert CaseLink.objects.count() == 1


def test_the_timeline_tells_it_with_the_receipt(marjut):
    accepted = accept_rows(marjut, {})
    event = Event.objects.get(verb="decisions.accepted")
    assert event.recorded_by == marjut
    assert sentence_of(event) == f"Decision MIG-2026-000001 was accepted: 1 persons, receipt {accepted.receipt}"


def test_nothing_is_stored_before_somebody_accepts(marjut):
    made = upload_rows(marjut, {})
    assert (made.state, made.cases_new, made.travellers) == ("ready", 1, 1)
    assert not (Decision.objects.exists() or Case.objects.exists())


def test_asking_twice_changes_nothing_a_second_time(marjut):
    made = upload_rows(marjut, {})
    assert ask_acceptance(upload=made, by=marjut)
    assert not ask_acceptance(upload=made, by=marjut)
    run_jobs(made)
    receipt = made.receipt
    assert not ask_acceptance(upload=made, by=marjut)
    accept_upload(made.code)
    made.refresh_from_db()
    assert (made.receipt, Case.objects.count(), Job.objects.count()) == (receipt, 1, 2)


def test_two_previews_of_one_file_accepted_after_another_store_it_once(marjut):
    first, second = upload_rows(marjut, {}), upload_rows(marjut, {})
    accept(first, marjut)
    accept(second, marjut)
    assert (second.cases_new, second.cases_unchanged) == (0, 1)
    assert (Case.objects.count(), first.receipt != second.receipt) == (1, True)


def test_a_failure_on_the_way_leaves_nothing(marjut, mandate, monkeypatch):
    made = upload_rows(marjut, {})
    ask_acceptance(upload=made, by=marjut)
    monkeypatch.setattr("decisions.actions.accepting.finish", lambda *told: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        accept_upload(made.code)
    assert not (Case.objects.exists() or Decision.objects.exists() or Person.objects.exists())


def test_a_discarded_file_cannot_be_accepted(marjut):
    made = upload_rows(marjut, {})
    assert discard_upload(upload=made, by=marjut)
    assert not discard_upload(upload=made, by=marjut)
    with pytest.raises(ValidationError, match="Discarded"):
        ask_acceptance(upload=made, by=marjut)


def test_a_file_without_anything_to_accept_is_refused(marjut):
    with pytest.raises(ValidationError, match="no case"):
        ask_acceptance(upload=upload_rows(marjut, {"sex": "?"}), by=marjut)


def test_withheld_cases_stay_withheld(marjut):
    made = accept_rows(marjut, {}, {"case_number": "MIG-2", "sex": "?"})
    assert (made.cases_new, made.cases_withheld, Case.objects.count()) == (1, 1, 1)
    assert made.cases.get(case_number="MIG-2").change == Change.WITHHELD


@pytest.mark.django_db(transaction=True)
def test_two_browsers_accepting_at_once_store_once(django_user_model):
    migri = factories.organisation("migri", "authority", "FI")
    liaison = factories.user("liaison", migri, (Role.LIAISON, "", ""))
    uploads = [upload_rows(liaison, {}), upload_rows(liaison, {}, CHILD)]
    for made in uploads:
        ask_acceptance(upload=made, by=liaison)
    codes = list(Job.objects.due().values_list("code", flat=True)) * 2

    def work(code) -> None:
        try:
            outbox.run(code)
        finally:
            connection.close()

    workers = [threading.Thread(target=work, args=[code]) for code in codes]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert {made.state for made in Upload.objects.all()} == {"accepted"}
    assert (Case.objects.count(), Decision.objects.get().versions.count()) == (1, 2)


def test_a_large_file_is_accepted_in_seconds(marjut, django_assert_max_num_queries):
    made = upload_sample("fi-kiintio-large.xlsx", marjut)
    with django_assert_max_num_queries(125 * 25 + 50):
        accept(made, marjut)
    assert (made.persons, Member.objects.count()) == (494, 494 - negative_members(made))


def negative_members(made: Upload) -> int:
    """Persons of wholly negative decisions, who are members of nothing."""
    return sum(one.versions.get().persons.count() for one in Decision.objects.filter(case=None))


def test_an_officer_may_send_for_an_authority_of_her_mandate(aino, migri, bilal):
    assert accept_rows(aino, {}).organisation == migri
    with pytest.raises(ValidationError):
        upload_rows(bilal, {})
    assert Mandate.RESETTLEMENT in {case.mandate for case in Case.objects.visible_to(aino)}


def test_values_longer_or_older_than_a_person_are_kept_by_the_decision(marjut):
    odd = {"language": "x" * 1000, "native_name": "y" * 1000, "date_of_birth": "1.5.1845", "decision_date": "1.5.1900"}
    accept_rows(marjut, odd)
    person = Person.objects.get()
    assert (len(person.language), len(person.native_name), person.birth_year) == (100, 600, None)
    kept = Decision.objects.get().current.persons.get().values
    assert (len(kept["language"]), kept["date_of_birth"]) == (1000, "1845-05-01")


def test_escapes_that_no_database_keeps_are_told_as_errors(marjut):
    made = upload_rows(marjut, {"notes": "a_x0000_b", "place_of_stay": "a_xD800_b", "V_x0000_ri": "x"})
    assert set(made.findings.filter(severity="error").values_list("column", "code")) == {
        ("notes", "BAD_CHARACTERS"),
        ("place_of_stay", "BAD_CHARACTERS"),
    }


def test_stopped_work_begins_again_when_somebody_asks(marjut, mandate):
    made = upload_rows(marjut, {})
    Upload.objects.filter(pk=made.pk).update(state=UploadState.READING)
    Job.objects.filter(about=made.code).update(state=JobState.FAILED)
    made.refresh_from_db()
    assert go_on(upload=made)
    assert not go_on(upload=made)
    assert Job.objects.get(about=made.code).state == JobState.QUEUED
