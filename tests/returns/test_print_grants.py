"""`compute_grants` prints what is documented, by the rules in the database."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from returns.actions.rules import load_shipped_rules

EXAMPLES = Path(__file__).parent / "samples" / "grant_examples.json"
DOCUMENTED = json.loads(EXAMPLES.read_text())


@pytest.fixture
def printed(db) -> dict[str, dict]:
    load_shipped_rules()
    out = StringIO()
    call_command("compute_grants", str(EXAMPLES), "--json", stdout=out)
    return {one["id"]: one for one in json.loads(out.getvalue())}


@pytest.mark.parametrize("example", DOCUMENTED, ids=lambda one: one["id"])
def test_an_example_comes_out_as_documented(printed, example):
    found = printed[example["id"]]
    accepted = example["expected"].pop("rule_ids_accept", [example["expected"]["rule_ids"]])
    assert found["rule_ids"] in accepted
    assert {name: found.get(name) for name in example["expected"]} == example["expected"]
    assert found["why"]


def test_nothing_else_is_printed(printed):
    always = {"id", "outcome", "eligible", "lines", "total", "currency", "cap_applied", "refusal_reason"}
    always |= {"needs_person", "rule_ids", "why"}
    for one in printed.values():
        assert always <= set(one) <= always | {"total_kind", "total_fixed", "cash_granted", "cap_detail"}


def test_without_json_each_case_is_one_line(db):
    out = StringIO()
    load_shipped_rules()
    call_command("compute_grants", str(EXAMPLES), stdout=out)
    assert len(out.getvalue().splitlines()) == len(DOCUMENTED)


@pytest.mark.parametrize("words", ["", "{", "{}", '[{"id": 1}]'])
def test_a_file_that_is_no_list_of_cases_is_refused_in_words(tmp_path, db, words):
    load_shipped_rules()
    file = tmp_path / "cases.json"
    file.write_text(words)
    with pytest.raises(CommandError, match="cases"):
        call_command("compute_grants", str(file))


def test_inputs_that_cannot_be_read_are_asked_about(tmp_path, db):
    load_shipped_rules()
    file = tmp_path / "cases.json"
    file.write_text('[{"id": "x", "scheme": "FI-PALUU", "inputs": {"persons": [{"kind": "dog"}]}}]')
    out = StringIO()
    call_command("compute_grants", str(file), "--json", stdout=out)
    assert json.loads(out.getvalue())[0]["needs_person"] == "unreadable"
