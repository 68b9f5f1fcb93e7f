"""Opening returns, bringing them from stage to stage, and the side ways."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.cases import change_standing, close_case, reopen_case, wait_for
from cases.actions.events import record_event
from cases.actions.tasks import follow_needs
from cases.models import Case, EventKind, Outcome, Standing, Status, WaitingFor
from cases.stages import missing_for, move
from returns.models import AFTER_ARRIVAL, ENDED, Ending, Return, Stage
from returns.monitoring.actions.schedule import schedule_visits
from returns.requirements import required_of_members
from returns.withdrawal import announce, announce_closing
from travel.actions.clearances import require_clearance
from travel.actions.leaving import leave_movements

COLUMNS = {
    "scheme", "beneficiary_category", "assistance_form", "reception_unit", "return_country", "return_place",
    "has_permit_there", "departure_airport", "application_date", "first_decision_served_date", "withdrawal_date",
    "appeal_outcome_date", "departure_deadline", "decision_date", "state_group", "granted", "is_charter",
    "is_retroactive",
}  # fmt: skip


@transaction.atomic
def open_return(*, case: Case, by: User | None, stage: str = Stage.ENQUIRY, **columns) -> Return:
    """A return begins: as an enquiry, or with a decision that came first."""
    record = Return.objects.create(case=case, stage=stage, **columns)
    follow(record)
    return record


def follow(record: Return) -> None:
    """Keep the tasks in step with what the next stage needs."""
    missing = missing_for(record, record.next_on_the_line) if record.next_on_the_line else []
    follow_needs(case=record.case, missing=missing, due_on=None, assignee=record.case.officer)


@transaction.atomic
def advance(*, record: Return, to: str, by: User | None, note: str = "", happened_on: date | None = None) -> None:
    """Bring a return to a stage of the line."""
    move(record, to, by=by, note=note, happened_on=happened_on)
    if to in (Stage.ARRIVED, Stage.MONITORING):
        schedule_visits(record=record, by=by)
    follow(record)


def required_before(*, record: Return, by: User | None) -> None:
    """Every traveller gets the list of what must be held on the day of travel; who has a line keeps it."""
    members = record.case.members.travelling().select_related("person")
    for kind, people in required_of_members(members).items():
        require_clearance(case=record.case, people=people, kind=kind, by=by)


@transaction.atomic
def correct_return(*, record: Return, by: User | None, **columns) -> list[str]:
    """Other facts than before; gives the names of those that really changed."""
    if unknown := set(columns) - COLUMNS:
        raise ValueError(f"not a column of a return: {unknown}")
    changed = [name for name, value in columns.items() if getattr(record, name) != value]
    for name in changed:
        setattr(record, name, columns[name])
    if changed:
        record.save(update_fields=changed)
        facts = {"columns": changed}
        record_event(case=record.case, kind=EventKind.CASE, verb="returns.corrected", by=by, facts=facts)
        follow(record)
    return changed


@transaction.atomic
def hold(*, record: Return, by: User, note: str) -> None:
    """Rest, for a reason. Seats stay; whoever holds decides about them."""
    insist_on_reason(note)
    record.stage_before = Return.objects.select_for_update().get(pk=record.pk).stage
    record.save(update_fields=["stage_before"])
    move(record, Stage.ON_HOLD, by=by, note=note)
    follow(record)


@transaction.atomic
def resume(*, record: Return, by: User, note: str) -> None:
    """Go on: from hold where it stood; after a withdrawal or a refusal with counselling anew, or where people live."""
    Return.objects.select_for_update().get(pk=record.pk)  # before its case, as a withdrawal does
    record.refresh_from_db(fields=["stage", "stage_before"])
    record.case.refresh_from_db(fields=["status"])
    if record.stage not in (*ENDED, Stage.ON_HOLD):
        return
    to = Stage.COUNSELLING
    if record.stage == Stage.ON_HOLD or record.stage_before in AFTER_ARRIVAL:
        to = record.stage_before
    if record.case.status != Status.OPEN:
        reopen_case(case=record.case, by=by, note=note)
    gone = (Standing.WITHDRAWN, Standing.REFUSED) if record.stage != Stage.ON_HOLD else ()
    for member in record.case.members.select_related("person").filter(standing__in=gone):
        change_standing(member=member, standing=Standing.TRAVELS, by=by)
    move(record, to, by=by, note=note)
    record.ending, record.ended_at, record.ended_by, record.stage_before = "", None, None, ""
    record.save(update_fields=["ending", "ended_at", "ended_by", "stage_before"])
    wait_for(case=record.case, whom=WaitingFor.US, by=by)
    follow(record)


@transaction.atomic
def withdraw(*, record: Return, by: User | None, note: str = "") -> None:
    """The person does not want to go, or wants nothing more of us. At any stage, without penalty, without a reason.

    Seats are given back, declarations end, and whoever keeps money or plans is told in the same transaction.
    """
    locked = Return.objects.select_for_update().get(pk=record.pk)
    if locked.stage in ENDED:
        return
    leave_movements(case=record.case, by=by, reason=note or str(_("Withdrawn by the person.")))
    record.case.declarations.in_force().update(withdrawn_at=timezone.now(), withdrawn_by=by)
    _end(record, Stage.WITHDRAWN, Ending.WITHDRAWN, Outcome.WITHDRAWN, Standing.WITHDRAWN, by=by, note=note)
    announce(record, by)


@transaction.atomic
def refuse(*, record: Return, by: User, note: str, ending: str = Ending.REFUSED) -> None:
    """Not eligible, or the authority said no. Seats are given back; the reason stays on record."""
    insist_on_reason(note)
    Return.objects.select_for_update().get(pk=record.pk)  # before its seats, as a withdrawal does
    leave_movements(case=record.case, by=by, reason=note)
    _end(record, Stage.REFUSED, ending, Outcome.REFUSED, Standing.REFUSED, by=by, note=note)
    announce(record, by)


@transaction.atomic
def close(*, record: Return, ending: str, by: User, note: str = "") -> None:
    """The work is done, or cannot go on: contact lost, left again, deceased. Money not paid yet is cancelled."""
    insist_on_end(record, Stage.CLOSED, ending, by)
    if move(record, Stage.CLOSED, by=by, note=note) is None:
        return
    announce_closing(record, by)
    wait_for(case=record.case, whom=WaitingFor.US, by=by)
    outcome = Outcome.UNTRACEABLE if ending == Ending.LOST_CONTACT else Outcome.ARRIVED
    close_case(case=record.case, outcome=outcome, by=by, note=note)
    follow(record)


def _end(
    record: Return, stage: str, ending: str, outcome: Outcome, standing: str, *, by: User | None, note: str
) -> None:  # fmt: skip
    insist_on_end(record, stage, ending, by)
    move(record, stage, by=by, note=note)
    for member in record.case.members.select_related("person").filter(standing=Standing.TRAVELS):
        change_standing(member=member, standing=standing, by=by)
    if record.case.status != Status.CLOSED:
        wait_for(case=record.case, whom=WaitingFor.US, by=by)
        close_case(case=record.case, outcome=outcome, by=by, note=note)
    follow(record)


def insist_on_end(record: Return, stage: str, ending: str, by: User | None) -> None:
    """How and when it ended stands in the record before its stage says that it ended."""
    locked = Return.objects.select_for_update().get(pk=record.pk)
    if stage not in locked.NEXT[locked.stage]:
        return  # `move` says so in words
    record.stage_before, record.ending = locked.stage, ending
    record.ended_at, record.ended_by, record.withdrawal_due_at = timezone.now(), by, None
    record.save(update_fields=["stage_before", "ending", "ended_at", "ended_by", "withdrawal_due_at"])


def insist_on_reason(note: str) -> None:
    """A side way that somebody else chose needs its reason."""
    if not note.strip():
        raise ValidationError(_("Say why: the reason stays on record."))
