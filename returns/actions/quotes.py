"""What is given in kind: quotes are asked for, one is chosen for each thing, and the rest may be given up."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import User
from cases.actions.events import record_event
from cases.models import Document, EventKind
from returns.actions.awards import locked_award
from returns.actions.payments import CENT, Rate
from returns.models import (
    AwardState,
    EntryKind,
    GrantAward,
    Instalment,
    InstalmentState,
    LedgerEntry,
    Mode,
    Supplier,
    SupplierQuote,
)  # fmt: skip
from returns.money import in_words
from returns.permissions import may_buy, may_give_up_rest
from returns.refused_money import in_plain_words

OPEN = (InstalmentState.WAITS, InstalmentState.DUE)


@dataclass(frozen=True)
class Offer:
    """What somebody asks for one thing: in the award's currency, or in another with its rate."""

    what: str
    amount: Decimal
    quoted_on: date
    rate: Rate | None = None
    document: Document | None = None


def supplier_named(*, name: str, place: str, country: str, by: User) -> Supplier:
    """The supplier of this name and place; a new one is written down."""
    found, __ = Supplier.objects.get_or_create(
        country=country, name=" ".join(name.split()), place=" ".join(place.split()), defaults={"added_by": by}
    )
    return found


@transaction.atomic
def add_quote(*, instalment: Instalment, supplier: Supplier, offer: Offer, by: User) -> SupplierQuote:
    """Write down what a supplier asks."""
    award, current = _open_in_kind(instalment, by)
    if offer.quoted_on > timezone.localdate():
        raise ValidationError(_("This day has not come yet. Record it when it has happened."))
    if offer.document and offer.document.case_id != award.return_file.case_id:
        raise ValidationError(_("The document belongs to another case."))
    rate = offer.rate
    return SupplierQuote.objects.create(
        instalment=current, supplier=supplier, what=" ".join(offer.what.split()), amount=offer.amount,
        currency=rate.currency if rate else award.currency, rate=rate.rate if rate else None,
        rate_source=rate.source if rate else "", worth=worth_of(offer), quoted_on=offer.quoted_on,
        document=offer.document, recorded_by=by,
    )  # fmt: skip


def worth_of(offer: Offer) -> Decimal:
    """In the currency of the award."""
    return (offer.amount / offer.rate.rate).quantize(CENT, ROUND_HALF_UP) if offer.rate else offer.amount


@transaction.atomic
def choose_quote(*, quote: SupplierQuote, by: User, reason: str = "") -> None:
    """Buy there. With fewer quotes than wanted, or with a cheaper one at hand, the reason is written down."""
    award, current = _open_in_kind(quote.instalment, by)
    quote = current.quotes.get(pk=quote.pk)
    if (doubt := doubt_about(quote)) and not reason.strip():
        raise ValidationError(doubt)
    sum_chosen = current.quotes.chosen().exclude(what__iexact=quote.what).worth() + quote.worth
    if sum_chosen > (left := left_of(current)):
        raise ValidationError(
            _("The chosen quotes would come to %(sum)s; left is %(left)s.")
            % {"sum": in_words(sum_chosen, award.currency), "left": in_words(left, award.currency)}
        )
    current.quotes.for_the_same(quote).update(chosen_at=None, chosen_by=None, choice_reason="")
    quote.chosen_at, quote.chosen_by, quote.choice_reason = timezone.now(), by, reason.strip()
    with in_plain_words():
        quote.save(update_fields=["chosen_at", "chosen_by", "choice_reason"])
    _say(award, quote.worth, "returns.quote_chosen", by)


def doubt_about(quote: SupplierQuote) -> str:
    """Why choosing this one asks for a reason; empty where it does not."""
    others = SupplierQuote.objects.for_the_same(quote)
    wanted, found = settings.WANTED_QUOTES, others.count()
    if found < wanted:
        return ngettext(
            "%(wanted)s quotes are wanted, there is %(found)s. Write why fewer were asked for.",
            "%(wanted)s quotes are wanted, there are %(found)s. Write why fewer were asked for.", found,
        ) % {"wanted": wanted, "found": found}  # fmt: skip
    if others.filter(worth__lt=quote.worth).exists():
        return str(_("Another quote is cheaper. Write why this one is chosen."))
    return ""


@transaction.atomic
def drop_choice(*, quote: SupplierQuote, by: User) -> None:
    """Not there after all; the quote stays on record."""
    __, current = _open_in_kind(quote.instalment, by)
    current.quotes.filter(pk=quote.pk).update(chosen_at=None, chosen_by=None, choice_reason="")


@transaction.atomic
def give_up_rest(*, instalment: Instalment, reason: str, by: User) -> Decimal:
    """What was chosen costs less than the instalment: a lead lets the rest go, and what was chosen can be paid."""
    award, current = _open_in_kind(instalment, by)
    chosen = current.quotes.chosen().worth()
    rest = left_of(current) - chosen
    if not may_give_up_rest(by, current):
        raise ValidationError(_("A lead gives up the rest of an instalment."))
    if not reason.strip():
        raise ValidationError(_("Say why: the reason stays on record."))
    if not chosen or rest <= 0 or award.state != AwardState.APPROVED:
        raise ValidationError(_("There is no rest to give up: choose quotes first."))
    with in_plain_words():
        LedgerEntry.objects.create(
            award=award, instalment=current, kind=EntryKind.CANCELLATION, amount=rest, note=reason, booked_by=by
        )
    _say(award, rest, "returns.rest_given_up", by)
    return rest


def left_of(instalment: Instalment) -> Decimal:
    """What may be paid of it: its amount, less what was cancelled for good."""
    return instalment.amount - instalment.entries.all().totals()["cancelled"]


def _open_in_kind(instalment: Instalment, by: User) -> tuple[GrantAward, Instalment]:
    award = locked_award(instalment.award_id)
    current = award.instalments.get(pk=instalment.pk)
    current.award = award
    if not may_buy(by, current):
        raise ValidationError(_("An officer or lead of this country asks for quotes and chooses."))
    if award.state == AwardState.CANCELLED or current.mode != Mode.IN_KIND or current.state not in OPEN:
        raise ValidationError(_("Nothing is bought for this instalment now: it is paid, cancelled, or in cash."))
    return award, current


def _say(award: GrantAward, amount: Decimal, verb: str, by: User) -> None:
    facts = {"amount": str(amount), "currency": award.currency}
    record_event(case=award.return_file.case, kind=EventKind.CASE, verb=verb, by=by, facts=facts)
