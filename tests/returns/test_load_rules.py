"""Decrees as tables: every row loads or says why not, unknown stays unknown, a new decree speaks from its first day."""

from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Mandate, Role
from notices.models import Notice
from returns.actions.rules import activate_rules, discard_rules, load_rules, load_shipped_rules
from returns.models import CountryGroupEntry, GrantRule, RuleSet
from returns.reference.shipped import shipped_book, shipped_groups, shipped_rules, text_of
from returns.rulebook import read_book
from returns.rules.compute import compute
from returns.rules.tables import read_groups, read_rules
from tests import factories
from tests.returns.factories import as_table, decree_of_2026, draft_of, inputs, rows


@pytest.fixture(autouse=True)
def shipped(db):
    """The tables that the portal comes with."""
    load_shipped_rules()


@pytest.fixture
def lead(office):
    """Lead of returns."""
    return factories.user("salla", office, (Role.LEAD, Mandate.RETURNS, ""))


def test_every_row_of_the_tables_is_in_force():
    assert (GrantRule.objects.count(), CountryGroupEntry.objects.count()) == (116, 248)
    assert RuleSet.objects.active().count() == RuleSet.objects.count()


def test_the_book_of_the_database_is_the_book_of_the_files():
    assert sorted(read_book().rules, key=lambda rule: rule.rule_id) == sorted(
        shipped_book().rules, key=lambda rule: rule.rule_id
    )
    assert set(read_book().entries) == set(shipped_book().entries)


def test_loading_what_came_with_the_portal_twice_changes_nothing():
    assert load_shipped_rules() == []


def test_every_column_of_a_row_is_kept():
    row = GrantRule.objects.get(rule_id="FI-012")
    assert (row.status, row.source_tag, row.amount) == ("conflicting", "S76+UUSI", 1500)
    assert "Karjalainen (S77): 1,000" in row.note


def test_an_unknown_amount_stays_unknown():
    assert GrantRule.objects.get(rule_id="FI-036").amount is None
    assert GrantRule.objects.get(rule_id="IS-057").amount == 0


def test_unknown_days_stay_unknown():
    row = GrantRule.objects.get(rule_id="SE-003")
    assert (row.valid_from, row.known_from) == (None, date(2020, 1, 1))


def test_the_book_is_read_in_three_questions(django_assert_num_queries):
    with django_assert_num_queries(3):
        read_book()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"amount": "5.300"}, "Row 2, amount: “5.300” is no whole number."),
        ({"valid_from": "1.1.2026"}, "Row 2, valid_from: “1.1.2026” is no day. Write it as 2024-12-31."),
        ({"valid_to": "2025-01-01"}, "Row 2, valid_to: It ends before it begins."),
        ({"person_kind": "grown-up"}, "Row 2, person_kind: “grown-up” is not known here."),
        ({"mode": "gold"}, "Row 2, mode: “gold” is not known here."),
        ({"currency": ""}, "Row 2, currency: An amount needs a currency."),
        ({"status": "sure"}, "Row 2, status: “sure” is not known here."),
        ({"rule_id": ""}, "Row 2, rule_id: It is empty."),
        ({"rule_id": "FI-031"}, "Row 3, rule_id: FI-031 stands here twice."),
    ],
)
def test_a_wrong_row_says_what_is_wrong(changes, words):
    first = {"valid_from": "2026-01-01", "valid_to": ""} | changes
    table = read_rules(as_table(*rows("FI-030", **first), *rows("FI-031")))
    assert words in " ".join(map(str, table.errors))


def test_missing_columns_are_named():
    assert "Columns are missing" in str(read_rules("rule_id,scheme\nX,FI-PALUU\n").errors[0])


def test_an_unknown_country_is_refused():
    text = text_of("country_groups").splitlines()[0] + "\nFI-PALUU,2026-01-01,,QQQ,A,S1,,\n"
    assert "No country has the code 'QQQ'" in str(read_groups(text).errors[0])


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text):
    table = read_rules(text)
    assert table.errors or table.rows


def test_one_wrong_row_refuses_the_whole_table(admin):
    table = read_rules(as_table(*rows("FI-030"), *rows("FI-031", amount="many")))
    with pytest.raises(ValidationError, match="Row 3"):
        load_rules(by=admin, rules=table)
    assert not RuleSet.objects.drafts()


def test_a_draft_does_not_speak(admin):
    draft_of(admin)
    assert compute(read_book(), "FI-PALUU", inputs()).total is None


def test_a_draft_is_told_to_those_who_may_put_it_in_force(admin, lead, bilal):
    draft_of(admin)
    assert [notice.user for notice in Notice.objects.filter(kind="returns.rules_waiting")] == [lead]


