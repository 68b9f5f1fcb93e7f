"""The agreed sample files of all six layouts, value by value."""

import json

import pytest

from decisions.layouts import LAYOUTS
from decisions.reading.read import read_file
from tests.decisions.files import SAMPLES, TODAY

NAMES = sorted(path.name.removesuffix(".persons.json") for path in (SAMPLES / "expected").glob("*.persons.json"))


def expected(name: str, kind: str = ".json") -> dict:
    return json.loads((SAMPLES / "expected" / f"{name}{kind}").read_text())


def read_sample(name: str) -> dict:
    layout = LAYOUTS[expected(name)["layout"]]
    return read_file(SAMPLES / f"{name}.{layout.file}", layout, TODAY)


def in_any_order(findings: list[dict], *names: str) -> list[str]:
    return sorted(json.dumps({name: one[name] for name in names}) for one in findings)


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_exactly_the_expected_ones(name):
    said, wanted = read_sample(name), expected(name)
    columns = ("row", "column", "code")
    assert in_any_order(said["errors"], *columns) == in_any_order(wanted["rows_in_error"], *columns)
    assert in_any_order(said["warnings"], "row", "code") == in_any_order(wanted["warnings"], "row", "code")


@pytest.mark.parametrize("name", NAMES)
def test_every_value_is_stored_as_expected(name):
    said, wanted = read_sample(name), expected(name, ".persons.json")
    persons = {person["row"]: person["values"] for case in said["cases"] for person in case["persons"]}
    blank = {"travel_needs": []}
    for person in wanted["persons"]:
        values = persons.pop(person.pop("row"))
        assert {field: values.get(field, blank.get(field)) for field in person} == person
    assert not persons
    assert sorted(case["case_number"] for case in said["withheld"]) == wanted["withheld_case_numbers"]


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("messy")])
def test_the_meant_municipality_is_suggested(name):
    meant = {one["row"]: one["suggest"] for one in expected(name)["rows_in_error"] if "suggest" in one}
    offered = {one["row"]: one["facts"].get("suggest") for one in read_sample(name)["errors"]}
    assert all(suggestion in offered[row] for row, suggestion in meant.items())
