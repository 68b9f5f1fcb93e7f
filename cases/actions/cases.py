"""Opening cases, whose turn it is, suspending, closing, assigning."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from cases.actions.events import record_event
from cases.changes import people_changed
from cases.models import Case, CaseNumber, Event, EventKind, Member, Outcome, Person, Relation, Standing, Status


@transaction.atomic
def open_case(
    *, mandate: str, programme: str, prefix: str, country: str, by: User, officer: User | None = None,
    programme_year: int | None = None, happened_on: date | None = None,
) -> Case:  # fmt: skip
    """Open a case under a new reference such as FI-KQ-2026-00042."""
    case = Case.objects.create(
        reference=next_reference(f"{country}-{prefix}"),
        mandate=mandate, programme=programme, country=country,
        officer=officer, programme_year=programme_year, opened_by=by,
    )  # fmt: skip
    record_event(case=case, kind=EventKind.CASE, verb="cases.opened", by=by, happened_on=happened_on)
    return case


def next_reference(series: str) -> str:
    """The next number of a series in this year, without gaps: the counter's row is locked until the case is there."""
    series = f"{series}-{timezone.localdate().year}"
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO cases_referencecounter AS c (series, last) VALUES (%s, 1) "
            "ON CONFLICT (series) DO UPDATE SET last = c.last + 1 RETURNING last",
            [series],
        )
        return f"{series}-{cursor.fetchone()[0]:05}"


def number_case(*, case: Case, issuer: Organisation, number: str) -> CaseNumber:
    """Note the number under which somebody else knows the case; saying it twice changes nothing."""
    return CaseNumber.objects.get_or_create(case=case, issuer=issuer, number=number)[0]


def add_member(
    *, case: Case, person: Person, relation: str, standing: str = Standing.TRAVELS, needs: list[str] | None = None
) -> Member:
    """Put a person into a case, with what the person needs on a journey (codes of `AssistanceNeed`)."""
    made = Member.objects.create(case=case, person=person, relation=relation, standing=standing, needs=needs or [])
    people_changed(person.pk)
    return made


@transaction.atomic
def change_standing(*, member: Member, standing: str, by: User | None, note: str = "") -> None:
    """A member's own standing: waits, withdrew, arrived …"""
    if member.standing == standing:
        return
    facts = {"old": member.standing, "new": standing}
    member.standing = standing
    member.save(update_fields=["standing"])
    record_event(
        case=member.case,
        kind=EventKind.CASE,
        verb="cases.standing",
        by=by,
        person=member.person,
        facts=facts,
        note=note,
    )


@transaction.atomic
def wait_for(*, case: Case, whom: str, by: User | None, note: str = "") -> None:
    """Whose turn it is from today; the days are counted from here."""
    if case.waiting_for == whom:
        return
    case.waiting_for, case.waiting_since = whom, timezone.localdate()
    case.save(update_fields=["waiting_for", "waiting_since"])
    record_event(case=case, kind=EventKind.CASE, verb="cases.waits", by=by, facts={"whom": whom}, note=note)


@transaction.atomic
def assign_case(*, case: Case, officer: User, by: User) -> None:
    """Give the case to an officer."""
    if case.officer == officer:
        return
    case.officer = officer
    case.save(update_fields=["officer"])
    record_event(case=case, kind=EventKind.CASE, verb="cases.assigned", by=by, facts={"officer": officer.name})


@transaction.atomic
def suspend_case(*, case: Case, by: User, note: str) -> Event:
    """Stop the clock on a case, with a reason."""
    return _turn(case, Status.SUSPENDED, "cases.suspended", by=by, note=note, only_from=Status.OPEN)


@transaction.atomic
def reopen_case(*, case: Case, by: User, note: str) -> Event:
    """Go on with a suspended or closed case, with a reason."""
    return _turn(case, Status.OPEN, "cases.reopened", by=by, note=note)


@transaction.atomic
def close_case(*, case: Case, outcome: Outcome, by: User | None, note: str = "") -> Event:
    """End a case with its outcome."""
    return _turn(case, Status.CLOSED, "cases.closed", by=by, note=note, outcome=outcome)


def _turn(case: Case, status: str, verb: str, *, by, note: str, outcome: str = "", only_from: str = "") -> Event:
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if locked.status == status or (only_from and locked.status != only_from):
        raise ValidationError(
            _("The case is %(status)s; nothing was changed."), params={"status": locked.get_status_display()}
        )
    case.status, case.outcome = status, outcome
    case.save(update_fields=["status", "outcome"])
    return record_event(case=case, kind=EventKind.CASE, verb=verb, by=by, facts={"outcome": outcome}, note=note)


def principal_of(case: Case) -> Person | None:
    """The principal applicant."""
    member = case.members.select_related("person").filter(relation=Relation.PRINCIPAL).first()
    return member.person if member else None
