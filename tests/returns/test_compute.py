"""Every worked case comes out as it was worked by hand, with its sentence and its source."""

import pytest

from returns.reference.shipped import shipped_book
from returns.rules.as_printed import printed
from returns.rules.compute import compute
from tests.returns.worked_cases import finland_2024, finland_groups, iceland, programme, sweden

TABLES = (finland_2024, finland_groups, sweden, iceland, programme)
WORKED = [(f"{table.__name__.split('.')[-1]}: {one.title}", one) for table in TABLES for one in table.CASES]
BOOK = shipped_book()


@pytest.mark.parametrize("one", [pytest.param(one, id=title) for title, one in WORKED])
def test_a_worked_case_comes_out_as_worked(one):
    found = printed(compute(BOOK, one.scheme, one.inputs))
    assert found["outcome"] == one.outcome, found["why"]
    assert (found["refusal_reason"] or found["needs_person"] or "") == one.code
    assert found["total"] == one.total
    assert [(line["rule_id"], line["amount"]) for line in found["lines"]] == one.lines
    assert found["cap_applied"] == list(one.caps)
    assert found.get("cash_granted") == one.cash
    assert one.says in found["why"]
    assert one.source in found["why"]


def test_there_are_enough_of_them_and_no_title_twice():
    assert len(WORKED) >= 130
    assert len({title for title, __ in WORKED}) == len(WORKED)


ONLY_ASKED_ABOUT = {"FI-014", "FI-015", "FI-016"}  # groups of 2019 that no list knows


def test_every_rule_with_an_amount_decides_some_case():
    seen = {rule for __, one in WORKED for rule in printed(compute(BOOK, one.scheme, one.inputs))["rule_ids"]}
    assert {rule.rule_id for rule in BOOK.rules if rule.amount} - seen == ONLY_ASKED_ABOUT


def test_every_computed_case_names_a_sentence_and_a_source():
    silent = [title for title, one in WORKED if one.outcome == "computed" and not one.source]
    assert not silent
