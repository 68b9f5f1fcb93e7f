"""Clearances: required, asked for, held, refused, waived. Each act covers one person or several, and is one event."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Organisation, Role, User
from cases.actions.events import record_event
from cases.actions.people import correct_person
from cases.models import Case, Document, Event, EventKind, Person
from travel.actions.watch import look_at_journeys
from travel.followers import follower_of
from travel.models import MET, Clearance, ClearanceState


@transaction.atomic
def open_clearances(*, case: Case, lines: Sequence[Clearance], by: User | None) -> None:
    """The first list of a case just opened: what its decision gives and what others still owe, written in one act."""
    Clearance.objects.bulk_create(lines)
    held = sum(one.state == ClearanceState.HELD for one in lines)
    facts = {"held": held, "missing": len(lines) - held}
    record_event(case=case, kind=EventKind.TRAVEL, verb="travel.clearances_opened", by=by, facts=facts)


@transaction.atomic
def require_clearance(
    *, case: Case, people: Iterable[Person], kind: str, by: User | None, owed_by: str = "",
    organisation: Organisation | None = None, source: dict | None = None,
) -> list[Clearance]:  # fmt: skip
    """Say that these people need this before they travel. Those who already have the line keep it as it is."""
    known = set(Clearance.objects.filter(case=case, kind=kind).values_list("person", flat=True))
    new = [person for person in people if person.pk not in known]
    made = Clearance.objects.bulk_create(
        Clearance(case=case, person=person, kind=kind, owed_by=owed_by, owed_by_organisation=organisation,
                  source=source or {}, recorded_by=by)
        for person in new
    )  # fmt: skip
    if made:
        _tell(case, "travel.clearance_required", new, kind, by)
    return made


@transaction.atomic
def ask_clearance(
    *, case: Case, people: Iterable[Person], kind: str, by: User | None, owed_by: str = "",
    organisation: Organisation | None = None, asked_on: date | None = None,
) -> list[Clearance]:  # fmt: skip
    """We asked for it; from this day on it is owed. What is already held is not asked for again."""
    asked_on = asked_on or timezone.localdate()
    columns = {"state": ClearanceState.ASKED, "asked_on": asked_on, "reason": ""}
    columns |= {"owed_by": owed_by} if owed_by else {}
    columns |= {"owed_by_organisation": organisation} if organisation else {}
    wanting = [one for one in _lines(case, people, kind) if one.state not in MET]
    if wanting:
        _write(wanting, by, columns)
        _tell(case, "travel.clearance_asked", [one.person for one in wanting], kind, by, happened_on=asked_on)
    return wanting


@transaction.atomic
def hold_clearance(
    *, case: Case, people: Iterable[Person], kind: str, by: User | None, valid_from: date | None = None,
    valid_until: date | None = None, document: Document | None = None, source: dict | None = None,
) -> list[Clearance]:  # fmt: skip
    """It is there, good from the first to the last day, both included; no day given: no bound on that side."""
    if valid_from and valid_until and valid_until < valid_from:
        raise ValidationError(_("The last day lies before the first."))
    valid = DateRange(valid_from, valid_until, "[]") if valid_from or valid_until else None
    columns = {"state": ClearanceState.HELD, "valid": valid, "document": document, "reason": ""}
    columns |= {"source": source} if source is not None else {}
    lines = _lines(case, people, kind)
    _write(lines, by, columns)
    facts = {"first": _iso(valid_from), "last": _iso(valid_until)}
    _tell(case, "travel.clearance_held", [one.person for one in lines], kind, by, facts=facts)
    look_at_journeys(case=case)
    return lines


@transaction.atomic
def refuse_clearance(
    *, case: Case, people: Iterable[Person], kind: str, by: User | None, reason: str
) -> list[Clearance]:  # fmt: skip
    """Whoever owed it said no, with their reason. Journeys that counted on it are looked at."""
    return _end(
        case=case, people=people, kind=kind, by=by, reason=reason, state=ClearanceState.REFUSED,
        verb="travel.clearance_refused",
    )  # fmt: skip


@transaction.atomic
def waive_clearance(*, case: Case, people: Iterable[Person], kind: str, by: User, reason: str) -> list[Clearance]:
    """A team lead says that it is not needed, and why."""
    if not by.standing.covers(Role.LEAD, case.mandate, case.country):
        raise ValidationError(_("Only a team lead may waive a clearance."))
    return _end(
        case=case, people=people, kind=kind, by=by, reason=reason, state=ClearanceState.WAIVED,
        verb="travel.clearance_waived",
    )  # fmt: skip


@transaction.atomic
def remind(*, case: Case, kind: str, by: User, note: str = "") -> Event:
    """We asked again whoever owes it."""
    owed = Clearance.objects.select_for_update(of=["self"]).filter(case=case, kind=kind, state=ClearanceState.ASKED)
    lines = list(owed.select_related("person"))
    if not lines:
        raise ValidationError(_("Nobody owes this: ask for it first."))
    Clearance.objects.filter(pk__in=[one.pk for one in lines]).update(reminded_on=timezone.localdate())
    return _tell(case, "travel.clearance_reminded", [one.person for one in lines], kind, by, note=note)


@transaction.atomic
def record_document_facts(*, case: Case, person: Person, by: User, **facts: str | date | None) -> list[str]:
    """The name and birth date that a travel document prints; the timeline tells that they are others than before."""
    changed = correct_person(person=person, **facts)
    if changed:
        record_event(case=case, kind=EventKind.TRAVEL, verb="travel.document_facts", by=by, person=person)
        follower_of(case).cleared(case=case, by=by)
    return changed


def _end(*, case, people, kind, by, reason, state, verb) -> list[Clearance]:
    if not reason.strip():
        raise ValidationError(_("Say why."))
    lines = _lines(case, people, kind)
    _write(lines, by, {"state": state, "reason": reason.strip()})
    _tell(case, verb, [one.person for one in lines], kind, by, note=reason.strip())
    look_at_journeys(case=case)
    return lines


def _lines(case: Case, people: Iterable[Person], kind: str) -> list[Clearance]:
    """The lines of these people, made where they are not there, locked until the act is written."""
    people = list(people)
    strangers = {person.pk for person in people} - set(case.members.values_list("person", flat=True))
    if strangers or not people:
        raise ValidationError(_("Only members of the case have clearances in it."))
    Clearance.objects.bulk_create(
        [Clearance(case=case, person=person, kind=kind) for person in people], ignore_conflicts=True
    )
    lines = Clearance.objects.select_for_update(of=["self"]).filter(case=case, kind=kind, person__in=people)
    return list(lines.select_related("person").order_by("pk"))


def _write(lines: Sequence[Clearance], by: User | None, columns: dict) -> None:
    columns = columns | {"recorded_at": timezone.now(), "recorded_by": by}
    for one in lines:
        for name, value in columns.items():
            setattr(one, name, value)
    Clearance.objects.bulk_update(lines, list(columns))


def _tell(
    case: Case, verb: str, people: Sequence[Person], kind: str, by: User | None, *, facts: dict | None = None,
    note: str = "", happened_on: date | None = None,
) -> Event:  # fmt: skip
    facts = (facts or {}) | {"kind": kind, "count": len(people)}
    person = people[0] if len(people) == 1 else None
    event = record_event(
        case=case, kind=EventKind.TRAVEL, verb=verb, by=by, person=person, facts=facts, note=note,
        happened_on=happened_on,
    )  # fmt: skip
    follower_of(case).cleared(case=case, by=by)
    return event


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
