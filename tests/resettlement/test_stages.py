"""From stage to stage: what each needs, and that no stage is a dead end."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.models import Outcome, Status
from cases.stages import NotYet
from resettlement.actions.dossiers import advance, cancel, hand_over, hold, resume, withdraw
from resettlement.follower import ALONG
from resettlement.models import ENDED, Dossier, HoldReason, Stage
from tests.resettlement.factories import clear, dossier


def test_documents_need_an_officer_and_a_municipality(aino):
    opened = dossier(aino, placed=False, officer=None)
    with pytest.raises(NotYet) as refusal:
        advance(dossier=opened, to=Stage.DOCUMENTS, by=aino)
    assert {one.need for one in refusal.value.missing} == {"officer", "municipality"}


def test_ready_to_book_needs_every_clearance(aino):
    opened = dossier(aino, members=2)
    advance(dossier=opened, to=Stage.DOCUMENTS, by=aino)
    with pytest.raises(NotYet) as refusal:
        advance(dossier=opened, to=Stage.READY, by=aino)
    owed = [one for one in refusal.value.missing if one.need == "travel.exit_permit"]
    assert "2 persons" in str(owed[0])


def test_with_everything_held_it_is_ready_to_book(aino):
    opened = dossier(aino)
    advance(dossier=opened, to=Stage.DOCUMENTS, by=aino)
    clear(opened, aino)
    advance(dossier=opened, to=Stage.READY, by=aino)
    opened.refresh_from_db()
    assert opened.stage == Stage.READY


def test_a_closed_window_keeps_it_from_being_ready(aino):
    opened = dossier(aino)
    advance(dossier=opened, to=Stage.DOCUMENTS, by=aino)
    clear(opened, aino, first=date(2024, 1, 1), days=10)
    with pytest.raises(NotYet) as refusal:
        advance(dossier=opened, to=Stage.READY, by=aino)
    assert [one.need for one in refusal.value.missing] == ["window"]


def test_tasks_follow_what_is_missing(aino):
    opened = dossier(aino)
    advance(dossier=opened, to=Stage.DOCUMENTS, by=aino)
    assert opened.case.tasks.todo().filter(need="travel.exit_permit").exists()
    clear(opened, aino)
    assert not opened.case.tasks.todo().exists()


def test_a_dossier_on_hold_goes_on(aino):
    opened = dossier(aino)
    reason, __ = HoldReason.objects.get_or_create(code="MED", defaults={"words": "Medical hold"})
    hold(dossier=opened, reason=reason, by=aino)
    resume(dossier=opened, by=aino, note="fit again")
    assert Dossier.objects.get().stage == Stage.DOCUMENTS
    assert Dossier.objects.get().hold_reason is None


@pytest.mark.parametrize(("act", "outcome"), [(withdraw, Outcome.WITHDRAWN), (cancel, Outcome.CANCELLED)])
def test_an_ended_dossier_closes_its_case_and_may_be_resumed(aino, act, outcome):
    opened = dossier(aino)
    act(dossier=opened, by=aino, note="they stay")
    opened.case.refresh_from_db()
    assert (opened.case.status, opened.case.outcome) == (Status.CLOSED, outcome)
    resume(dossier=opened, by=aino, note="they come after all")
    opened.case.refresh_from_db()
    assert opened.case.status == Status.OPEN


def test_an_end_without_a_reason_is_refused(aino):
    with pytest.raises(ValidationError):
        withdraw(dossier=dossier(aino), by=aino, note=" ")


def test_hand_over_closes_the_case_as_arrived(aino):
    opened = dossier(aino)
    Dossier.objects.update(stage=Stage.ARRIVED)
    hand_over(dossier=opened, received_by="Heidi Ranta", by=aino)
    opened.case.refresh_from_db()
    assert opened.case.outcome == Outcome.ARRIVED


def test_the_case_page_leads_to_the_hand_over(sign_in, aino):
    opened = dossier(aino)
    Dossier.objects.update(stage=Stage.ARRIVED)
    page = sign_in(aino).get(reverse("cases:case", args=[opened.case.code])).content.decode()
    assert f'href="{reverse("resettlement:advance", args=[opened.code])}"' in page


def test_who_books_journeys_is_shown_no_act_of_the_officers(sign_in, aino, travel_officer):
    opened = dossier(aino)
    Dossier.objects.update(stage=Stage.ARRIVED)
    page, acts = reverse("cases:case", args=[opened.case.code]), f"/resettlement/{opened.code}/"
    assert acts in sign_in(aino).get(page).content.decode()
    assert acts not in sign_in(travel_officer).get(page).content.decode()


def test_no_stage_is_a_dead_end():
    for stage in Stage:
        assert Dossier.NEXT[stage] or stage in ENDED


def test_every_stage_can_be_reached():
    reached = {Stage.RECEIVED} | {after for stages in Dossier.NEXT.values() for after in stages}
    assert reached == set(Stage)


@pytest.mark.parametrize(("lapsed", "stage"), [(False, Stage.READY), (True, Stage.DOCUMENTS)])
def test_whoever_did_not_fly_is_recorded_even_when_a_clearance_lapsed(aino, lapsed, stage):
    opened = dossier(aino)
    clear(opened, aino)
    Dossier.objects.update(stage=Stage.BOOKED)
    if lapsed:
        clear(opened, aino, first=date(2024, 1, 1), days=10)
    ALONG.not_flying(case=opened.case, movement=None, by=aino)
    assert Dossier.objects.get().stage == stage
