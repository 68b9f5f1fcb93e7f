"""Offer requests: a party and its slices, checked and answered with offers."""

import json
from datetime import UTC, date, datetime
from itertools import pairwise

from travel.sandbox import offers
from travel.sandbox.airline import Airline, Call, Reply, page
from travel.sandbox.clock import read, written
from travel.sandbox.fares import SHARES
from travel.sandbox.geography import airport, known
from travel.sandbox.marks import resource_id
from travel.sandbox.refusals import invalid, missing, not_found, wrong_state
from travel.sandbox.schedules import Journey, journeys

MOST_PASSENGERS = 9
MOST_CONNECTIONS = 3
CABINS = {"economy", "premium_economy", "business", "first"}


def create_offer_request(airline: Airline, call: Call) -> Reply:
    """Search: keeps the request with its offers, and answers them unless told not to."""
    wish = call.fields()
    now = airline.clock.now()
    request = {
        "id": resource_id("orq"),
        "live_mode": False,
        "created_at": written(now),
        "cabin_class": wish.get("cabin_class") or "economy",
        "client_key": resource_id("key"),
        "passengers": read_passengers(wish.get("passengers")),
        "slices": read_slices(wish.get("slices"), now),
    }
    if request["cabin_class"] not in CABINS:
        raise invalid("cabin_class", f"'{request['cabin_class']}' is not a cabin class.", "validation_inclusion")
    found = sorted(_search(airline, request, wish, now), key=lambda one: float(one["total_amount"]))
    with airline.store.act():
        airline.store.add("offer_requests", id=request["id"], made=now, body=request)
        for one in found:
            airline.store.add("offers", id=one["id"], request=request["id"], expires=read(one["expires_at"]), body=one)
    if call.query.get("return_offers", ["true"])[-1] != "false":
        request |= {"offers": found}
    return Reply(201, {"data": request})


def _search(airline: Airline, request: dict, wish: dict, now: float) -> list[dict]:
    connections = wish.get("max_connections", MOST_CONNECTIONS)
    if not isinstance(connections, int) or isinstance(connections, bool) or connections < 0:
        raise invalid("max_connections", "Field 'max_connections' must be a number of connections.")
    seed = airline.terms.seed
    choices = []
    for one in request["slices"]:
        ends = one["origin"]["iata_code"], one["destination"]["iata_code"]
        found = journeys(seed, *ends, date.fromisoformat(one["departure_date"]), min(connections, MOST_CONNECTIONS))
        choices.append([way for way in found if way[0].departs.timestamp() > now])
    if not all(choices):
        return []
    terms = {"hold_minutes": airline.terms.hold_minutes, "offer_minutes": airline.terms.offer_minutes}
    places = range(max(map(len, choices)))
    sets = [[choice[place % len(choice)] for choice in choices] for place in places]
    sets = [chosen for chosen in sets if _in_order(chosen)]
    sold = [(chosen, brand) for place, chosen in enumerate(sets) for brand in offers.brands(place)]
    return [offers.offer(request, chosen, brand, seed=seed, now=now, terms=terms) for chosen, brand in sold]


def _in_order(chosen: list[Journey]) -> bool:
    """Nobody leaves again before they have arrived."""
    return all(a[-1].arrives < b[0].departs for a, b in pairwise(chosen))


def read_passengers(wish: object) -> list[dict]:
    """At most nine, each with an age or a type; no more infants than adults."""
    if not isinstance(wish, list) or not wish:
        raise missing("passengers")
    if len(wish) > MOST_PASSENGERS:
        raise invalid("passengers", "There may be at most 9 passengers.", "validation_length")
    party = [_passenger(one) for one in wish]
    kinds = [one["type"] for one in party]
    if kinds.count("infant_without_seat") > kinds.count("adult"):
        raise invalid("passengers", "Each infant without a seat needs an adult.", "too_many_infants")
    return party


def _passenger(wish: dict) -> dict:
    age, kind = wish.get("age"), wish.get("type")
    if kind is None and age is None:
        raise missing("passengers/type")
    if age is not None and (not isinstance(age, int) or not 0 <= age <= 130):
        raise invalid("passengers/age", "Field 'age' must be a number of years.")
    if kind is None:
        kind = "infant_without_seat" if age < 2 else "child" if age < 18 else "adult"
    if kind not in SHARES:
        raise invalid("passengers/type", f"'{kind}' is not a type of passenger.", "validation_inclusion")
    names = {"given_name": wish.get("given_name"), "family_name": wish.get("family_name")}
    return {"id": resource_id("pas"), "type": kind, "age": age, "loyalty_programme_accounts": [], **names}


def read_slices(wish: object, now: float) -> list[dict]:
    """Each from one airport to another, on a day not yet past."""
    if not isinstance(wish, list) or not wish:
        raise missing("slices")
    return [_slice(one, now) for one in wish]


def _slice(wish: dict, now: float) -> dict:
    for end in ("origin", "destination", "departure_date"):
        if not wish.get(end):
            raise missing(f"slices/{end}")
    for end in ("origin", "destination"):
        if not known(str(wish[end])):
            raise invalid(f"slices/{end}", f"There is no airport '{wish[end]}'.", "airport_not_found")
    if wish["origin"] == wish["destination"]:
        raise invalid("slices/destination", "Origin and destination must differ.")
    try:
        day = date.fromisoformat(str(wish["departure_date"]))
    except ValueError:
        raise invalid("slices/departure_date", "Field 'departure_date' must be a date.") from None
    if day < datetime.fromtimestamp(now, UTC).date():
        raise invalid("slices/departure_date", "Field 'departure_date' must not be in the past.", "validation_date")
    ends = {"origin": airport(wish["origin"]), "destination": airport(wish["destination"])}
    kinds = {"origin_type": "airport", "destination_type": "airport"}
    return {**ends, **kinds, "departure_date": day.isoformat()}


def get_offer_request(airline: Airline, call: Call) -> Reply:
    """The request with those of its offers that still stand."""
    row = airline.store.one("SELECT body FROM offer_requests WHERE id = ?", call.keys["id"])
    if row is None:
        raise not_found()
    return Reply(200, {"data": json.loads(row["body"]) | {"offers": standing(airline, call.keys["id"])}})


def standing(airline: Airline, request: str) -> list[dict]:
    """Offers of a request that have not expired, cheapest first."""
    question = "SELECT body FROM offers WHERE request = ? AND gone = 0 AND expires > ?"
    found = [json.loads(row["body"]) for row in airline.store.all(question, request, airline.clock.now())]
    return sorted(found, key=lambda one: float(one["total_amount"]))


def list_offers(airline: Airline, call: Call) -> Reply:
    """Offers of one request."""
    request = call.asked("offer_request_id")
    if not request:
        raise missing("offer_request_id")
    if airline.store.one("SELECT 1 FROM offer_requests WHERE id = ?", request) is None:
        raise not_found()
    return page(call, standing(airline, request))


def get_offer(airline: Airline, call: Call) -> Reply:
    """One offer with its latest price."""
    row = airline.store.one("SELECT * FROM offers WHERE id = ?", call.keys["id"])
    if row is None:
        raise not_found()
    if row["gone"] or row["expires"] <= airline.clock.now():
        raise wrong_state("offer_no_longer_available", "This offer has expired or is sold. Please search again.")
    return Reply(200, {"data": json.loads(row["body"])})
