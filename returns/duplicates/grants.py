"""What people were granted, by record: as much of a file as another country's officer needs, and no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Country
from returns.models import AwardLine, AwardState, BenefitIdentity
from returns.money import in_words


@dataclass(frozen=True)
class Granted:
    """One grant of one person: country, scheme, amount, state and day."""

    person: int
    award: int
    country: str
    scheme: str
    amount: Decimal
    currency: str
    state: str
    day: date

    @property
    def holds(self) -> bool:
        """Approved, and perhaps paid: a second one would be given twice."""
        return self.state == AwardState.APPROVED

    def __str__(self) -> str:
        words = {
            "scheme": self.scheme, "amount": in_words(self.amount, self.currency),
            "country": Country(self.country).label, "state": AwardState(self.state).label,
            "day": date_format(self.day, "d.m.Y"),
        }  # fmt: skip
        return _("%(scheme)s, %(country)s: %(amount)s, %(state)s %(day)s") % words


def granted_to(people: Iterable[int]) -> dict[int, list[Granted]]:
    """The grants of each of these records that were not cancelled, in one question."""
    lines = AwardLine.objects.filter(person__in=list(people)).exclude(award__state=AwardState.CANCELLED)
    columns = (
        "person", "award", "award__return_file__case__country", "award__scheme", "award__currency", "award__state",
        "award__proposed_at", "award__approved_at",
    )  # fmt: skip
    found: dict[int, list[Granted]] = {}
    for *facts, state, proposed, approved, amount in (
        lines.order_by("award").values_list(*columns).annotate(sum=Sum("amount"))
    ):
        person, award, country, scheme, currency = facts
        day = timezone.localdate(approved or proposed)
        found.setdefault(person, []).append(
            Granted(person, award, country, scheme, amount, currency, state, day)
        )  # fmt: skip
    return found


def records_of(people: Iterable[int]) -> dict[int, set[int]]:
    """All records that are one person with each of these, the record itself among them; in one question."""
    people = set(people)
    groups: dict[int, set[int]] = {}
    shared = BenefitIdentity.objects.filter(
        identity__in=BenefitIdentity.objects.filter(person__in=people).values("identity")
    )
    for person, identity in shared.values_list("person", "identity"):
        groups.setdefault(identity, set()).add(person)
    by_person = {person: group for group in groups.values() for person in group}
    return {person: by_person.get(person, set()) | {person} for person in people}
