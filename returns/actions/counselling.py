"""Recording counselling: the talk, its interpreter, what was explained, and doubts about the capacity to decide."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.events import record_event
from cases.models import EventKind
from returns.actions.return_files import advance, follow
from returns.models import Capacity, Counselling, Interpreter, Return, Stage, Topic

PENDING = (Interpreter.ASKED, Interpreter.BOOKED)
NEEDED = {Topic.FREE_WILL, Topic.ALTERNATIVES}  # without these nobody decides knowingly


@transaction.atomic
def record_counselling(
    *, record: Return, held_on: date, way: str, language: str, interpreter: str, by: User,
    explained: Sequence[str] = (), capacity: str = Capacity.CLEAR, note: str = "",
) -> Counselling:  # fmt: skip
    """A talk that took place, or one ahead for which an interpreter is asked for or booked."""
    ahead = held_on > timezone.localdate()
    if ahead and explained:
        raise ValidationError(_("Nothing was explained yet on a day that is still to come."))
    if not ahead and interpreter in PENDING:
        raise ValidationError(_("The talk has taken place: did the interpreter come?"))
    if not ahead and not set(explained) >= NEEDED:
        raise ValidationError(_("Explain first that the return is of free will, and which other ways there are."))
    talk = Counselling.objects.create(
        case=record.case, held_on=held_on, way=way, language=language, interpreter=interpreter,
        explained=list(explained), capacity=capacity, note=note, recorded_by=by,
    )  # fmt: skip
    facts = {"way": way, "day": held_on.isoformat(), "language": language, "interpreter": interpreter}
    verb = "returns.counselling_planned" if ahead else "returns.counselled"
    record_event(case=record.case, kind=EventKind.CONTACT, verb=verb, by=by, facts=facts, note=note)
    if record.stage == Stage.ENQUIRY:
        advance(record=record, to=Stage.COUNSELLING, by=by)
    follow(record)
    return talk


@transaction.atomic
def book_interpreter(*, talk: Counselling, record: Return, interpreter: str, by: User) -> None:
    """The interpreter is booked, came or did not come."""
    if talk.interpreter == interpreter:
        return
    talk.interpreter = interpreter
    talk.save(update_fields=["interpreter"])
    facts = {"interpreter": interpreter, "day": talk.held_on.isoformat()}
    record_event(case=record.case, kind=EventKind.CONTACT, verb="returns.interpreter", by=by, facts=facts)
