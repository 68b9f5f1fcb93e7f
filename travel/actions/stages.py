"""The stage of a movement. It spans several cases, so each of them gets its line of the timeline."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.events import record_event
from cases.models import EventKind
from travel.models import Movement


@transaction.atomic
def move_movement(
    *, movement: Movement, to: str, by: User | None, verb: str, note: str = "", facts: dict | None = None,
    happened_on: date | None = None,
) -> bool:  # fmt: skip
    """Bring a movement to a stage: locks the row, checks `NEXT`, writes the stage and one event per case.

    Moving to the stage where it already is changes nothing and gives False.
    """
    locked = Movement.objects.select_for_update().get(pk=movement.pk)
    movement.stage = locked.stage
    if locked.stage == to:
        return False
    if to not in Movement.NEXT[locked.stage]:
        words = {"old": locked.get_stage_display(), "new": Movement.Stage(to).label}
        raise ValidationError(format_lazy(_("“{new}” cannot follow “{old}”."), **words))
    movement.stage = to
    movement.save(update_fields=["stage"])
    tell_cases(movement=movement, verb=verb, by=by, note=note, facts=facts, happened_on=happened_on)
    return True


def tell_cases(
    *, movement: Movement, verb: str, by: User | None, note: str = "", facts: dict | None = None,
    happened_on: date | None = None,
) -> None:  # fmt: skip
    """One line in the timeline of every case aboard."""
    facts = {"movement": movement.reference} | (facts or {})
    for case in movement.cases_aboard:
        record_event(
            case=case, kind=EventKind.TRAVEL, verb=verb, by=by, facts=facts, note=note, happened_on=happened_on
        )
