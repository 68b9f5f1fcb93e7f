"""Airlines and airports, for whoever wants to list them."""

from travel.sandbox.airline import Airline, Call, Reply, page
from travel.sandbox.geography import AIRLINES, airline, airport
from travel.sandbox.network import SERVED
from travel.sandbox.refusals import not_found


def list_airports(house: Airline, call: Call) -> Reply:
    """The airports of the network."""
    return page(call, [airport(code) for code in sorted(SERVED)])


def get_airport(house: Airline, call: Call) -> Reply:
    """One airport of the network."""
    found = [airport(code) for code in SERVED if airport(code)["id"] == call.keys["id"]]
    if not found:
        raise not_found()
    return Reply(200, {"data": found[0]})


def list_airlines(house: Airline, call: Call) -> Reply:
    """The airlines of the network."""
    return page(call, [airline(code) for code in sorted(AIRLINES)])


def get_airline(house: Airline, call: Call) -> Reply:
    """One airline."""
    found = [airline(code) for code in AIRLINES if airline(code)["id"] == call.keys["id"]]
    if not found:
        raise not_found()
    return Reply(200, {"data": found[0]})
