"""Pages of grant rules and the what-if page."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import Mandate, Role
from notices.actions.sending import text_of
from notices.models import Notice
from returns.actions.computations import compute_case
from returns.actions.rules import load_shipped_rules
from returns.models import RuleSet
from returns.rules.tables import read_groups, read_rules
from tests import factories
from tests.returns.factories import as_table, decree_of_2026, draft_of, inputs, returns_case, rows

TRIED = {
    "schemes": ["FI-PALUU", "IS-HEIM"], "country": "IRQ", "category": "rejected", "adults": 1, "children": 2,
    "alone": 0,
    "application": "2025-02-13", "first_decision_served": "2025-02-01", "decision": "2025-04-10", "voluntary": "yes",
    "asylum_applied_before": "no", "visa_exempt": "no", "appeal": "withdrawn", "likely_to_be_received": "yes",
    "has_municipality_of_residence": "no",
}  # fmt: skip


@pytest.fixture(autouse=True)
def shipped(db):
    """The tables that the portal comes with."""
    load_shipped_rules()


@pytest.fixture
def lead(office):
    """Lead of returns."""
    return factories.user("salla", office, (Role.LEAD, Mandate.RETURNS, ""))


def words_on(answer) -> str:
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_every_decree_stands_in_the_picture_with_its_days_and_sources(sign_in, bilal):
    page = words_on(sign_in(bilal).get(reverse("returns:rules")))
    assert "SM decree, in force 1.1.2024-31.12.2025 1.1.2024 – 31.12.2025 · FI-030 – FI-035" in page
    assert "Reg. 843/2024 12.7.2024 –" in page
    assert "amounts not known" in page


def test_the_picture_costs_a_fixed_number_of_questions(sign_in, bilal, django_assert_max_num_queries):
    browser = sign_in(bilal)
    with django_assert_max_num_queries(15):
        browser.get(reverse("returns:rules"))


def test_an_officer_reads_rules_and_loads_none(sign_in, bilal):
    assert "Load a decree" not in words_on(sign_in(bilal).get(reverse("returns:rules")))
    assert sign_in(bilal).get(reverse("returns:rules_load")).status_code == 404


def test_an_officer_of_another_mandate_finds_nothing(sign_in, aino):
    assert {sign_in(aino).get(reverse(f"returns:{name}")).status_code for name in ("rules", "what_if")} == {404}


def test_a_decree_is_loaded_from_a_file(sign_in, admin):
    file = SimpleUploadedFile("decree.csv", decree_of_2026().encode())
    answer = sign_in(admin).post(
        reverse("returns:rules_load"), {"title": "Decree of 2026", "legal_source": "1/2026", "file": file}
    )
    draft = RuleSet.objects.drafts().get()
    assert answer.url == reverse("returns:rule_set", args=[draft.code])
    assert (draft.loaded_by, draft.rules.count(), str(draft.begins_on)) == (admin, 2, "2026-01-01")


def test_a_wrong_row_is_said_and_the_table_stays_to_be_corrected(sign_in, admin):
    file = SimpleUploadedFile("decree.csv", as_table(*rows("FI-030", amount="many")).encode())
    answer = sign_in(admin).post(
        reverse("returns:rules_load"), {"title": "Decree", "legal_source": "1/2026", "file": file}
    )
    assert "Row 2, amount: “many” is no whole number." in words_on(answer)
    assert "FI-030,FI,FI-PALUU" in answer.content.decode()
    assert not RuleSet.objects.drafts()


@pytest.mark.parametrize("file", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n"])
def test_what_is_no_table_is_refused_in_words(sign_in, admin, file):
    upload = {"title": "D", "legal_source": "1", "file": SimpleUploadedFile("x.csv", file)}
    page = words_on(sign_in(admin).post(reverse("returns:rules_load"), upload))
    assert any(words in page for words in ("UTF-8", "Columns are missing", "empty"))


def test_a_draft_shows_its_effect_and_who_may_put_it_in_force(sign_in, admin, lead, bilal):
    case = returns_case(bilal)
    compute_case(case=case, scheme="FI-PALUU", inputs=inputs(), by=bilal)
    address = reverse("returns:rule_set", args=[draft_of(admin).code])
    seen = words_on(sign_in(lead).get(address))
    assert case.reference in seen and "6,000 EUR" in seen and "Put 2 rules in force" in seen
    unseen = words_on(sign_in(admin).get(address))
    assert case.reference not in unseen and "1 of them is in a case that you do not see" in unseen
    assert "You loaded it: somebody else puts it in force." in unseen


@pytest.mark.parametrize("scheme", ["FI-PALUU", "FI-RETURN-STOP"])
def test_the_rows_leave_as_a_table_that_loads_again(sign_in, bilal, scheme):
    one = RuleSet.objects.get(scheme=scheme)
    text = sign_in(bilal).get(reverse("returns:rules_table", args=[one.code])).content.decode()
    table = read_rules(text) if one.rules.exists() else read_groups(text)
    kept = one.rules if one.rules.exists() else one.entries
    assert not table.errors
    assert list(table.rows) == list(kept.values(*table.rows[0]))


def test_a_second_person_puts_a_draft_in_force(sign_in, admin, lead):
    draft = draft_of(admin)
    page = words_on(sign_in(lead).post(reverse("returns:rules_activate", args=[draft.code]), follow=True))
    assert "In force. Open computations that came out anew: 0." in page
    draft.refresh_from_db()
    assert (draft.state, draft.activated_by) == ("active", lead)


def test_whoever_loaded_it_is_refused_in_words(sign_in, admin):
    draft = draft_of(admin)
    page = words_on(sign_in(admin).post(reverse("returns:rules_activate", args=[draft.code]), follow=True))
    assert "Ask a second person." in page


def test_a_draft_is_discarded(sign_in, admin):
    draft = draft_of(admin)
    sign_in(admin).post(reverse("returns:rules_discard", args=[draft.code]))
    draft.refresh_from_db()
    assert (draft.state, draft.ended_by) == ("discarded", admin)


def test_the_notices_say_what_waits_and_what_is_in_force(sign_in, admin, lead, bilal):
    draft = draft_of(admin)
    sign_in(lead).post(reverse("returns:rules_activate", args=[draft.code]))
    said = {notice.kind: " ".join(text_of(notice)) for notice in Notice.objects.all()}
    assert "Decree of 2026: a draft waits for a second person" in said["returns.rules_waiting"]
    assert "0 open computations came out anew" in said["returns.rules_activated"]


def test_what_if_compares_schemes_line_by_line(sign_in, bilal):
    page = words_on(sign_in(bilal).get(reverse("returns:what_if"), TRIED))
    assert "FI-PALUU 15,900 EUR" in page
    assert "Applied 12 days after service of the first negative decision" in page
    assert "2 × 5,300 10,600" in page
    assert "IS-HEIM 8,400 EUR" in page
    assert "At most; 4,400 of it is certain" in page


def test_what_if_compares_dates_and_says_when_it_changes(sign_in, bilal):
    page = words_on(sign_in(bilal).get(reverse("returns:what_if"), TRIED | {"other_application": "2025-03-20"}))
    assert "FI-PALUU 15,900 EUR" in page and "FI-PALUU 6,000 EUR" in page
    assert "Applying on Tue 04.03.2025 or later something else comes out: 6,000 EUR" in page


def test_what_if_asks_where_no_rule_is_known(sign_in, bilal):
    tried = TRIED | {"application": "2026-02-13", "decision": "2026-02-20", "schemes": ["FI-PALUU"]}
    page = words_on(sign_in(bilal).get(reverse("returns:what_if"), tried))
    assert "A person must answer" in page and "No rule is known for these dates" in page


def test_what_if_keeps_what_was_typed_and_says_what_is_missing(sign_in, bilal):
    answer = sign_in(bilal).get(reverse("returns:what_if"), TRIED | {"adults": 0, "children": 0})
    assert "Say who returns" in words_on(answer)
    assert 'value="2025-02-13"' in answer.content.decode()


def test_what_if_knows_no_names(sign_in, bilal):
    page = sign_in(bilal).get(reverse("returns:what_if")).content.decode()
    fields = set(re.findall(r'name="([a-z_]+)"', page))
    assert not {name for name in fields if "name" in name or "birth" in name or "number" in name}
