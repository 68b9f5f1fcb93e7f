"""The demo's returns: every kind of stage, through the house's own actions, the money's facts as they were decided."""

import pytest
from django.utils import timezone

from accounts.models import User
from iomfi.demo.organisations import make_organisations
from iomfi.demo.return_files import HOUSEHOLDS
from iomfi.demo.returns import ReturnsStory
from iomfi.management.commands.seed_demo import make_accounts
from returns.duplicates.guard import elsewhere
from returns.models import DuplicatePair, Enquiry, GrantAward, Return, RiatFile, Screening, Survey, Visit
from travel.charters import Cabin
from travel.models import Movement

SHOWN = {
    "instalments", "monitoring", "documents", "plan", "ready", "on_hold", "withdrawn", "booked", "counselling",
    "statement", "refused", "arrived", "closed",
}  # fmt: skip


@pytest.fixture
def told(db, settings, tmp_path):
    """The returns of the demo alone."""
    settings.MEDIA_ROOT = tmp_path / "files"
    bodies = make_organisations()
    make_accounts(bodies)
    ReturnsStory(bodies, {user.email: user for user in User.objects.select_related("organisation")}).tell()


def test_the_returns_stand_in_many_stages(told):
    assert set(Return.objects.values_list("stage", flat=True)) == SHOWN
    decided = Return.objects.exclude(granted=[])
    assert decided.count() == len(HOUSEHOLDS)
    assert Enquiry.objects.new().count() == 3
    withdrawn = Return.objects.get(stage="withdrawn")
    assert not withdrawn.case.travellers.live().exists()
    assert Movement.objects.filter(travellers__case=withdrawn.case, stage="cancelled").exists()


def test_a_charter_has_seats_without_names_and_a_file_lapses_tomorrow(told):
    charter = Movement.objects.get(charter__isnull=False)
    cabin = Cabin(charter, charter.travellers.all())
    assert (cabin.named, cabin.charter.seats, charter.stage) == (5, 12, "booked")
    asked, other = RiatFile.objects.order_by("reference")
    assert (timezone.localdate(asked.answer_by) - timezone.localdate()).days == 1
    assert asked.is_pressing
    assert not asked.is_lapsed
    assert other.answer_by is None
    assert Return.objects.get(is_retroactive=True).stage == "arrived"


def test_people_who_returned_long_ago_are_asked_and_one_is_lost(told):
    scores = list(Survey.objects.filter(person__given_names="Omar Jassim").values_list("composite", flat=True))
    assert len(scores) == 3
    assert scores == sorted(scores)
    assert Screening.objects.filter(person__given_names="Hodan", state="due").count() == 2
    assert Return.objects.get(stage="closed").ending == "lost_contact"
    assert Visit.objects.due().exists()


def test_one_man_came_twice_and_the_second_grant_waits(told):
    open_pair = DuplicatePair.objects.in_doubt().get(state="open")
    assert {open_pair.first.given_names, open_pair.second.given_names} == {"Guuleed Jaamac", "Guled Jama"}
    assert set(DuplicatePair.objects.values_list("state", flat=True)) == {"open", "different", "unclear"}
    waiting = GrantAward.objects.waiting().get(lines__person__in=open_pair.people)
    assert "Sweden: 30,000 SEK" in str(*elsewhere(waiting).doubts)
