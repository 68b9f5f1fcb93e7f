"""The planner: who may travel, the days they share, and the journey, checked first and planned then."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.gates import allow
from cases.door import note_looks
from cases.models import Case
from cases.reference.countries import countries
from travel import addresses
from travel.actions.planning import Party, plan_movement, refuse_unless_fit
from travel.followers import Route, routes_of
from travel.forms.planning import PlanForm
from travel.gateways import ARRIVES_AT, GATEWAYS
from travel.models import MOST_TRAVELLERS, SeatsFrom
from travel.permissions import MAY, insist
from travel.pictures import Chart, Row
from travel.planability import Candidate, candidates, named, shared_window, with_reasons

MOST_CASES = 30


@require_http_methods(["GET", "HEAD", "POST"])
@allow(*MAY["plan"])
def plan(request: HttpRequest) -> HttpResponse:
    """Choose cases; then see the days they share, choose one, check, and plan."""
    chosen = chosen_cases(request)
    return days(request, chosen) if chosen else choose(request)


def chosen_cases(request: HttpRequest) -> list[Case]:
    """The cases named in the address, as far as this person may see them, with those who travel."""
    codes = [code for code in request.GET.getlist("case") if _is_code(code)][:MOST_CASES]
    if not codes:
        return []
    return list(named(Case.objects.visible_to(request.user).filter(code__in=codes)).order_by("pk"))


def _is_code(words: str) -> bool:
    try:
        return bool(UUID(words))
    except ValueError:
        return False


def choose(request: HttpRequest) -> HttpResponse:
    """The cases that wait for a journey: first those that may be planned, then the others and why not yet."""
    words = request.GET.get("q", "").strip()[:100]
    ready, waiting = candidates(request.user, words)
    note_looks(request, [one.case for one in (*ready, *waiting)])
    return render(request, "travel/choose_cases.html", {"ready": ready, "waiting": waiting, "words": words})


def days(request: HttpRequest, cases: Sequence[Case]) -> HttpResponse:
    """The days the chosen cases share, and the form of the journey."""
    insist(request.user, "plan", cases)
    found = with_reasons(cases)
    routes = routes_of(cases)
    bound = {bound_for(case, routes[case.pk]) for case in cases}
    form = PlanForm(request.POST or None, cases=cases, countries=bound, initial=suggestion(found, routes))
    is_checked = False
    if request.method == "POST" and form.is_valid():
        try:
            refuse_unless_ready(found)
            if "confirmed" in request.POST:
                return redirect(addresses.of_movement(planned(request, form)))
            refuse_unless_fit(form.parties(), *both_days(form))
            is_checked = True
        except ValidationError as refusal:
            form.add_error(None, refusal)
    else:
        note_looks(request, cases)
    return render(request, "travel/plan.html", picture(found) | {"form": form, "is_checked": is_checked} | sums(form))


def planned(request: HttpRequest, form: PlanForm):
    """The journey as it was checked."""
    said = form.cleaned_data
    departs_on, arrives_on = both_days(form)
    return plan_movement(
        parties=form.parties(), origin=said["origin"], destination=said["destination"], departs_on=departs_on,
        arrives_on=arrives_on, seats_from=said["seats_from"], by=request.user,
    )  # fmt: skip


def both_days(form: PlanForm) -> tuple:
    """Departure and arrival."""
    departs_on = form.cleaned_data["departs_on"]
    return departs_on, form.cleaned_data["arrives_on"] or departs_on


def refuse_unless_ready(found: Sequence[Candidate]) -> None:
    """Raise what the mandates and clearances of these cases still lack."""
    lacking = [f"{one.case.reference}: {missing}" for one in found for missing in one.missing]
    if lacking:
        raise ValidationError(lacking)


def bound_for(case: Case, route: Route) -> str:
    """The country to which the people of a case travel (ISO 3166-1 alpha-2): that of the case, or out of it."""
    known = countries().get(route.goes_to)
    return known.alpha2 if known else case.country


def suggestion(found: Sequence[Candidate], routes: Mapping[int, Route]) -> dict:
    """What the form says at first: everybody, the first shared day, the airports that the mandates know."""
    first, case = routes[found[0].case.pk], found[0].case
    window = shared_window(one.window for one in found)
    today = timezone.localdate()
    return {
        "people": [member.person.code for one in found for member in one.case.travelling],
        "origin": first.leaves_from or GATEWAYS.get(first.stay, ""),
        "destination": first.airport or GATEWAYS.get(first.goes_to) or ARRIVES_AT[case.country],
        "departs_on": max(today, window.first or today), "seats_from": SeatsFrom.DUFFEL,
    }  # fmt: skip


def picture(found: Sequence[Candidate]) -> dict:
    """The windows of the cases as bars, and the days that all share."""
    window = shared_window(one.window for one in found)
    chart = Chart(window)
    rows = [
        Row(one.name, f"{one.case.reference}, {one.window}", None if one.window.is_empty else _bar(chart, one))
        for one in found
    ]
    people = sum(len(one.case.travelling) for one in found)
    left = window.days_left(timezone.localdate())
    owed = ", ".join(dict.fromkeys(str(missing.what) for missing in window.missing))
    seen = {"found": found, "window": window, "chart": chart, "rows": rows, "people": people}
    return seen | {"days": left, "owed": owed}


def _bar(chart: Chart, one: Candidate):
    return chart.bar("guess" if one.window.missing else "bar", one.window.first, one.window.last)


def sums(form: PlanForm) -> dict:
    """How many people and orders the check speaks of."""
    if not form.is_bound or not form.is_valid():
        return {"going": 0, "orders": 0}
    parties = [party for party in form.parties() if party.people]
    return {"going": sum(len(party.people) for party in parties), "orders": sum(map(orders_of, parties))}


def orders_of(party: Party) -> int:
    """Into how many orders a family is split."""
    return -(-len(party.people) // MOST_TRAVELLERS)
