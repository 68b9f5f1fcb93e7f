"""Departures and arrivals of the day, on the phone: who is here, who is not and why; checked, then recorded."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.gates import staff
from accounts.models import User
from travel.actions.journeys import record_arrival, record_departure, record_no_show
from travel.charters import Cabin
from travel.forms.gate import HERE, LEFT_BEHIND, MISSED, GateForm
from travel.models import LIVE, Leg, Movement, MovementStage, Traveller, TravellerStanding
from travel.views.doors import movement_for

T = TravellerStanding


def due(user: User) -> QuerySet[Movement]:
    """Journeys that leave today or should have left, and those under way; a charter also while nobody is named."""
    leaving = Q(stage=MovementStage.BOOKED, departs_on__lte=timezone.localdate())
    found = Movement.objects.visible_to(user).filter(leaving | Q(stage=MovementStage.DEPARTED))
    seated = Count("travellers", filter=Q(travellers__standing__in=LIVE), distinct=True)
    return (
        found.annotate(people=seated, seats=F("charter__seats"))
        .filter(Q(people__gt=0) | Q(seats__isnull=False))
        .prefetch_related(Prefetch("legs", Leg.objects.order_by("number")))
    )


@require_safe
@staff
def today(request: HttpRequest) -> HttpResponse:
    """What leaves and arrives today, and what is late."""
    movements = list(due(request.user).order_by("departs_on", "pk")[:60])
    leaving = [(one, moment_of(one)) for one in movements if one.stage == MovementStage.BOOKED]
    arriving = [(one, moment_of(one)) for one in movements if one.stage == MovementStage.DEPARTED]
    return render(request, "travel/today.html", {"leaving": leaving, "arriving": arriving, "now": timezone.now()})


def moment_of(movement: Movement) -> Leg | None:
    """The leg that matters now: the first before departure, the last after it."""
    legs = list(movement.legs.all())
    if not legs:
        return None
    return legs[0] if movement.stage == MovementStage.BOOKED else legs[-1]


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def gate(request: HttpRequest, code: UUID) -> HttpResponse:
    """One journey at the gate: answers for every traveller, then a look at what they mean, then the record."""
    movement = movement_for(request, code, "record")
    arrives = movement.stage == MovementStage.DEPARTED
    travellers = at_the_gate(movement)
    form = GateForm(request.POST or None, movement=movement, travellers=travellers)
    is_checked = False
    if request.method == "POST" and form.is_valid():
        try:
            if "confirmed" in request.POST:
                record(movement, form, request.user)
                messages.success(request, _("Recorded. Whoever receives them was told."))
                return redirect("travel:today")
            is_checked = True
        except ValidationError as refusal:
            form.add_error(None, refusal)
    seen = {
        "movement": movement, "form": form, "is_checked": is_checked, "arrives": arrives, "leg": moment_of(movement),
        "families": families_of(form, travellers), "time": time_of(moment_of(movement), arrives),
        "cabin": Cabin(movement, travellers) if movement.is_charter else None,
        "is_due": movement.stage in (MovementStage.BOOKED, MovementStage.DEPARTED),
    }  # fmt: skip
    return render(request, "travel/gate.html", seen | (meaning(form) if is_checked else {}))


def at_the_gate(movement: Movement) -> list[Traveller]:
    """Those who are to travel now, family by family."""
    standing = T.DEPARTED if movement.stage == MovementStage.DEPARTED else T.BOOKED
    found = movement.travellers.filter(standing=standing).select_related("person", "case")
    return list(found.order_by("case", "pk"))


def families_of(form: GateForm, travellers: Sequence[Traveller]) -> list[tuple]:
    """The travellers with their fields, family by family."""
    return [
        (case, [(one, form[GateForm.name_of(one)]) for one in ones])
        for case, ones in groupby(travellers, key=lambda one: one.case)
    ]


def time_of(leg: Leg | None, arrives: bool) -> datetime | None:
    """The local time that matters at this gate."""
    if leg is None:
        return None
    return leg.arrives_local if arrives else leg.departs_local


def meaning(form: GateForm) -> dict:
    """What will be recorded, in numbers; and which families would be parted."""
    here = form.those(HERE)
    missing = form.those(MISSED) + form.those(LEFT_BEHIND)
    going = {one.case_id for one in here}
    return {"here": here, "missing": missing, "parted": [one for one in missing if one.case_id in going]}


@transaction.atomic
def record(movement: Movement, form: GateForm, by: User) -> None:
    """Who is missing first, then that the others have left or arrived."""
    said = form.cleaned_data
    for answer in (MISSED, LEFT_BEHIND):
        if missing := form.those(answer):
            record_no_show(
                movement=movement, travellers=missing, by=by, reason=said["reason"], offloaded=answer == LEFT_BEHIND,
                happened_on=said["happened_on"],
            )  # fmt: skip
    if said["is_over"] == "yes" and form.those(HERE):
        go_on = record_arrival if movement.stage == MovementStage.DEPARTED else record_departure
        go_on(movement=movement, by=by, happened_on=said["happened_on"])
