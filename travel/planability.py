"""Who may be planned: cases whose people all hold what they need, and what still keeps the others from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from accounts.models import User
from cases.identities import resolve
from cases.models import Case, Member, Person, Relation, Standing, Status
from cases.stages import Missing
from travel.actions.planning import PURPOSE, against_name
from travel.followers import not_ready_of
from travel.models import LIVE, Charter, Clearance, Traveller, TravellerStanding
from travel.windows import Window, windows_of_cases

MOST_SHOWN = 60
ON_A_JOURNEY = [one for one in LIVE if one != TravellerStanding.ARRIVED]


@dataclass(frozen=True)
class Lack:
    """A person whose travel document is not fully known, and what is missing."""

    person: Person
    words: list[str]


def lacks_of_documents(members: Iterable[Member]) -> list[Lack]:
    """Those who travel and whose name or birth date no airline would take."""
    travelling = [member.person for member in members if member.standing == Standing.TRAVELS]
    found = [Lack(person, against_name(person, resolve(person, purpose=PURPOSE))) for person in travelling]
    return [lack for lack in found if lack.words]


@dataclass(frozen=True)
class Candidate:
    """A case that wants to travel: its window, and what keeps it from being planned."""

    case: Case
    window: Window
    missing: Sequence[Missing] = field(default=())

    @property
    def name(self) -> str:
        """The principal applicant, or the reference of a case that has none."""
        principal = next(iter(self.case.principals), None)
        return principal.person.name if principal else self.case.reference

    @property
    def is_ready(self) -> bool:
        """May it be chosen?"""
        return not self.missing and not self.window.is_empty and bool(self.case.travelling)


def named(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Cases with their principal applicant and those who travel."""
    principals = Member.objects.filter(relation=Relation.PRINCIPAL).select_related("person")
    travelling = Member.objects.travelling().select_related("person")
    return cases.prefetch_related(
        Prefetch("members", principals, to_attr="principals"), Prefetch("members", travelling, to_attr="travelling")
    )


def waiting_to_travel(user: User, words: str = "") -> QuerySet[Case]:
    """Open cases with clearances and without a seat, narrowed to a reference or a name."""
    seated = Traveller.objects.filter(case=OuterRef("pk"), standing__in=ON_A_JOURNEY)
    lines = Clearance.objects.filter(case=OuterRef("pk")).of_travellers()
    cases = Case.objects.visible_to(user).filter(Exists(lines), ~Exists(seated), status=Status.OPEN)
    if words:
        people = Person.objects.named_like(words).values("pk")
        cases = cases.filter(Q(reference__icontains=words) | Q(members__person__in=people)).distinct()
    return cases


def candidates(user: User, words: str = "") -> tuple[list[Candidate], list[Candidate]]:
    """Those who may be planned and those who may not yet, in a fixed number of questions to the database."""
    unmet = Clearance.objects.of_travellers().unmet().filter(case=OuterRef("pk"))
    waiting = named(waiting_to_travel(user, words)).order_by("pk")
    cases = [*waiting.exclude(Exists(unmet))[:MOST_SHOWN], *waiting.filter(Exists(unmet))[:MOST_SHOWN]]
    found = with_reasons(cases)
    return [one for one in found if one.is_ready], [one for one in found if not one.is_ready]


def candidates_for(charter: Charter, user: User, words: str = "") -> list[Candidate]:
    """Those who may take seats of a charter: ready, and of the mandate and country it is held for."""
    unmet = Clearance.objects.of_travellers().unmet().filter(case=OuterRef("pk"))
    waiting = waiting_to_travel(user, words).filter(mandate=charter.mandate, country=charter.movement.country)
    return [one for one in with_reasons(list(named(waiting.exclude(Exists(unmet))).order_by("pk")[:MOST_SHOWN]))
            if one.is_ready]  # fmt: skip


def with_reasons(cases: Sequence[Case]) -> list[Candidate]:
    """These cases with their windows and with what their mandates and clearances still lack."""
    windows, lacking = windows_of_cases(cases), not_ready_of(cases)
    return [Candidate(case, windows[case.pk], _lacks(case, windows[case.pk], lacking[case.pk])) for case in cases]


def _lacks(case: Case, window: Window, lacking: Sequence[Missing]) -> list[Missing]:
    documents = [words for lack in lacks_of_documents(case.travelling) for words in lack.words]
    return [*(lacking or window.missing), *(Missing("document", words) for words in documents)]


def shared_window(windows: Iterable[Window]) -> Window:
    """The days that all of these windows have in common."""
    windows = list(windows)
    first = max((one.first for one in windows if one.first), default=None)
    last = min((one.last for one in windows if one.last), default=None)
    is_empty = any(one.is_empty for one in windows) or bool(first and last and last < first)
    return Window(first, last, is_empty, tuple(missing for one in windows for missing in one.missing))
