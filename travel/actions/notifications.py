"""Notifications: what receivers are told of a journey, version by version, and who of them read it first."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from accounts.models import Organisation, User
from cases.actions.events import record_event
from cases.identities import resolve
from cases.models import Case, EventKind
from notices.actions.sending import write_notice
from travel import addresses
from travel.followers import receivers_of
from travel.models import Movement, Notification, NotificationKind, Traveller, TravellerStanding

PURPOSE = "travel.notify"
GONE = (TravellerStanding.CANCELLED,)


@transaction.atomic
def notify_receivers(
    *, movement: Movement, kind: str, by: User | None, cases: Iterable[Case] | None = None
) -> list[Notification]:  # fmt: skip
    """Tell every receiver of each case how its journey stands now. What has not changed is not told again."""
    made = []
    for case in movement.cases_aboard if cases is None else cases:
        contents = contents_of(movement, case)
        told = [notify(movement=movement, case=case, organisation=one, kind=kind, contents=contents, by=by)
                for one in receivers_of(case)]  # fmt: skip
        made += [one for one in told if one]
    return made


@transaction.atomic
def notify(
    *, movement: Movement, case: Case, organisation: Organisation, kind: str, contents: dict, by: User | None
) -> Notification | None:  # fmt: skip
    """One receiver, one version, one notice; None if the receiver has exactly this already."""
    Movement.objects.select_for_update().get(pk=movement.pk)  # versions are counted one at a time
    told = Notification.objects.filter(movement=movement, case=case, organisation=organisation, kind=kind)
    last = told.order_by("-version").first()
    if last and last.contents == contents:
        return None
    notification = Notification.objects.create(
        movement=movement, case=case, organisation=organisation, kind=kind, contents=contents, made_by=by,
        version=last.version + 1 if last else 1, differences=differences(last.contents, contents) if last else [],
    )  # fmt: skip
    facts = {"movement": movement.reference, "version": notification.version, "whom": organisation.name, "kind": kind}
    record_event(case=case, kind=EventKind.NOTICE, verb="travel.notified", by=by, facts=facts)
    write_notice(
        kind=f"travel.{kind}", once=f"travel.{kind} {notification.code}",
        facts={"reference": movement.reference, "version": notification.version},
        link=addresses.of_notification(notification), organisation=organisation,
    )  # fmt: skip
    return notification


def contents_of(movement: Movement, case: Case) -> dict:
    """The journey of one case as it stands: flights in local times, persons with their needs as codes."""
    travellers = movement.travellers.filter(case=case).exclude(standing__in=GONE).select_related("person")
    return {
        "movement": movement.reference,
        "case": case.reference,
        "legs": [_leg(leg) for leg in movement.legs.all()],
        "persons": [_person(one) for one in travellers.order_by("pk")],
    }


def _leg(leg) -> dict:
    return {
        "mode": leg.mode, "carrier": leg.carrier, "number": leg.flight_number,
        "origin": leg.origin, "destination": leg.destination,
        "departs": leg.departs_local.isoformat(timespec="minutes"),
        "arrives": leg.arrives_local.isoformat(timespec="minutes"),
    }  # fmt: skip


def _person(one: Traveller) -> dict:
    who = resolve(one.person, purpose=PURPOSE)
    return {
        "traveller": str(one.code), "needs": list(one.needs), "standing": one.standing, "on_lap": one.is_on_lap,
        "alone": one.is_alone, "sex": who.sex,
        "name": ", ".join(part for part in (who.family_name.upper(), who.given_names) if part),
        "born_on": who.born_on.isoformat() if who.born_on else "",
    }  # fmt: skip


def differences(old: dict, new: dict) -> list[dict]:
    """What changed between two versions: legs by their place, persons by who they are."""
    legs = _changed("leg", dict(enumerate(old["legs"], 1)), dict(enumerate(new["legs"], 1)))
    persons = _changed("person", _by_traveller(old), _by_traveller(new))
    return legs + persons


def _by_traveller(contents: dict) -> dict[str, dict]:
    return {one["traveller"]: one for one in contents["persons"]}


def _changed(what: str, old: dict, new: dict) -> list[dict]:
    changes = []
    for key in [*old, *(key for key in new if key not in old)]:
        before, after = old.get(key), new.get(key)
        if before != after:
            fields = sorted(name for name in {**(before or {}), **(after or {})}
                            if (before or {}).get(name) != (after or {}).get(name))  # fmt: skip
            changes.append({"what": what, "old": before, "new": after, "fields": fields if before and after else []})
    return changes


@transaction.atomic
def open_notification(*, notification: Notification, by: User) -> bool:
    """Note the first reader of the receiving side, and tell the timeline; our own looks do not count."""
    if by.organisation_id != notification.organisation_id:
        return False
    first = Notification.objects.filter(pk=notification.pk, read_at=None).update(read_at=timezone.now(), read_by=by)
    if first:
        facts = {"movement": notification.movement.reference, "version": notification.version,
                 "whom": notification.organisation.name, "kind": notification.kind}  # fmt: skip
        record_event(case=notification.case, kind=EventKind.NOTICE, verb="travel.read", by=by, facts=facts)
    return bool(first)


def unread_abns(movement: Movement):
    """Receivers who have not opened the newest booking notification yet."""
    return movement.notifications.current().filter(kind=NotificationKind.ABN, read_at=None)
