"""Opening dossiers, bringing them from stage to stage, and the side ways."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from cases.actions.cases import change_standing, close_case, reopen_case, wait_for
from cases.actions.events import record_event
from cases.actions.tasks import follow_needs
from cases.models import Case, EventKind, Member, Outcome, Standing, Status, WaitingFor
from cases.stages import missing_for, move
from resettlement.models import Dossier, HoldReason, Stage
from travel.actions.leaving import leave_movements

COLUMNS = {
    "municipality",
    "arrival_airport",
    "place_of_stay",
    "country_of_asylum",
    "urgency",
    "cost_bearer",
    "category",
}


@transaction.atomic
def open_dossier(*, case: Case, by: User, **columns) -> Dossier:
    """A case was decided: its dossier begins, and with it the tasks of its first stage."""
    dossier = Dossier.objects.create(case=case, **columns)
    follow(dossier)
    return dossier


def follow(dossier: Dossier) -> None:
    """Keep the tasks in step with what the next stage needs."""
    missing = missing_for(dossier, dossier.next_on_the_line) if dossier.next_on_the_line else []
    follow_needs(case=dossier.case, missing=missing, due_on=None, assignee=dossier.case.officer)


@transaction.atomic
def advance(*, dossier: Dossier, to: str, by: User | None, note: str = "", happened_on: date | None = None) -> None:
    """Bring a dossier to a stage of the main line."""
    move(dossier, to, by=by, note=note, happened_on=happened_on)
    follow(dossier)


@transaction.atomic
def correct_dossier(*, dossier: Dossier, by: User | None, **columns) -> list[str]:
    """Other facts than before; gives the names of those that really changed."""
    if unknown := set(columns) - COLUMNS:
        raise ValueError(f"not a column of a dossier: {unknown}")
    changed = [name for name, value in columns.items() if getattr(dossier, name) != value]
    for name in changed:
        setattr(dossier, name, columns[name])
    if changed:
        dossier.save(update_fields=changed)
        record_event(
            case=dossier.case, kind=EventKind.CASE, verb="resettlement.corrected", by=by, facts={"columns": changed}
        )
        follow(dossier)
    return changed


def place(*, dossier: Dossier, municipality: Organisation, by: User) -> None:
    """The authority named the municipality."""
    correct_dossier(dossier=dossier, by=by, municipality=municipality)


@transaction.atomic
def hold(*, dossier: Dossier, reason: HoldReason, by: User, note: str = "") -> None:
    """Stop, for a reason. Seats stay; whoever holds decides about them."""
    dossier.hold_reason = reason
    dossier.save(update_fields=["hold_reason"])
    move(dossier, Stage.ON_HOLD, by=by, note=note, facts={"reason": reason.code})
    follow(dossier)


@transaction.atomic
def resume(*, dossier: Dossier, by: User, note: str) -> None:
    """Go on with a dossier that was on hold, withdrawn or cancelled: the documents are looked at anew."""
    if dossier.case.status == Status.CLOSED:
        reopen_case(case=dossier.case, by=by, note=note)
    for member in dossier.case.members.filter(standing=Standing.WITHDRAWN):
        change_standing(member=member, standing=Standing.TRAVELS, by=by)
    move(dossier, Stage.DOCUMENTS, by=by, note=note)
    dossier.hold_reason = None
    dossier.save(update_fields=["hold_reason"])
    follow(dossier)


@transaction.atomic
def withdraw(*, dossier: Dossier, by: User, note: str) -> None:
    """The people do not want to go. Seats are given back; nothing else follows for them."""
    _end(dossier, Stage.WITHDRAWN, Outcome.WITHDRAWN, Standing.WITHDRAWN, by=by, note=note)


@transaction.atomic
def cancel(*, dossier: Dossier, by: User, note: str) -> None:
    """The authority took its decision back. Seats are given back."""
    _end(dossier, Stage.CANCELLED, Outcome.CANCELLED, Standing.REFUSED, by=by, note=note)


def _end(dossier: Dossier, stage: str, outcome: Outcome, standing: str, *, by: User, note: str) -> None:
    if not note.strip():
        raise ValidationError(_("Say why: the reason stays on record."))
    leave_movements(case=dossier.case, by=by, reason=note)
    move(dossier, stage, by=by, note=note)
    for member in travelling(dossier.case):
        change_standing(member=member, standing=standing, by=by)
    close_case(case=dossier.case, outcome=outcome, by=by, note=note)
    follow(dossier)


@transaction.atomic
def hand_over(*, dossier: Dossier, received_by: str, by: User, happened_on: date | None = None, note: str = "") -> None:
    """The municipality has met the people: the work is done and the case closes."""
    dossier.received_by = received_by.strip()
    dossier.handed_over_at, dossier.handed_over_by = timezone.now(), by
    dossier.save(update_fields=["received_by", "handed_over_at", "handed_over_by"])
    if move(dossier, Stage.HANDED_OVER, by=by, note=note, happened_on=happened_on) is None:
        return
    wait_for(case=dossier.case, whom=WaitingFor.US, by=by)
    close_case(case=dossier.case, outcome=Outcome.ARRIVED, by=by)
    follow(dossier)


def travelling(case: Case) -> list[Member]:
    """Members who are still to travel."""
    return list(case.members.filter(standing=Standing.TRAVELS))
