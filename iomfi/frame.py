"""What every page's frame shows: the places a person may go to, by role, and the numbers beside them.

A place appears as soon as its address exists. Nothing is asked of the database before a template draws the frame.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.db.models import Count, IntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from accounts.models import STAFF_ROLES, OrganisationKind, Role, User
from cases import mandates
from cases.models import Task
from notices.models import Notice
from returns.permissions import SENT_AS


@dataclass(frozen=True)
class Place:
    """A place in the navigation: its words, its address name, which pages lie within it, whose it is, its number."""

    label: str
    name: str
    within: tuple[str, ...]
    roles: tuple[str, ...] = STAFF_ROLES
    number: str = ""
    of: tuple[str, ...] = ()  # the kinds of organisations whose partners work there; empty: any


WORK = (
    Place(_("Desk"), "cases:desk", ("cases:desk",), number="my_tasks"),
    Place(_("Cases"), "cases:list", ("cases:",)),
    Place(_("People"), "cases:people", ("cases:people", "cases:person")),
    Place(_("Decisions"), "decisions:uploads", ("decisions:",)),
    Place(_("Travel"), "travel:list", ("travel:",)),
)
AUTHORITY = (
    Place(_("Overview"), "authority:home", ("authority:home",), (Role.LIAISON,)),
    Place(_("Files"), "authority:uploads", ("authority:",), (Role.LIAISON,)),
    Place(_("Decisions"), "authority:decided", ("authority:decided", "authority:decision"), (Role.LIAISON,)),
    Place(_("Arrivals"), "travel:authority_arrivals", ("travel:authority_arrivals",), (Role.LIAISON, Role.PARTNER)),
)
PARTNERS = (
    Place(_("Enquiries"), "returns:enquiries", ("returns:",), (Role.PARTNER,), of=tuple(SENT_AS)),
    Place(_("Monitoring"), "returns:monitoring", ("returns:",), (Role.PARTNER,), of=(OrganisationKind.IOM_MISSION,)),
    Place(_("Plans"), "mission:plans", ("mission:",), (Role.PARTNER,), of=(OrganisationKind.IOM_MISSION,)),
)
OFFICE = (
    Place(_("Notices"), "notices:list", ("notices:",), (*STAFF_ROLES, Role.LIAISON, Role.PARTNER), number="unread"),
    Place(_("Grants to approve"), "returns:money_approvals", ("returns:money_",), (Role.FINANCE,)),
    Place(_("Grant rules"), "returns:rules", ("returns:",), (Role.ADMINISTRATOR,)),
    Place(_("Who looked"), "cases:looks", ("cases:looks",), (Role.AUDITOR,)),
    Place(_("Administration"), "admin:index", ("admin:",), (Role.ADMINISTRATOR,)),
)


@dataclass(frozen=True)
class Entry:
    """A place as this person sees it on this page."""

    label: str
    address: str
    current: str = ""
    count: int = 0


@dataclass(frozen=True)
class Section:
    """A few places under a heading."""

    heading: str
    places: list[Entry]


class Frame:
    """The frame of one page for one person."""

    def __init__(self, request: HttpRequest) -> None:
        self.user = request.user
        self.page = request.resolver_match.view_name if request.resolver_match else ""

    @property
    def is_staff(self) -> bool:
        """One of the office's own people?"""
        return self.user.is_authenticated and self.user.standing.has(*STAFF_ROLES)

    @property
    def template(self) -> str:
        """The frame of pages that people of every kind open: the office's own, or the one for those outside it."""
        return "staff.html" if self.is_staff or self.user.standing.has(Role.ADMINISTRATOR) else "authority.html"

    @cached_property
    def sections(self) -> list[Section]:
        """The navigation; empty for strangers."""
        if not self.user.is_authenticated:
            return []
        groups = (("", self.entries(WORK + AUTHORITY + PARTNERS)), (_("Mandates"), self.entries(self.mandate_places())),
                  (_("Office"), self.entries(OFFICE)))  # fmt: skip
        return [Section(heading, places) for heading, places in groups if places]

    @property
    def unread(self) -> int:
        """Notices not opened yet."""
        return self.numbers["unread"]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """What waits for this person, in one question to the database."""
        if not self.user.is_authenticated:
            return {"my_tasks": 0, "unread": 0}
        tasks = Task.objects.visible_to(self.user).todo().of(self.user)
        unread = Notice.objects.for_reader(self.user).unread()
        return User.objects.filter(pk=self.user.pk).values(my_tasks=number_of(tasks), unread=number_of(unread)).get()

    def mandate_places(self) -> list[Place]:
        """The mandates that this person's grants cover."""
        scopes = self.user.standing.within(*STAFF_ROLES)
        covered = {scope.mandate for scope in scopes}
        return [
            Place(room.label, room.home, (room.home.split(":")[0] + ":",), room.opens_to)
            for room in mandates.rooms()
            if "" in covered or room.name in covered
        ]

    def entries(self, places: Iterable[Place]) -> list[Entry]:
        """Those of these places that exist and are this person's."""
        return [
            Entry(place.label, address, self.current(place), self.numbers[place.number] if place.number else 0)
            for place in places
            if self.is_theirs(place) and (address := address_of(place.name))
        ]

    def is_theirs(self, place: Place) -> bool:
        """Does the person's role open the place, and the organisation, where it asks for one?"""
        return self.user.standing.has(*place.roles) and (not place.of or self.user.organisation.kind in place.of)

    def current(self, place: Place) -> str:
        """What `aria-current` says: this very page, a page within, or nothing. The closest place wins."""
        if self.page == place.name:
            return "page"
        closest = max(
            (prefix for other in WORK + AUTHORITY + OFFICE for prefix in other.within if self.page.startswith(prefix)),
            key=len,
            default="",
        )
        reached = [prefix for prefix in place.within if self.page.startswith(prefix)]
        return "true" if reached and max(map(len, reached)) >= len(closest) else ""


def address_of(name: str) -> str:
    """The address of a page, or nothing while the page does not exist."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def number_of(records: QuerySet) -> Coalesce:
    """How many there are, as part of a larger question."""
    counted = (
        records.order_by().annotate(all_of_them=Value(1)).values("all_of_them").annotate(n=Count("pk")).values("n")
    )
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def frame(request: HttpRequest) -> dict:
    """For every template."""
    seen = {"DEMO": settings.DEMO, "frame": SimpleLazyObject(lambda: Frame(request))}
    if settings.DEMO and not request.user.is_authenticated:
        seen["DEMO_ACCOUNTS"] = getattr(settings, "DEMO_ACCOUNTS", [])
        seen["DEMO_PASSWORD"] = getattr(settings, "DEMO_PASSWORD", "")
    return seen
