"""The demo's returns: every kind of stage, through the house's own actions, the money's facts as they were decided."""

import pytest

from accounts.models import User
from iomfi.demo.organisations import make_organisations
from iomfi.demo.return_files import HOUSEHOLDS
from iomfi.demo.returns import ReturnsStory
from iomfi.management.commands.seed_demo import make_accounts
from returns.models import Enquiry, Return
from travel.models import Movement

SHOWN = {
    "instalments", "monitoring", "documents", "plan", "ready", "on_hold", "withdrawn", "booked", "counselling",
    "statement", "refused",
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
