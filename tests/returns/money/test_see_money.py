"""The pages of money, used as officers use them: without JavaScript."""

from decimal import Decimal

from django.urls import reverse

from returns.models import CashFloat, GrantAward, Payment
from tests.returns.money import factories as money
from tests.returns.returning import a_return


def at(name: str, record=None) -> str:
    return reverse(f"returns:money_{name}", args=[record.code] if record else [])


def test_a_grant_is_proposed_from_what_was_computed(bilal, sign_in):
    record = a_return(bilal)
    address = at("propose", money.computed(record, bilal))
    assert "FI-030" in sign_in(bilal).get(address).content.decode()
    typed = {"person_0": record.case.members.get().person_id, "departure": "300", "after_plan": "5000.00",
             "after_plan_mode": "in_kind", "after_proof": "", "after_proof_mode": "cash"}  # fmt: skip
    assert "5300" in sign_in(bilal).post(address, typed | {"departure": "301"}).content.decode()
    answer = sign_in(bilal).post(address, typed)
    assert answer.url == at("award", GrantAward.objects.get())


def test_only_a_second_person_is_offered_to_approve(bilal, minna, sign_in):
    award = money.proposed(bilal)
    button = at("approve", award).encode()
    assert button not in sign_in(bilal).get(at("award", award)).content
    assert button in sign_in(minna).get(at("award", award)).content
    sign_in(bilal).post(at("approve", award))
    assert GrantAward.objects.get().state == "proposed"
    sign_in(minna).post(at("approve", award))
    assert GrantAward.objects.get().state == "approved"


def test_cash_goes_from_the_float_over_two_persons_to_a_receipt(award, bilal, noor, sign_in):
    sign_in(bilal).post(at("floats"), {"country": "FI", "airport": "HEL", "currency": "EUR", "opening": "1000"})
    held, part = CashFloat.objects.get(), award.instalments.first()
    typed = {"method": "airport", "payee": award.lines.get().person_id, "document_seen": "passport",
             "document_number": "P1", "cash_float": held.pk, "paid_on": held.day.isoformat()}  # fmt: skip
    answer = sign_in(bilal).post(at("pay", part), typed)
    payment = Payment.objects.get()
    assert answer.url == at("confirm", payment)
    signed = {"signed_name": "Furaha Bahati", "signature": "M1 2 L30 40", "seen": "on"}
    assert "somebody else" in sign_in(bilal).post(at("confirm", payment), signed).content.decode()
    assert sign_in(noor).post(at("confirm", payment), signed).url == at("receipt", payment)
    page = sign_in(noor).get(at("receipt", payment)).content.decode()
    assert "FI-RC-" in page and 'd="M1 2 L30 40"' in page
    sign_in(noor).post(at("count", held), {"counted": "700"})
    assert CashFloat.objects.get().counted == Decimal(700)


def test_a_signature_is_strokes_and_nothing_else(award, bilal, noor, sign_in):
    payment = money.counted(award, bilal)
    signed = {"signed_name": "Furaha", "signature": 'M1 2" onload="x', "seen": "on"}
    sign_in(noor).post(at("confirm", payment), signed)
    assert Payment.objects.get().state == "counted"


def test_cash_without_a_float_is_not_counted_out(award, bilal, sign_in):
    typed = {"method": "airport", "payee": award.lines.get().person_id, "document_seen": "passport",
             "paid_on": "2026-01-01"}  # fmt: skip
    page = sign_in(bilal).post(at("pay", award.instalments.first()), typed).content.decode()
    assert "Open one first" in page and not Payment.objects.exists()


def test_what_is_due_stands_in_the_list_until_it_is_paid(award, bilal, noor, sign_in):
    assert at("pay", award.instalments.first()).encode() in sign_in(noor).get(at("due")).content
    payment = money.counted(award, bilal)
    page = sign_in(noor).get(at("due")).content
    assert at("confirm", payment).encode() in page and at("pay", award.instalments.first()).encode() not in page


def test_officers_of_another_mandate_meet_nothing(award, aino, sign_in):
    assert sign_in(aino).get(at("award", award)).status_code == 404
    assert sign_in(aino).get(at("due")).status_code == 404


def test_a_statement_with_an_unknown_receipt_says_so(award, bilal, sign_in):
    typed = {"statement": "receipt,amount,currency\nFI-RC-2026-99999,5,EUR\n"}
    assert "FI-RC-2026-99999" in sign_in(bilal).post(at("statement"), typed).content.decode()
