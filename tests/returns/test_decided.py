"""Accepted decisions of the three countries open returns, and later ones reach what depended on them."""

import io
import json

import pytest
from django.core.management import call_command

from cases.actions.people import correct_person, identify_person
from cases.models import CaseLink, Task
from decisions.layouts import LAYOUTS
from decisions.models import Decision
from decisions.reading.read import read_file
from returns.models import Return, Stage
from tests import factories
from tests.decisions.files import SAMPLES, TODAY
from tests.decisions.test_import_decisions import in_any_order
from tests.returns.returning import a_return
from travel.models import Clearance

EXPECTED = SAMPLES / "expected"
RETURNS = ("fi-paluu", "se-ater", "is-heim")
NAMES = [f"{name}-{size}" for name in RETURNS for size in ("small", "messy")]


@pytest.fixture
def liaisons(marjut, lars, utl, settings, tmp_path):
    """Who sends the files of which country."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return {"FI": marjut, "SE": lars, "IS": factories.user("thora", utl, ("liaison", "", ""))}


def accept(name: str, liaisons) -> dict:
    wanted = json.loads((EXPECTED / f"{name}.json").read_text())
    out, path = io.StringIO(), next(SAMPLES.glob(f"{name}.[xc]*"))
    email = liaisons[wanted["layout"][:2]].email
    call_command("import_decisions", path, layout=wanted["layout"], email=email, accept=True, json=True, stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.parametrize("name", NAMES)
def test_the_outcome_is_the_agreed_one_and_every_return_is_opened(name, liaisons):
    wanted, said = json.loads((EXPECTED / f"{name}.json").read_text()), accept(name, liaisons)
    for findings in ("rows_in_error", "warnings"):
        assert in_any_order(said.pop(findings)) == in_any_order(wanted.pop(findings))
    assert said == wanted
    opened = Decision.objects.exclude(case=None).count()
    assert opened
    assert Return.objects.filter(stage=Stage.DECIDED, scheme=said["layout"]).count() == opened


@pytest.mark.parametrize("name", [f"{name}-small" for name in RETURNS])
def test_a_return_says_what_the_decision_said(name, liaisons):
    accept(name, liaisons)
    persons = json.loads((EXPECTED / f"{name}.persons.json").read_text())["persons"]
    countries = {one["case_number"]: one["return_country"] for one in persons if one["opens_travel"]}
    found = Return.objects.values_list("case__numbers__number", "return_country", "decision_date")
    assert {number: country for number, country, __ in found} == countries
    assert all(day for *__, day in found)


@pytest.mark.parametrize(("name", "currency"), [("fi-paluu", "EUR"), ("se-ater", "SEK"), ("is-heim", "EUR")])
def test_what_was_granted_is_kept_as_it_was_said(name, currency, liaisons):
    accept(f"{name}-small", liaisons)
    lines = [line for granted in Return.objects.values_list("granted", flat=True) for line in granted]
    assert lines
    assert {line["currency"] for line in lines} == {currency}
    assert all(line["amount"].isdigit() and line["person"] for line in lines)


def test_the_days_of_departure_bound_the_journey(liaisons):
    accept("fi-paluu-small", liaisons)
    assert Clearance.objects.filter(kind="departure_range", state="held", valid__isnull=False).exists()
    assert Clearance.objects.filter(kind="fit_to_travel", state="missing").exists()


def test_an_open_enquiry_of_the_same_person_is_linked(liaisons, bilal, migri):
    persons = json.loads((EXPECTED / "fi-paluu-small.persons.json").read_text())["persons"]
    earlier = a_return(bilal, stage=Stage.COUNSELLING)
    known = earlier.case.members.get().person
    correct_person(person=known, family_name=persons[0]["family_name"], given_names=persons[0]["given_names"])
    identify_person(person=known, kind="authority", issuer=migri, number=number_of_first_person())
    accept("fi-paluu-small", liaisons)
    case = Return.objects.get(stage=Stage.DECIDED, case__members__person=known).case
    assert CaseLink.objects.filter(case=case, other=earlier.case).exists()
    assert Task.objects.filter(case=case, title__contains=earlier.case.reference).exists()


def number_of_first_person() -> str:
    said = read_file(SAMPLES / "fi-paluu-small.xlsx", LAYOUTS["FI-PALUU"], TODAY)
    return next(one["values"]["person_number"] for case in said["cases"] for one in case["persons"] if one["row"] == 2)