def test_nobody_puts_in_force_what_they_loaded(admin):
    draft = draft_of(admin)
    with pytest.raises(ValidationError, match="second person"):
        activate_rules(rule_set=draft, by=admin)
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleSet.objects.filter(pk=draft.pk).update(
            state="active", activated_by=admin, activated_at=draft.loaded_at
        )  # fmt: skip


def test_an_officer_may_not_put_rules_in_force(admin, bilal):
    with pytest.raises(ValidationError):
        activate_rules(rule_set=draft_of(admin), by=bilal)


def test_a_new_decree_speaks_from_its_first_day_and_earlier_days_keep_their_rules(admin, lead):
    activate_rules(rule_set=draft_of(admin), by=lead)
    book = read_book()
    assert compute(book, "FI-PALUU", inputs(applied="2026-01-01", served="2025-12-20")).total == 6000
    assert compute(book, "FI-PALUU", inputs(applied="2026-02-10", served="2026-01-01")).total == 2500
    assert compute(book, "FI-PALUU", inputs(applied="2025-12-31", served="2025-12-20")).total == 5300


def test_the_days_of_a_new_decree_are_read_from_its_row(admin, lead):
    soon = rows("FI-030", valid_from="2026-01-01", valid_to="", rule_id="FI-037",
                condition="applied <=45 days from service of first negative asylum decision")  # fmt: skip
    late = rows("FI-031", valid_from="2026-01-01", valid_to="", rule_id="FI-038",
                condition="applied >45 days after, or asylum applied for more than once")  # fmt: skip
    activate_rules(rule_set=draft_of(admin, as_table(*soon, *late)), by=lead)
    assert compute(read_book(), "FI-PALUU", inputs(applied="2026-03-18", served="2026-02-01")).total == 5300
    assert compute(read_book(), "FI-PALUU", inputs(applied="2026-03-19", served="2026-02-01")).total == 2000


def test_a_corrected_decree_supersedes_the_one_of_the_same_day(admin, lead):
    first = draft_of(admin)
    activate_rules(rule_set=first, by=lead)
    activate_rules(rule_set=draft_of(lead, decree_of_2026(soon="6100")), by=admin)
    first.refresh_from_db()
    assert (first.state, first.ended_by) == ("superseded", admin)
    assert compute(read_book(), "FI-PALUU", inputs()).total == 6100


def test_the_whole_table_loaded_again_keeps_what_is_known_of_its_days(admin, lead):
    sets = load_rules(by=admin, rules=read_rules(text_of("grant_rules")), groups=read_groups(text_of("country_groups")))
    for one in sets:
        activate_rules(rule_set=one, by=lead)
    assert {rule.rule_id: rule.period.known_from for rule in read_book().rules} == {
        rule.rule_id: rule.period.known_from for rule in shipped_book().rules
    }


def test_a_list_without_rules_silences_no_rule(admin, lead):
    text = text_of("country_groups").splitlines()[0] + "\nSE-ATER,2027-01-01,,NGA,LISTED,S1,,\n"
    (draft,) = load_rules(by=admin, groups=read_groups(text), title="List of 2027")
    activate_rules(rule_set=draft, by=lead)
    book = read_book()
    assert "LISTED" not in book.groups_on("SE-ATER", "IRQ", date(2027, 1, 1))
    assert "LISTED" in book.groups_on("SE-ATER", "NGA", date(2027, 1, 1))
    assert "LISTED" in book.groups_on("SE-ATER", "IRQ", date(2026, 12, 31))
    assert book.of_scheme("SE-ATER")


def test_a_discarded_draft_never_speaks(admin, lead):
    draft = draft_of(admin)
    discard_rules(rule_set=draft, by=admin)
    with pytest.raises(ValidationError, match="no draft"):
        activate_rules(rule_set=draft, by=lead)


def test_the_command_loads_a_draft_and_a_second_person_puts_it_in_force(tmp_path, admin, lead):
    file = tmp_path / "decree.csv"
    file.write_text(decree_of_2026())
    out = StringIO()
    call_command("load_grant_rules", str(file), "--as", admin.email, "--activate-as", lead.email, stdout=out)
    assert "FI-PALUU: 2 rules, 0 list entries, in force" in out.getvalue()


def test_the_command_refuses_the_same_person_twice(tmp_path, admin):
    file = tmp_path / "decree.csv"
    file.write_text(decree_of_2026())
    with pytest.raises(CommandError, match="second person"):
        call_command("load_grant_rules", str(file), "--as", admin.email, "--activate-as", admin.email)


def test_shipped_tables_have_no_wrong_row():
    assert not shipped_rules().errors and not shipped_groups().errors
