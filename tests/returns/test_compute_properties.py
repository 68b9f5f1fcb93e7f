"""What holds for every case: caps, determinism, the order of people, and that nothing is guessed."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from returns.reference.shipped import shipped_book
from returns.rules.as_printed import printed
from returns.rules.compute import SCHEMES, compute
from returns.rules.vocabulary import KINDS
from tests.returns.worked_cases import finland_2024, finland_groups, iceland, programme, sweden
from tests.returns.worked_cases.table import DATES, FLAGS, adult, child

BOOK, READ_AGAIN = shipped_book(), shipped_book()
AMOUNTS = {rule.rule_id: rule.amount for rule in BOOK.rules}
DAYS = st.dates(date(2005, 1, 1), date(2028, 12, 31))
ISO = DAYS.map(date.isoformat)
MAYBE = st.none() | ISO
COUNTRIES = st.sampled_from(["IRQ", "SOM", "NGA", "EGY", "BRA", "AFG", "PSE", "SYR", "ALB", "MNG", "VEN", "GHA"])
PEOPLE = st.builds(
    lambda kind, born: {"kind": kind, "birth_date": born, "in_host_country_at_application": True},
    st.sampled_from(KINDS), st.dates(date(1960, 1, 1), date(2020, 1, 1)).map(date.isoformat),
)  # fmt: skip
FACTS = st.fixed_dictionaries(
    {name: st.sampled_from([True, False, None]) for name in ("asylum_applied_before", "visa_exempt", "couple",
                                                             "has_municipality_of_residence", "voluntary")}
    | {"appeal": st.sampled_from([None, "withdrawn", "decided", "pending"]), "likely_to_be_received": st.just(True),
       "eurp_partner_country": st.just(True)}
)  # fmt: skip
CATEGORIES = st.sampled_from(
    ["rejected", "withdrawn", "status_ended", "temporary_protection", "victim_of_trafficking", "section_51",
     "residence_permit"]
)  # fmt: skip
INPUTS = st.fixed_dictionaries({
    "return_country": COUNTRIES, "citizenship": COUNTRIES, "category": CATEGORIES,
    "form": st.sampled_from([None, "cash", "in_kind"]), "persons": st.lists(PEOPLE, min_size=1, max_size=6),
    "dates": st.fixed_dictionaries(dict.fromkeys(DATES.values(), MAYBE)),
    "flags": FACTS,
})  # fmt: skip
SCHEME = st.sampled_from(sorted(SCHEMES))
WORKED = [one for table in (finland_2024, finland_groups, sweden, iceland, programme) for one in table.CASES]


@st.composite
def near_a_worked_case(draw) -> tuple[str, dict]:
    """A worked case with dates shifted and people added: most of them have an amount."""
    one = draw(st.sampled_from(WORKED))
    shift = {name: draw(st.integers(-40, 40)) for name in one.inputs["dates"]}
    dates = {
        name: day and (date.fromisoformat(day) + timedelta(days=shift[name])).isoformat()
        for name, day in one.inputs["dates"].items()
    }
    people = one.inputs["persons"] + draw(st.lists(PEOPLE, max_size=2))
    return one.scheme, one.inputs | {"dates": dates, "persons": people}


CASES = st.tuples(SCHEME, INPUTS) | near_a_worked_case()
CAPS = {"SE-ATER": 75000, "SE-ATERVANDRING": 600000}


@settings(max_examples=150, deadline=None)
@given(CASES)
def test_an_answer_is_always_one_of_three_and_says_why(case):
    scheme, inputs = case
    found = printed(compute(BOOK, scheme, inputs))
    assert found["why"]
    match found["outcome"]:
        case "computed":
            assert found["eligible"] and found["lines"] and found["total"] > 0 and found["rule_ids"]
        case "refused":
            assert (found["total"], found["lines"]) == (0, []) and found["refusal_reason"]
        case _:
            assert (found["total"], found["lines"]) == (None, []) and found["needs_person"]


@settings(max_examples=150, deadline=None)
@given(CASES)
def test_no_amount_comes_from_anywhere_but_a_rule(case):
    scheme, inputs = case
    found = printed(compute(BOOK, scheme, inputs))
    typed = inputs["flags"].get("bonus_proposed")
    assert all(line["amount"] in (AMOUNTS[line["rule_id"]], typed) for line in found["lines"])
    assert found["total"] in (None, 0) or found["total"] <= sum(line["amount"] for line in found["lines"])


@settings(max_examples=150, deadline=None)
@given(CASES)
def test_the_same_case_always_comes_out_the_same(case):
    scheme, inputs = case
    assert printed(compute(BOOK, scheme, inputs)) == printed(compute(READ_AGAIN, scheme, inputs))


@settings(max_examples=150, deadline=None)
@given(CASES, st.randoms())
def test_the_order_of_people_does_not_matter(case, chance):
    scheme, inputs = case
    shuffled = inputs | {"persons": chance.sample(inputs["persons"], len(inputs["persons"]))}
    one, other = printed(compute(BOOK, scheme, inputs)), printed(compute(BOOK, scheme, shuffled))
    assert (one["outcome"], one["total"], one["rule_ids"], one["cap_applied"]) == (
        other["outcome"], other["total"], other["rule_ids"], other["cap_applied"],
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(CASES)
def test_without_rules_every_case_is_asked_about_or_refused(case):
    scheme, inputs = case
    assert compute(replace(BOOK, rules=()), scheme, inputs).total in (None, 0)


@given(st.integers(1, 6), st.integers(0, 12))
def test_a_swedish_family_never_gets_more_than_its_cap(adults, children):
    found = _of("SE-ATER", [adult()] * adults + [child()] * children, first_decision="2024-03-15",
                application="2024-04-10", decision="2024-05-02")  # fmt: skip
    assert found["total"] == min(30000 * adults + 15000 * children, CAPS["SE-ATER"])
    assert bool(found["cap_applied"]) == (30000 * adults + 15000 * children > CAPS["SE-ATER"])


@given(st.integers(1, 4), st.integers(0, 14), st.booleans())
def test_a_household_of_permit_holders_never_gets_more_than_its_cap(adults, children, couple):
    found = _of("SE-ATERVANDRING", [adult()] * adults + [child()] * children, category="residence_permit",
                flags={"couple": couple}, application="2026-02-02", decision="2026-02-20")  # fmt: skip
    assert found["total"] <= CAPS["SE-ATERVANDRING"]


@given(st.integers(0, 400), st.integers(1, 400))
def test_applying_later_never_gives_more_in_finland(early, more):
    served = date(2024, 6, 3)
    totals = [_late(served, days)["total"] for days in (early, early + more)]
    assert None in totals or totals[0] >= totals[1]


@given(st.integers(1, 90), st.integers(1, 90))
def test_applying_later_never_gives_more_in_iceland(early, more):
    first = date(2024, 9, 1)
    dates = {"appeal_outcome": "2024-09-16", "departure_deadline": "2024-10-16", "decision": "2025-06-02"}
    totals = [
        _of("IS-HEIM", [adult()], application=(first + timedelta(days=days)).isoformat(), **dates)["total"]
        for days in (early, early + more)
    ]
    assert None in totals or totals[0] >= totals[1]


@given(st.integers(1, 8))
def test_one_more_person_never_gives_less(people):
    dates = {"first_decision_served": "2024-06-03", "application": "2024-06-10", "decision": "2024-07-01"}
    totals = [_of("FI-PALUU", [adult()] * n, **dates)["total"] for n in (people, people + 1)]
    assert totals[0] < totals[1]


@given(st.dates(date(2026, 1, 1), date(2040, 1, 1)))
def test_finland_from_2026_is_always_asked_about(day):
    found = _of("FI-PALUU", [adult()], first_decision_served=day.isoformat(), application=day.isoformat())
    assert (found["outcome"], found["needs_person"]) == ("needs_person", "no_rule_for_date")


def _late(served: date, days: int) -> dict:
    applied = (served + timedelta(days=days)).isoformat()
    return _of("FI-PALUU", [adult()], first_decision_served=served.isoformat(), application=applied, decision=applied)


def _of(scheme: str, persons: list, category: str = "rejected", flags: dict | None = None, **dates: str) -> dict:
    return printed(compute(BOOK, scheme, {
        "return_country": "IRQ", "citizenship": "IRQ", "category": category, "persons": persons, "dates": dates,
        "flags": FLAGS | (flags or {}),
    }))  # fmt: skip
