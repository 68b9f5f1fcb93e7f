"""The people of a return with their rules of safe contact, as every page before a contact shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from cases.models import Person
from returns.models import ContactRule, Return
from returns.monitoring.there import clocks_in


@dataclass(frozen=True)
class Contactable:
    """One person and the rule in force."""

    person: Person
    rule: ContactRule | None

    @property
    def is_ruled(self) -> bool:
        """Must anything be read before a contact?"""
        return bool(self.rule or self.person.safe_contact)


def people_of(record: Return) -> list[Contactable]:
    """Everybody of the case, in two questions."""
    people = [member.person for member in record.case.household]
    rules = {rule.person_id: rule for rule in ContactRule.objects.filter(person__in=people, ended_at=None)}
    return [Contactable(person, rules.get(person.pk)) for person in people]


def before_contact(record: Return, people: Sequence[Contactable]) -> dict:
    """What a page shows in red, and the clocks there."""
    return {
        "ruled": [one for one in people if one.is_ruled], "people": people,
        "clocks": clocks_in(record.return_country, timezone.now()),
    }  # fmt: skip
