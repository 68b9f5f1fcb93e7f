"""Safe contact: the rule of a person, every attempt to reach somebody, and the end where nobody can be reached."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.events import record_event
from cases.actions.people import correct_person
from cases.models import EventKind, Person
from returns.actions.return_files import close
from returns.models import ContactAttempt, ContactRule, Ending, Return, Visit


@transaction.atomic
def set_contact_rule(
    *, record: Return, person: Person, by: User, ways: Sequence[str] = (), times: str = "", by_whom: str = "",
    words_to_leave: str = "", never: str = "", in_short: str = "",
) -> ContactRule:  # fmt: skip
    """The rule from now on; the earlier one ends. `in_short` stands on top of the case and of the person."""
    if not any((ways, times, by_whom, words_to_leave, never, in_short)):
        raise ValidationError(_("Say at least one thing, or that the person has no wishes."))
    Person.objects.select_for_update().get(pk=person.pk)  # two rules at once must see each other
    person.contact_rules.filter(ended_at=None).update(ended_at=timezone.now(), ended_by=by)
    correct_person(person=person, safe_contact=in_short)
    rule = ContactRule.objects.create(
        case=record.case, person=person, ways=list(ways), times=times, by_whom=by_whom, words_to_leave=words_to_leave,
        never=never, recorded_by=by,
    )  # fmt: skip
    record_event(case=record.case, kind=EventKind.CONTACT, verb="returns.contact_rule", by=by, person=person)
    return rule


def rule_of(person: Person) -> ContactRule | None:
    """The rule in force."""
    return person.contact_rules.filter(ended_at=None).first()


def insist_on_rule(person: Person, confirmed: bool) -> ContactRule | None:
    """The rule in force, if any, was read before the contact; whoever did not read it records nothing."""
    rule = rule_of(person)
    if (rule or person.safe_contact) and not confirmed:
        raise ValidationError(_("Read the rules of safe contact and confirm that they were kept."))
    return rule


@transaction.atomic
def record_attempt(
    *, record: Return, person: Person, channel: str, outcome: str, by: User, rule_confirmed: bool = False,
    note: str = "", tried_at: datetime | None = None,
) -> ContactAttempt:  # fmt: skip
    """Somebody was called, written to or visited, whatever came of it."""
    attempt = log_attempt(
        record=record, person=person, channel=channel, outcome=outcome, by=by, rule_confirmed=rule_confirmed,
        note=note, tried_at=tried_at or timezone.now(),
    )  # fmt: skip
    record_event(
        case=record.case, kind=EventKind.CONTACT, verb="returns.attempt", by=by, person=person,
        facts={"channel": channel, "outcome": outcome}, happened_on=timezone.localdate(attempt.tried_at),
    )  # fmt: skip
    return attempt


def log_attempt(
    *, record: Return, person: Person, channel: str, outcome: str, by: User, rule_confirmed: bool, tried_at: datetime,
    note: str = "", visit: Visit | None = None,
) -> ContactAttempt:  # fmt: skip
    """One line of the log, by somebody who read the rule."""
    rule = insist_on_rule(person, rule_confirmed)
    if tried_at > timezone.now():
        raise ValidationError(_("This has not happened yet."))
    return ContactAttempt.objects.create(
        case=record.case, person=person, visit=visit, channel=channel, outcome=outcome, rule=rule, note=note,
        rule_confirmed=rule_confirmed, tried_at=tried_at, tried_by=by,
    )  # fmt: skip


@transaction.atomic
def lose_contact(*, record: Return, by: User, note: str = "") -> None:
    """Nobody could be reached on enough days: the return ends so. Whoever is heard of again opens it again."""
    close(record=record, ending=Ending.LOST_CONTACT, by=by, note=note)
