"""The journey of a return leaves the country of the case: the planner offers the airports of the country of return."""

from datetime import date

from cases.actions.people import correct_person
from returns.actions.return_files import withdraw
from tests.returns.returning import a_return, clear, declare_all
from tests.travel.charters import charter, confirmed, seated
from travel.actions.charters import free_seats
from travel.models import Movement

DAY = date.today().isoformat()


def ready(by, **columns):
    """A return of one person with everything held."""
    record = a_return(by, stage="ready", **columns)
    correct_person(person=record.case.members.get().person, given_names="Furaha")
    declare_all(record, by)
    clear(record, by)
    return record


def address(*records) -> str:
    return "/travel/plan/?" + "&".join(f"case={one.case.code}" for one in records)


def test_the_planner_suggests_the_way_home(bilal, sign_in):
    form = sign_in(bilal).get(address(ready(bilal, return_country="NGA"))).context["form"]
    assert (form["origin"].value(), form["destination"].value()) == ("HEL", "LOS")
    codes = [code for code, __ in form.fields["destination"].choices]
    assert {"LOS", "ABV"} < set(codes) and "HEL" not in codes


def test_the_airport_of_the_decision_comes_first(bilal, sign_in):
    record = ready(bilal, return_country="NGA", departure_airport="OUL")
    assert sign_in(bilal).get(address(record)).context["form"]["origin"].value() == "OUL"


def test_a_journey_home_is_planned(bilal, sign_in):
    record = ready(bilal, return_country="NGA")
    people = [record.case.members.get().person.code]
    said = {"departs_on": DAY, "origin": "HEL", "destination": "ABV", "seats_from": "duffel", "people": people}
    sign_in(bilal).post(address(record), said | {"confirmed": "1"})
    assert (Movement.objects.get().origin, Movement.objects.get().destination) == ("HEL", "ABV")


def test_people_who_return_to_two_countries_do_not_share_a_journey(bilal, sign_in):
    both = ready(bilal, return_country="NGA"), ready(bilal, return_country="SOM")
    people = [one.case.members.get().person.code for one in both]
    said = {"departs_on": DAY, "origin": "HEL", "destination": "ABV", "seats_from": "duffel", "people": people}
    assert "go to one country" in sign_in(bilal).post(address(*both), said).text


def test_a_withdrawal_leaves_the_charter_a_seat_without_a_name(bilal):
    record = ready(bilal, return_country="IRQ")
    made = charter(bilal, 12, mandate="returns")
    seated(made, record.case, bilal, first=7)
    confirmed(made, bilal)
    record.refresh_from_db()
    assert (record.stage, record.is_charter) == ("booked", True)
    withdraw(record=record, by=bilal)
    made.refresh_from_db()
    assert (made.stage, len(free_seats(made.charter))) == ("booked", 12)
