"""The demo world shows the whole product: every stage, journeys past and coming, one order for a person to decide."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.models import Grant
from accounts.models.role import clashes
from cases.models import Case, Event
from iomfi.demo.families import all_families
from notices.models import Notice, NoticeState
from resettlement.models import Dossier, Stage
from travel.models import AttemptState, BookingAttempt, Movement, MovementStage


@pytest.mark.django_db(transaction=True)
def test_the_demo_world_shows_the_whole_product(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    call_command("seed_demo", verbosity=0)
    stages = set(Dossier.objects.values_list("stage", flat=True))
    assert stages == set(Stage.values)
    journeys = set(Movement.objects.values_list("stage", flat=True))
    assert journeys >= {MovementStage.BOOKED, MovementStage.BOOKING, MovementStage.DEPARTED, MovementStage.ARRIVED}
    assert BookingAttempt.objects.filter(state=AttemptState.NEEDS_PERSON).count() == 1
    assert not Notice.objects.exclude(state=NoticeState.SENT).exists()

    counts = Case.objects.count(), Event.objects.count()
    call_command("seed_demo", verbosity=0)
    assert (Case.objects.count(), Event.objects.count()) == counts


def test_the_families_are_the_same_every_time():
    today = timezone.localdate()
    assert all_families(today) == all_families(today)


def test_no_demo_account_holds_roles_that_clash(db):
    call_command("seed_demo", only="organisations", verbosity=0)
    for grant in Grant.objects.all():
        others = set(grant.user.grants.exclude(pk=grant.pk).values_list("role", flat=True))
        assert not clashes(others, grant.role)
