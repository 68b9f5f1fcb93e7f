"""Families stay together: whoever travels apart does so for a reason that a second person confirmed."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from cases.actions.events import record_event
from cases.models import Case, EventKind, Person
from travel.models import Parting


@transaction.atomic
def ask_parting(*, case: Case, person: Person, reason: str, by: User) -> Parting:
    """Ask that this person may travel at another time than the family. Asked anew, it must be confirmed anew."""
    if not case.members.filter(person=person).exists() or not reason.strip():
        raise ValidationError(_("Say who of the family travels apart, and why."))
    parting, __ = Parting.objects.update_or_create(
        case=case, person=person,
        defaults={"reason": reason.strip(), "asked_at": timezone.now(), "asked_by": by,
                  "confirmed_at": None, "confirmed_by": None},
    )  # fmt: skip
    record_event(
        case=case, kind=EventKind.TRAVEL, verb="travel.parting_asked", by=by, person=person, note=parting.reason
    )
    return parting


@transaction.atomic
def confirm_parting(*, parting: Parting, by: User) -> None:
    """A second person agrees. Confirming twice changes nothing."""
    locked = Parting.objects.select_for_update().get(pk=parting.pk)
    if locked.confirmed_at:
        return
    if by.pk == locked.asked_by_id:
        raise ValidationError(_("A second person must confirm this."))
    parting.confirmed_at, parting.confirmed_by = timezone.now(), by
    parting.save(update_fields=["confirmed_at", "confirmed_by"])
    record_event(
        case=parting.case, kind=EventKind.TRAVEL, verb="travel.parting_confirmed", by=by, person=parting.person
    )


def apart_without_leave(case: Case, travelling: Iterable[Person]) -> list[Person]:
    """Members who would be parted from the family by this, without a confirmed reason.

    Either all who are left behind, or all who go, must have one.
    """
    going = {person.pk: person for person in travelling}
    family = {member.person_id: member.person for member in case.members.travelling().select_related("person")}
    staying = {key: person for key, person in family.items() if key not in going}
    if not staying or not going:
        return []
    confirmed = Parting.objects.filter(case=case, confirmed_at__isnull=False)
    may_part = set(confirmed.values_list("person", flat=True))
    if going.keys() <= may_part:
        return []
    return [person for key, person in staying.items() if key not in may_part]
