"""Charters on pages: planned by seats, named and unnamed, confirmed by hand."""

import pytest

from resettlement.actions.dossiers import open_dossier
from resettlement.models import Stage
from tests.travel.charters import charter, confirmed, seated
from tests.travel.factories import cleared, soon
from travel.actions.planning import Party
from travel.models import Movement, MovementStage, Traveller

NEW = "/travel/charters/new/"


def ours(by, seats=7) -> Movement:
    return charter(by, seats, mandate="resettlement", origin="EBB", destination="HEL")


def ready(by, *ages):
    """A family of resettlement that waits for seats."""
    case = cleared(by, *(ages or (34,)))
    record = open_dossier(case=case, by=by)
    type(record).objects.filter(pk=record.pk).update(stage=Stage.READY)
    return case


def typed(**more) -> dict:
    said = {"mandate": "resettlement", "country": "FI", "origin": "ebb", "destination": "hel", "seats": "12",
            "departs_on": soon().isoformat(), "arrives_on": "", "operator": "Northern Air"}  # fmt: skip
    return said | more


def at(made, leaf="") -> str:
    return f"/movements/{made.code}/{leaf}"


def test_a_charter_is_checked_then_planned(sign_in, aino):
    page = sign_in(aino).post(NEW, typed())
    assert "12 seats are held" in page.text
    assert not Movement.objects.exists()
    answer = sign_in(aino).post(NEW, typed(confirmed="1"))
    made = Movement.objects.get()
    assert answer.url == at(made)
    assert (made.charter.seats, made.origin, made.stage) == (12, "EBB", MovementStage.PLANNED)


@pytest.mark.parametrize(("said", "words"), [
    ({"origin": "QQQ"}, "no airport"), ({"seats": "0"}, "greater than or equal to 1"),
    ({"departs_on": "2020-01-01"}, "This day has passed"), ({"mandate": "returns"}, "Select a valid choice"),
])  # fmt: skip
def test_what_cannot_be_is_refused(sign_in, aino, said, words):
    assert words in sign_in(aino).post(NEW, typed(**said)).text
    assert not Movement.objects.exists()


def test_a_charter_without_names_is_seen_by_its_mandate_only(sign_in, aino, travel_officer, bilal):
    made = ours(aino)
    for who in (aino, travel_officer):
        assert "seat 7: no name yet" in sign_in(who).get(at(made)).text
    assert sign_in(bilal).get(at(made)).status_code == 404
    assert str(made.code) not in sign_in(bilal).get("/travel/").text


def test_a_ready_case_is_offered_and_seated(sign_in, aino):
    made, case = ours(aino), ready(aino, 34, 30)
    browser = sign_in(aino)
    assert case.reference in browser.get(at(made, "charter/give/?seat=6")).text
    address = at(made, f"charter/give/?case={case.code}&seat=6")
    assert "7 seats have no name yet" in browser.get(address).text
    people = [person.code for person in Party.whole(case).people]
    browser.post(address, {"people": people, "first": "6"})
    assert list(Traveller.objects.values_list("seat", flat=True).order_by("seat")) == [6, 7]
    assert "2 travellers" in browser.get(at(made)).text


def test_a_manifest_names_whom_it_can_and_numbers_the_rest(sign_in, aino):
    made = ours(aino)
    seated(made, ready(aino), aino, first=2)
    page = " ".join(sign_in(aino).get(at(made, "manifest/")).text.split())
    assert "BAHATI, Furaha" in page
    assert "seat 7: no name yet" in page
    assert "6 seats without a name" in page


def test_seats_are_taken_back_with_a_reason(sign_in, aino):
    made, case = ours(aino), ready(aino)
    seated(made, case, aino)
    address = at(made, f"charter/take-back/{case.code}/")
    sign_in(aino).post(address, {"reason": ""})
    assert made.travellers.live().exists()
    sign_in(aino).post(address, {"reason": "Passport late"})
    assert not made.travellers.live().exists()


def legs() -> dict:
    return {"leg-TOTAL_FORMS": "5", "leg-INITIAL_FORMS": "1", "leg-0-carrier": "AY", "leg-0-number": "9001",
            "leg-0-origin": "EBB", "leg-0-destination": "HEL", "leg-0-departs": f"{soon()}T08:00",
            "leg-0-arrives": f"{soon()}T17:00"}  # fmt: skip


def test_the_operators_answer_is_recorded_by_hand(sign_in, travel_officer, aino):
    made = ours(aino)
    seated(made, ready(aino), aino)
    browser = sign_in(travel_officer)
    assert browser.get(at(made, "charter/confirm/")).status_code == 200
    assert browser.post(at(made, "charter/confirm/"), legs() | {"reference": ""}).status_code == 200
    browser.post(at(made, "charter/confirm/"), legs() | {"reference": "NA-12"})
    made.refresh_from_db()
    assert (made.stage, made.charter.reference, made.legs.count()) == (MovementStage.BOOKED, "NA-12", 1)


def test_only_approvers_confirm(sign_in, aino):
    made = ours(aino)
    assert sign_in(aino).get(at(made, "charter/confirm/")).status_code == 404
    assert "Record the confirmation" not in sign_in(aino).get(at(made)).text


def test_leaving_today_says_how_many_are_people(sign_in, aino):
    made = ours(aino)
    seated(made, ready(aino, 34, 30), aino)
    confirmed(made, aino)
    Movement.objects.update(departs_on=soon(0))
    page = " ".join(sign_in(aino).get("/travel/today/").text.split())
    assert "2 travellers, charter of 7 seats" in page
    gate = " ".join(sign_in(aino).get(at(made, "gate/")).text.split())
    assert "Charter of 7 seats: 5 have no name and are nobody" in gate


def test_the_seats_page_of_a_charter_is_its_own(sign_in, aino):
    made = ours(aino)
    assert sign_in(aino).get(at(made, "seats/")).url == at(made)
    assert "Ask an agency" not in sign_in(aino).get(at(made)).text


def test_forty_named_seats_ask_no_more_of_the_database(questions, aino):
    made = ours(aino, 60)
    seated(made, ready(aino), aino)
    one = [questions(aino, at(made, leaf)) for leaf in ("", "manifest/", "charter/give/")]
    for __ in range(12):
        seated(made, ready(aino), aino)
    assert [questions(aino, at(made, leaf)) for leaf in ("", "manifest/", "charter/give/")] == one
