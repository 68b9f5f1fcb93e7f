"""Arrivals as their receivers know them: the newest thing each was told of each journey of each case, in words."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.models import Case, CaseNumber
from travel.models import Notification, NotificationKind, TravellerStanding
from travel.told import ToldLeg

K = NotificationKind
MOST_SHOWN = 60
AHEAD = (K.ABN, K.DEPARTED)
WORDS: dict[str, tuple[str, Promise]] = {
    K.ABN: ("now", _("Booked")), K.DEPARTED: ("now", _("Under way")), K.ARRIVED: ("done", _("Arrived")),
    K.NO_SHOW: ("late", _("Did not travel")), K.CANCELLED: ("off", _("Cancelled")),
}  # fmt: skip
ABSENT = (TravellerStanding.NO_SHOW, TravellerStanding.OFFLOADED, TravellerStanding.CANCELLED)


class Arrival:
    """One case's journey for one receiver."""

    def __init__(self, newest: Notification) -> None:
        self.newest, self.case = newest, newest.case
        legs = newest.contents["legs"]
        self.last_leg = ToldLeg.read(legs[-1]) if legs else None

    @property
    def number(self) -> str:
        """The receiver's own number of the case, or ours."""
        own = next(iter(self.case.own_numbers), None)
        return own.number if own else self.case.reference

    @property
    def arrives_on(self) -> date:
        """The day of arrival as it was told."""
        return self.last_leg.arrives.date() if self.last_leg else self.newest.movement.arrives_on

    @property
    def persons(self) -> Sequence[dict]:
        """Who travels."""
        return [one for one in self.newest.contents["persons"] if one["standing"] not in ABSENT]

    @property
    def absent(self) -> Sequence[dict]:
        """Who was to travel and did not."""
        return [one for one in self.newest.contents["persons"] if one["standing"] in ABSENT]

    @property
    def shape(self) -> str:
        """The shape of its status."""
        return WORDS[self.newest.kind][0]

    @property
    def words(self) -> str:
        """Where it stands."""
        return str(WORDS[self.newest.kind][1])


def newest_told(user: User) -> QuerySet[Notification]:
    """The newest notification of each journey of each case to this person's organisation."""
    told = Notification.objects.visible_to(user).exclude(kind=K.MANIFEST)
    newer = Notification.objects.exclude(kind=K.MANIFEST).filter(
        Q(made_at__gt=OuterRef("made_at")) | Q(made_at=OuterRef("made_at"), pk__gt=OuterRef("pk")),
        movement=OuterRef("movement"), case=OuterRef("case"), organisation=OuterRef("organisation"),
    )  # fmt: skip
    own = Prefetch("numbers", CaseNumber.objects.filter(issuer=user.organisation_id), to_attr="own_numbers")
    cases = Prefetch("case", Case.objects.prefetch_related(own))
    return told.filter(~Exists(newer)).select_related("movement").prefetch_related(cases)


def arrivals_for(user: User) -> tuple[list[Arrival], list[Arrival]]:
    """Those who are awaited, the next first; and those of the past, the latest first."""
    told = newest_told(user)
    coming = [Arrival(one) for one in told.filter(kind__in=AHEAD).order_by("movement__arrives_on")[:MOST_SHOWN]]
    past = [Arrival(one) for one in told.exclude(kind__in=AHEAD).order_by("-made_at")[:MOST_SHOWN]]
    return sorted(coming, key=lambda one: one.arrives_on), past
