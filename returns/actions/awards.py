"""Proposing an award from a kept computation, approving it by another person, cancelling what is not paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from accounts.models import User
from cases.actions.events import record_event
from cases.models import EventKind, Person
from returns.actions.duplicates import insist_on_decided, look_now
from returns.models import (
    AwardLine,
    AwardState,
    Computation,
    EntryKind,
    GrantAward,
    Instalment,
    InstalmentKind,
    InstalmentState,
    LedgerEntry,
    Mode,
    Payment,
    PaymentState,
    Return,
    Stage,
)  # fmt: skip
from returns.money import spread
from returns.permissions import may_approve, may_cancel, may_propose
from returns.refused_money import in_plain_words
from returns.rulebook import read_book
from returns.rules.answer import Answer, Line
from returns.rules.as_printed import printed
from returns.rules.compute import compute
from returns.rules.sentences import source_of, why_line

CASH_WORDS = {"cash", "cash_at_airport"}
HALF_CASH = "in_kind_max_half_cash"
NO_MONEY = (Stage.WITHDRAWN, Stage.REFUSED, Stage.CLOSED)


@dataclass(frozen=True)
class Part:
    """One instalment as proposed."""

    kind: str
    amount: Decimal
    mode: str = Mode.CASH


def answer_of(computation: Computation) -> Answer:
    """The answer of a kept computation with its reasons; refused where the rules have become others since."""
    answer = compute(read_book(), computation.scheme, computation.inputs)
    now = printed(answer)
    if any(computation.answer.get(name) != now[name] for name in ("outcome", "total", "rule_ids")):
        raise ValidationError(_("The rules have changed since. Compute the grant anew."))
    if not answer.total:
        raise ValidationError(_("This computation grants nothing."))
    return answer


@transaction.atomic
def propose_award(
    *, record: Return, computation: Computation, people: Sequence[Person], parts: Sequence[Part], by: User
) -> GrantAward:
    """Propose what was computed: a line per person and component, and the parts in which it is given."""
    locked = Return.objects.select_for_update().get(pk=record.pk)
    if not may_propose(by, record.case):
        raise ValidationError(_("An officer or lead of this country proposes a grant."))
    if locked.stage in NO_MONEY or computation.case_id != record.case_id or not computation.is_current:
        raise ValidationError(_("There is no current computation for this return, or it has ended."))
    answer = answer_of(computation)
    insist_on_people(record, computation, people)
    amount = sum((part.amount for part in parts), Decimal())
    insist_on_parts(answer, parts, amount)
    look_now([person.pk for person in people])
    with in_plain_words():
        award = GrantAward.objects.create(
            return_file=record, computation=computation, scheme=computation.scheme, currency=computation.currency,
            amount=amount, rule_ids=answer.rule_ids, proposed_by=by,
        )  # fmt: skip
        AwardLine.objects.bulk_create(lines_of(award, answer, people))
        Instalment.objects.bulk_create(
            Instalment(award=award, n=n, kind=part.kind, mode=part.mode, amount=part.amount)
            for n, part in enumerate(parts, 1)
        )
    _say(award, "returns.award_proposed", by)
    return award


def insist_on_people(record: Return, computation: Computation, people: Sequence[Person]) -> None:
    """The people of the computation are people of the case, each once. They are held: none is granted twice at once."""
    list(Person.objects.select_for_update(no_key=True).filter(pk__in=[one.pk for one in people]).order_by("pk"))
    known = set(record.case.members.values_list("person", flat=True))
    keys = [person.pk for person in people]
    if len(keys) != len(computation.inputs["persons"]) or len(set(keys)) != len(keys) or not set(keys) <= known:
        raise ValidationError(_("Say for each computed person who of the case it is, each once."))


def insist_on_parts(answer: Answer, parts: Sequence[Part], amount: Decimal) -> None:
    """Parts come to the computed sum, or to less where it is a ceiling; no more in cash than the rule lets."""
    if any(part.amount <= 0 for part in parts):
        raise ValidationError(_("Each instalment has an amount."))
    if amount > answer.total or (amount < answer.total and not answer.is_ceiling):
        raise ValidationError(
            _("The instalments come to %(sum)s, computed is %(total)s.") % {"sum": amount, "total": answer.total}
        )
    cash = sum((part.amount for part in parts if part.mode == Mode.CASH), Decimal())
    if (most := most_in_cash(answer.lines)) is not None and cash > most:
        raise ValidationError(_("At most %(most)s may be given in cash.") % {"most": most})


def most_in_cash(lines: Sequence[Line]) -> Decimal | None:
    """Half of what is given in kind with at most half in cash, besides what is cash anyway; None: no bound."""
    halved = [line.amount for line in lines if line.rule.mode_word == HALF_CASH]
    if not halved:
        return None
    return Decimal(sum(line.amount for line in lines if line.rule.mode_word != HALF_CASH)) + Decimal(sum(halved)) / 2


def lines_of(award: GrantAward, answer: Answer, people: Sequence[Person]) -> list[AwardLine]:
    """Every line with its sentence in every language; a cap is spread over the lines in proportion."""
    amounts = spread([line.amount for line in answer.lines], int(award.amount))
    return [
        AwardLine(
            award=award, person=people[line.person], component=line.rule.component, computed=line.amount,
            amount=amount, mode=Mode.CASH if line.rule.mode_word in CASH_WORDS else Mode.IN_KIND,
            sentences=sentences_of(line), rule_id=line.rule.rule_id, source=source_of(line.rule),
            once_key=once_key(line),
        )
        for line, amount in zip(answer.lines, amounts, strict=True)
    ]  # fmt: skip


def sentences_of(line: Line) -> dict[str, str]:
    """Why, in every language of the house."""
    found = {}
    for language, __ in settings.LANGUAGES:
        with override(language):
            found[language] = why_line(line)
    return found


def once_key(line: Line) -> str:
    """Under what name a grant counts once in life; empty where the rule does not say so."""
    if not line.rule.once_only:
        return ""
    return f"{line.rule.scheme} higher" if "higher" in line.rule.once_only else line.rule.scheme


@transaction.atomic
def approve_award(*, award: GrantAward, by: User) -> None:
    """A second person answers for it: the money is committed, what is due at departure becomes due."""
    locked = locked_award(award.pk)
    if locked.state != AwardState.PROPOSED:
        raise ValidationError(_("This award does not wait for approval."))
    if not may_approve(by, locked):
        raise ValidationError(_("Somebody else must approve this: your own proposal, or above your limit."))
    insist_on_decided(locked)
    now = timezone.now()
    with in_plain_words():
        locked.state, locked.approved_at, locked.approved_by = AwardState.APPROVED, now, by
        locked.save(update_fields=["state", "approved_at", "approved_by"])
        LedgerEntry.objects.create(award=locked, kind=EntryKind.COMMITMENT, amount=locked.amount, booked_by=by)
        due = locked.instalments.filter(kind=InstalmentKind.DEPARTURE)
        due.update(state=InstalmentState.DUE, released_at=now, released_by=by)
    _say(locked, "returns.award_approved", by)


@transaction.atomic
def cancel_award(*, award: GrantAward, reason: str, by: User) -> None:
    """Cancel what is not paid. An award of which nothing was paid is cancelled whole, and may be given again."""
    if not may_cancel(by, locked_award(award.pk)):
        raise ValidationError(_("A lead cancels an award; who proposed it, as long as nobody has approved it."))
    if not reason.strip():
        raise ValidationError(_("Say why: the reason stays on record."))
    _pay_no_more(award, reason, by)


def _pay_no_more(award: GrantAward, reason: str, by: User | None) -> None:
    locked = locked_award(award.pk)
    if locked.state == AwardState.CANCELLED:
        return
    locked.instalments.open().update(state=InstalmentState.CANCELLED)
    Payment.objects.filter(instalment__award=locked, state=PaymentState.COUNTED).update(state=PaymentState.GIVEN_UP)
    totals = locked.entries.all().totals()
    if totals["open"]:
        LedgerEntry.objects.create(
            award=locked, kind=EntryKind.CANCELLATION, amount=totals["open"], note=reason, booked_by=by
        )
    if not totals["paid"]:
        locked.state, locked.cancelled_at, locked.cancelled_by = AwardState.CANCELLED, timezone.now(), by
        locked.cancel_reason = reason
        locked.save(update_fields=["state", "cancelled_at", "cancelled_by", "cancel_reason"])
        locked.lines.update(is_released=True)
    _say(locked, "returns.award_cancelled", by, amount=totals["open"] or locked.amount)


@transaction.atomic
def cancel_unpaid(*, record: Return, by: User | None) -> None:
    """A return ends before its time: nothing more is paid. Called in the transaction of the withdrawal."""
    for award in record.awards.exclude(state=AwardState.CANCELLED).order_by("pk"):
        if award.state == AwardState.PROPOSED or award.instalments.open().exists():
            _pay_no_more(award, str(_("The return ended.")), by)


@transaction.atomic
def settle(*, record: Return, by: User) -> None:
    """A return closes: what is not paid is cancelled.

    Not while cash is between two hands: whether the person has it is for the two who stood there to say. If closing
    gave it up, a payment that did happen would be lost to the ledger.
    """
    between = Payment.objects.filter(instalment__award__return_file=record, state=PaymentState.COUNTED)
    if between.exists():
        raise ValidationError(_("Cash is counted out and not confirmed. Confirm it or give it up, then close."))
    cancel_unpaid(record=record, by=by)


def locked_award(key: int) -> GrantAward:
    """The lock of all its money: whoever pays, cancels or books takes the return's row, then the award's.

    A withdrawal takes the return first, then the case, then the awards; with the award first, a payment that writes
    its line of the timeline would wait for the case while the withdrawal waits for the award.
    """
    Return.objects.select_for_update().get(pk=GrantAward.objects.values_list("return_file", flat=True).get(pk=key))
    rows = GrantAward.objects.select_for_update(of=("self",)).select_related("return_file__case")
    return rows.get(pk=key)


def _say(award: GrantAward, verb: str, by: User | None, amount: Decimal | None = None) -> None:
    facts = {"scheme": award.scheme, "amount": str(amount or award.amount), "currency": award.currency}
    record_event(case=award.return_file.case, kind=EventKind.DECISION, verb=verb, by=by, facts=facts)
