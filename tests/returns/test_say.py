"""Every phrase, refusal and question of the computation has words; every reader gets their own language."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation

from returns import rules
from returns.money import in_words
from returns.rules.answer import Reason
from returns.rules.book import Period, Rule
from returns.rules.names import DATE_NAMES
from returns.rules.questions import QUESTIONS
from returns.rules.reasons import LINE_REASONS
from returns.rules.refusals import REFUSALS
from returns.rules.sentences import law_of, money, words_of
from tests.returns.worked_cases.table import DATES

ELSEWHERE = {"last_day_closed", "shorter_month", "no_rule_for_kind_in_group"}  # named where they are handed on
SOURCES = "\n".join(path.read_text() for path in Path(rules.__path__[0]).glob("*.py"))
COMPUTED_WORDS = {"before_service", "before_withdrawal", "before_outcome", "after_outcome", "after_deadline",
                  "victim_of_trafficking", "section_51", "old_in_window", "old_after_window", "last_day_closed",
                  "shorter_month", "return_to_eu_or_schengen", "visa_exempt"}  # fmt: skip


def codes(name: str) -> set[str]:
    return set(re.findall(rf'\b{name}\(\s*"([a-z_]+)"', SOURCES))


def test_every_question_has_words_and_every_question_is_asked():
    assert codes("Ask") | ELSEWHERE == set(QUESTIONS)


def test_every_refusal_has_words_and_is_given():
    assert codes("Refuse") | {"return_to_eu_or_schengen", "visa_exempt"} == set(REFUSALS)


def test_every_reason_of_a_line_has_words_and_is_given():
    said = {code for code in codes("Reason.of") if not code.startswith("days_after")}
    assert said | {code for code in COMPUTED_WORDS if code in LINE_REASONS} == set(LINE_REASONS)


def test_a_country_is_named_in_the_readers_language():
    with translation.override("fi"):
        assert "Irak" in words_of(Reason.of("group", country="IRQ", group="A"))


@pytest.mark.parametrize(("days", "words"), [(1, "1 day after"), (12, "12 days after")])
def test_days_are_counted_in_words(days, words):
    assert words in words_of(Reason.of("days_after_service", days=days, event="2024-01-01"))


@pytest.mark.parametrize("name", sorted(set(DATES.values()) - {"departure"}))
def test_a_missing_date_is_named(name):
    assert str(DATE_NAMES[name]) in words_of(Reason.of("date_missing", what=name))


@pytest.mark.parametrize(
    ("basis", "period", "words"),
    [
        ("Reg. 843/2024", Period(valid_from="2024-07-12"), "Reg. 843/2024 in force from 12.7.2024"),
        ("SM decree, in force 1.1.2024-31.12.2025", Period(valid_from="2024-01-01", valid_to="2025-12-31"),
         "SM decree in force from 1.1.2024 to 31.12.2025"),
        ("SM decree 854/2015 as amended", Period(valid_to="2017-09-24"),
         "SM decree 854/2015 as amended in force until 24.9.2017"),
        ("EURP", Period(), "EURP"),
    ],
)  # fmt: skip
def test_a_law_is_named_with_the_days_of_its_force(basis, period, words):
    days = {name: _day(getattr(period, name)) for name in ("valid_from", "valid_to")}
    assert law_of(Rule(rule_id="X", scheme="S", legal_basis=basis, period=Period(**days))) == words


def _day(iso):
    return date.fromisoformat(iso) if iso else None


@pytest.mark.parametrize(
    ("language", "whole", "cents"),
    [
        ("en", "5,300 EUR", "1,012.50 EUR"), ("fi", "5\xa0300 EUR", "1\xa0012,50 EUR"),
        ("is", "5.300 EUR", "1.012,50 EUR"),
    ],
)  # fmt: skip
def test_amounts_are_written_as_the_reader_writes_numbers(language, whole, cents):
    with translation.override(language):
        assert money(5300, "EUR") == in_words(Decimal(5300), "EUR") == whole
        assert in_words(Decimal("1012.5"), "EUR") == cents
