"""From the application to the decision: what was applied for, eligibility, the statement, what was decided."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.cases import wait_for
from cases.actions.events import record_event
from cases.models import EventKind, Person, WaitingFor
from returns.actions.return_files import advance, correct_return, follow, refuse
from returns.eligibility import pauses_of, reasons_found
from returns.models import EligibilityCheck, Reason, Return, Stage, Statement

ANSWERS = (Statement.GIVEN, Statement.REFUSED, Statement.NOT_NEEDED)


@transaction.atomic
def record_application(*, record: Return, by: User, **columns) -> None:
    """What the person applies for, on which day: the day picks the rule."""
    correct_return(record=record, by=by, **columns)
    if record.stage == Stage.COUNSELLING:
        advance(record=record, to=Stage.APPLICATION, by=by, happened_on=columns.get("application_date"))


@transaction.atomic
def check_eligibility(*, record: Return, by: User, reasons: Sequence[str] = (), note: str = "") -> EligibilityCheck:
    """Look whether the return may be assisted. What the portal finds by itself nobody can leave out.

    Not eligible: the return is refused with its reasons and the case closes.
    """
    found = list(dict.fromkeys([*reasons_found(record), *reasons]))
    check = EligibilityCheck.objects.create(
        case=record.case, is_eligible=not found, reasons=found, note=note, checked_by=by
    )
    facts = {"eligible": check.is_eligible, "reasons": found}
    record_event(case=record.case, kind=EventKind.CASE, verb="returns.eligibility", by=by, facts=facts, note=note)
    if record.stage == Stage.APPLICATION:
        advance(record=record, to=Stage.ELIGIBILITY, by=by)
    if found:
        refuse(record=record, by=by, note=refusal_words(record, found, note))
    else:
        follow(record)
    return check


def refusal_words(record: Return, reasons: Sequence[str], note: str) -> str:
    """The reasons in words, with what the country note says."""
    words = [str(Reason(code).label) for code in reasons]
    words += [one.reason for one in pauses_of(record)] if Reason.COUNTRY_PAUSED in reasons else []
    return ". ".join([*words, *([note] if note else [])])


@transaction.atomic
def ask_statement(*, record: Return, by: User, asked_on: date | None = None) -> None:
    """The police or the authority are asked whether anything stands in the way."""
    if record.statement in ANSWERS:
        raise ValidationError(_("The statement is there already."))
    record.statement, record.statement_asked_on = Statement.ASKED, asked_on or timezone.localdate()
    record.save(update_fields=["statement", "statement_asked_on"])
    record_event(
        case=record.case, kind=EventKind.CASE, verb="returns.statement_asked", by=by,
        happened_on=record.statement_asked_on,
    )  # fmt: skip
    if record.stage == Stage.ELIGIBILITY:
        advance(record=record, to=Stage.STATEMENT, by=by)
    wait_for(case=record.case, whom=WaitingFor.AUTHORITY, by=by)
    follow(record)


@transaction.atomic
def record_statement(
    *, record: Return, statement: str, by: User, answered_on: date | None = None, note: str = ""
) -> None:  # fmt: skip
    """What they answered, or that nobody needs to be asked."""
    if statement not in ANSWERS:
        raise ValidationError(_("Say what was answered."))
    if statement == Statement.REFUSED and not note.strip():
        raise ValidationError(_("Say why: the reason stays on record."))
    record.statement, record.statement_answered_on = statement, answered_on or timezone.localdate()
    record.save(update_fields=["statement", "statement_answered_on"])
    facts = {"statement": statement}
    record_event(case=record.case, kind=EventKind.CASE, verb="returns.statement", by=by, facts=facts, note=note)
    if record.stage == Stage.ELIGIBILITY:
        advance(record=record, to=Stage.STATEMENT, by=by)
    follow(record)


@transaction.atomic
def record_decision(
    *, record: Return, decision_date: date, is_granted: bool, by: User, assistance_form: str = "",
    amounts: Sequence[tuple[Person, str, Decimal, str]] = (), note: str = "",
) -> None:  # fmt: skip
    """A decision that came by letter: `amounts` are person, component, amount and currency as it grants them."""
    if not is_granted:
        correct_return(record=record, by=by, decision_date=decision_date)
        refuse(record=record, by=by, note=note)
        return
    granted = [
        {"person": str(person.code), "component": component, "amount": f"{amount:f}", "currency": currency}
        for person, component, amount, currency in amounts
    ]
    columns = {"assistance_form": assistance_form} if assistance_form else {}
    correct_return(record=record, by=by, decision_date=decision_date, granted=granted, **columns)
    advance(record=record, to=Stage.DECIDED, by=by, note=note)
    wait_for(case=record.case, whom=WaitingFor.US, by=by)
