"""In kind: quotes are asked for, one is chosen with a reason where it is not plain, others pay the suppliers."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from cases.models import Document
from returns.actions.awards import cancel_award
from returns.actions.payments import Rate, pay
from returns.actions.quotes import choose_quote, drop_choice, give_up_rest
from returns.models import SupplierQuote
from tests import factories
from tests.returns.money import factories as money
from tests.returns.money.test_see_money import at

WHY = "The only shop in the quarter"


@pytest.fixture
def part(bilal, minna):
    """3,300 EUR in kind, due."""
    return money.in_kind(bilal, minna)[1]


def three(part, by, *amounts):
    return [money.quote(part, by, amount) for amount in amounts or (3300, 3400, 3500)]


def test_the_cheapest_of_three_needs_no_reason(part, bilal):
    choose_quote(quote=three(part, bilal)[0], by=bilal)
    assert SupplierQuote.objects.chosen().get().chosen_by == bilal


def test_fewer_quotes_than_wanted_need_a_written_reason(part, bilal):
    quote = money.quote(part, bilal, 3300)
    with pytest.raises(ValidationError, match="3 quotes are wanted, there is 1"):
        choose_quote(quote=quote, by=bilal)
    choose_quote(quote=quote, reason=WHY, by=bilal)
    quote.refresh_from_db()
    assert quote.choice_reason == WHY


def test_how_many_are_wanted_is_a_setting(part, bilal, settings):
    settings.WANTED_QUOTES = 1
    choose_quote(quote=money.quote(part, bilal, 3300), by=bilal)


def test_a_dearer_one_needs_a_reason(part, bilal):
    dear = three(part, bilal, 3000, 3100, 3200)[1]
    with pytest.raises(ValidationError, match="cheaper"):
        choose_quote(quote=dear, by=bilal)


def test_quotes_are_counted_for_the_same_thing_only(part, bilal):
    for what in ("Sewing machines", "sewing  machines", "Rent"):
        last = money.quote(part, bilal, 100, what=what, name=what)
    with pytest.raises(ValidationError, match="there is 1"):
        choose_quote(quote=last, by=bilal)


def test_another_choice_takes_the_place_of_the_first(part, bilal):
    first = three(part, bilal)[0]
    choose_quote(quote=first, by=bilal)
    drop_choice(quote=first, by=bilal)
    first = three(part, bilal, 3000)[0]
    choose_quote(quote=first, by=bilal)
    assert SupplierQuote.objects.chosen().get() == first


def test_what_is_chosen_never_exceeds_the_instalment(part, bilal):
    choose_quote(quote=money.quote(part, bilal, 3000), reason=WHY, by=bilal)
    with pytest.raises(ValidationError, match="come to 3,301 EUR; left is 3,300 EUR"):
        choose_quote(quote=money.quote(part, bilal, 301, what="Fabric"), reason=WHY, by=bilal)


def test_postgres_keeps_one_choice_for_a_thing(part, bilal):
    three(part, bilal)
    with pytest.raises(IntegrityError, match="supplierquote_one"), transaction.atomic():
        SupplierQuote.objects.update(chosen_at=timezone.now(), chosen_by=bilal)


def test_a_quote_in_another_currency_is_compared_by_its_rate(part, bilal):
    rate = Rate("CDF", Decimal(2800), "UN rate of November 2026")
    quote = money.quote(part, bilal, 9_240_000, rate=rate)
    assert (quote.worth, quote.currency) == (Decimal(3300), "CDF")


def test_suppliers_whose_quotes_come_to_the_part_are_paid_together(part, bilal, noor):
    choose_quote(quote=money.quote(part, bilal, 3000, name="Aba Machines"), reason=WHY, by=bilal)
    with pytest.raises(ValidationError, match="do not come to"):
        pay(instalment=part, method="mission", by=noor)
    choose_quote(quote=money.quote(part, bilal, 300, what="Rent", name="Stall 214"), reason=WHY, by=bilal)
    assert pay(instalment=part, method="mission", by=noor).supplier == "Aba Machines, Stall 214"


def test_who_chose_the_supplier_does_not_pay_it(part, bilal):
    choose_quote(quote=money.quote(part, bilal, 3300), reason=WHY, by=bilal)
    with pytest.raises(ValidationError, match="Who chose"):
        pay(instalment=part, method="mission", by=bilal)


def test_the_rest_is_given_up_by_a_lead_and_what_was_chosen_is_paid(part, bilal, noor, salla):
    choose_quote(quote=money.quote(part, bilal, 3250), reason=WHY, by=bilal)
    with pytest.raises(ValidationError, match="lead gives up"):
        give_up_rest(instalment=part, reason="Cheaper than planned", by=bilal)
    assert give_up_rest(instalment=part, reason="Cheaper than planned", by=salla) == Decimal(50)
    assert pay(instalment=part, method="mission", by=noor).amount == Decimal(3250)
    totals = part.award.entries.all().totals()
    assert (totals["paid"], totals["cancelled"], totals["open"]) == (3250, 50, 2000)


def test_nothing_is_bought_once_it_is_paid_or_cancelled(part, bilal, noor, salla):
    quote = money.quote(part, bilal, 3300)
    choose_quote(quote=quote, reason=WHY, by=bilal)
    pay(instalment=part, method="mission", by=noor)
    with pytest.raises(ValidationError, match="Nothing is bought"):
        drop_choice(quote=quote, by=bilal)
    award, other = money.in_kind(
        bilal, noor_approves := factories.user("minna2", bilal.organisation, ("finance", "", ""))
    )
    cancel_award(award=award, reason="Another programme pays", by=salla)
    with pytest.raises(ValidationError, match="Nothing is bought"):
        money.quote(other, bilal, 10)
    assert noor_approves


def test_a_document_of_another_case_is_no_quote_here(part, bilal):
    other = money.a_return(bilal).case
    paper = Document.objects.create(
        case=other, kind="other", name="q.pdf", file="q.pdf", size=1, sha256="0" * 64, added_by=bilal
    )  # fmt: skip
    with pytest.raises(ValidationError, match="another case"):
        money.quote(part, bilal, 10, document=paper)


def test_quotes_are_written_chosen_and_paid_on_their_pages(part, bilal, noor, sign_in):
    typed = {"what": "Sewing machines", "new_name": "Aba Machines", "new_place": "Aba", "amount": "3300",
             "quoted_on": (timezone.localdate() - timedelta(days=1)).isoformat()}  # fmt: skip
    assert sign_in(bilal).post(at("quotes", part), typed).url == at("quotes", part)
    quote = SupplierQuote.objects.get()
    assert "3 quotes are wanted" in sign_in(bilal).post(at("choose", quote), {"reason": ""}).content.decode()
    sign_in(bilal).post(at("choose", quote), {"reason": WHY})
    page = sign_in(noor).get(at("quotes", part)).content.decode()
    assert WHY in page and at("pay", part) in page
    typed = {"method": "mission", "paid_on": timezone.localdate().isoformat()}
    receipt = sign_in(noor).post(at("pay", part), typed).url
    assert "Aba Machines" in sign_in(noor).get(receipt).content.decode()


def test_a_lead_gives_up_the_rest_on_the_page(part, bilal, salla, sign_in):
    choose_quote(quote=money.quote(part, bilal, 3250), reason=WHY, by=bilal)
    assert at("rest", part) not in sign_in(bilal).get(at("quotes", part)).content.decode()
    assert at("rest", part) in sign_in(salla).get(at("quotes", part)).content.decode()
    sign_in(salla).post(at("rest", part), {"reason": "Cheaper than planned"})
    assert part.award.entries.all().totals()["cancelled"] == Decimal(50)
