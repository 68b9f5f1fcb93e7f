"""Desks that work on the same money at once: what they may try, each on a connection of its own.

An act names what it is done to by a number: the n-th instalment that is due, the n-th payment that was paid, as they
stand at that moment. So most acts can succeed, and two desks that drew the same number meet at the same row. What is
refused in words is right; anything else that is raised is a fault. Each desk notes what it was told had been done, to
be held against the ledger.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from accounts.models import User
from cases.outbox import Later
from iomfi.drills.room import Room, propose
from returns.actions.awards import approve_award, cancel_award
from returns.actions.floats import close_float, expected_in
from returns.actions.money_back import recover, refund
from returns.actions.own_withdrawal import ask_withdrawal, undo_withdrawal, withdraw_due
from returns.actions.payments import (
    Rate,
    Seen,
    confirm_cash,
    count_out,
    give_up,
    pay,
    release_instalment,
)  # fmt: skip
from returns.actions.return_files import resume, withdraw
from returns.models import (
    ENDED,
    AwardState,
    CashFloat,
    GrantAward,
    Instalment,
    InstalmentState,
    Method,
    Payment,
    PaymentState,
    Return,
    Stage,
)  # fmt: skip

DINAR = Rate("IQD", Decimal("1428.571"), "UN rate of the month")


class Nothing(Exception):
    """There is nothing that this could be done to."""


@dataclass(frozen=True)
class Act:
    """What a desk tries, to the n-th thing it can be tried on."""

    verb: str
    nth: int = 0
    share: int = 4  # of what was paid, in quarters


@dataclass
class Desk:
    """One officer of the room; `told` is what this desk believes to have been done to payments."""

    room: Room
    by: User
    told: list[tuple] = field(default_factory=list)

    def awards(self, *states: str) -> models.QuerySet:
        """The awards of the room in these states."""
        return GrantAward.objects.filter(return_file__in=self.room.returns, state__in=states)

    def parts(self, state: str) -> models.QuerySet:
        """Instalments of what is approved."""
        return Instalment.objects.filter(award__in=self.awards(AwardState.APPROVED), state=state)

    def payments(self, state: str) -> models.QuerySet:
        """Payments of the room."""
        rows = Payment.objects.filter(instalment__award__return_file__in=self.room.returns, state=state)
        return rows.select_related("instalment")

    def returns(self, *stages: str) -> models.QuerySet:
        """Returns of the room; with no stage named those that have not ended."""
        rows = Return.objects.filter(pk__in=self.room.returns).select_related("case")
        return rows.filter(stage__in=stages) if stages else rows.exclude(stage__in=ENDED)


def chosen(rows: models.QuerySet, act: Act) -> models.Model:
    """The row that this act is done to, as this desk sees it now; another may have been faster meanwhile."""
    found = list(rows.order_by("pk"))
    if not found:
        raise Nothing
    return found[act.nth % len(found)]


def proposes(desk: Desk, act: Act) -> None:
    """Propose an award: for some of these returns it is the second one, or the second of the same person."""
    propose(chosen(desk.returns(), act), desk.by)


def approves(desk: Desk, act: Act) -> None:
    """The second person says yes."""
    approve_award(award=chosen(desk.awards(AwardState.PROPOSED), act), by=desk.room.approver)


def releases(desk: Desk, act: Act) -> None:
    """A condition is met."""
    release_instalment(instalment=chosen(desk.parts(InstalmentState.WAITS), act), by=desk.by)


def counts_out(desk: Desk, act: Act) -> None:
    """Cash out of the own float."""
    part = chosen(desk.parts(InstalmentState.DUE), act)
    count_out(instalment=part, seen=payee_of(part), cash_float=CashFloat.objects.get(holder=desk.by), by=desk.by)


def confirms(desk: Desk, act: Act) -> None:
    """The second person at the airport."""
    payment = chosen(desk.payments(PaymentState.COUNTED), act)
    confirm_cash(payment=payment, signed_name="Amina", by=desk.by)
    desk.told.append(("payment", payment.pk))


def gives_up(desk: Desk, act: Act) -> None:
    """Nobody came."""
    give_up(payment=chosen(desk.payments(PaymentState.COUNTED), act), by=desk.by)


def pays_by_bank(desk: Desk, act: Act) -> None:
    """A transfer."""
    part = chosen(desk.parts(InstalmentState.DUE), act)
    payment = pay(instalment=part, method=Method.BANK, seen=payee_of(part), by=desk.by)
    desk.told.append(("payment", payment.pk))


def pays_by_mission(desk: Desk, act: Act) -> None:
    """In another currency."""
    part = chosen(desk.parts(InstalmentState.DUE), act)
    payment = pay(instalment=part, method=Method.MISSION, seen=payee_of(part), rate=DINAR, by=desk.by)
    desk.told.append(("payment", payment.pk))


def refunds(desk: Desk, act: Act) -> None:
    """It came back."""
    payment = chosen(desk.payments(PaymentState.PAID), act)
    refund(payment=payment, note="The account is closed", by=desk.by)
    desk.told.append(("refund", payment.pk))


def recovers(desk: Desk, act: Act) -> None:
    """Claimed back, in quarters."""
    payment = chosen(desk.payments(PaymentState.PAID), act)
    amount = payment.amount * act.share / 4
    recover(payment=payment, amount=amount, note="Paid wrongly", by=desk.by)
    desk.told.append(("recovery", payment.pk, amount))


def cancels(desk: Desk, act: Act) -> None:
    """The lead says that nothing more is paid of it."""
    award = chosen(desk.awards(AwardState.PROPOSED, AwardState.APPROVED), act)
    cancel_award(award=award, reason="Proposed twice", by=desk.room.lead)


def withdraws(desk: Desk, act: Act) -> None:
    """The person says so to an officer."""
    withdraw(record=chosen(desk.returns(), act), by=desk.by)


def withdraws_alone(desk: Desk, act: Act) -> None:
    """On the own page, and the time to think goes by: at once here."""
    record = chosen(desk.returns(), act)
    ask_withdrawal(record=record)
    Return.objects.filter(pk=record.pk, withdrawal_due_at__isnull=False).update(withdrawal_due_at=timezone.now())
    try:
        withdraw_due(record.code)
    except Later as later:  # somebody asked anew meanwhile: the job comes back
        raise ValidationError(str(later)) from later


def thinks_again(desk: Desk, act: Act) -> None:
    """On the own page: asked, and undone in time."""
    record = chosen(desk.returns(), act)
    ask_withdrawal(record=record)
    undo_withdrawal(record=record)


def goes_on(desk: Desk, act: Act) -> None:
    """The person comes back after a withdrawal."""
    resume(record=chosen(desk.returns(Stage.WITHDRAWN), act), by=desk.by, note="Came back")


def counts_float(desk: Desk, act: Act) -> None:
    """The evening of somebody else's float."""
    held = chosen(CashFloat.objects.filter(holder__in=desk.room.officers, closed_at=None), act)
    close_float(cash_float=held, counted=expected_in(held), by=desk.by, difference_reason="Counted in the drill")


def payee_of(part: Instalment) -> Seen:
    """The person of the award."""
    return Seen(part.award.lines.select_related("person").first().person, "passport", "P1234567")


VERBS: dict[str, Callable[[Desk, Act], None]] = {
    "propose": proposes, "approve": approves, "release": releases, "count out": counts_out, "confirm": confirms,
    "give up": gives_up, "pay by bank": pays_by_bank, "pay by mission": pays_by_mission, "refund": refunds,
    "recover": recovers, "cancel": cancels, "withdraw": withdraws, "withdraw alone": withdraws_alone,
    "think again": thinks_again, "go on": goes_on, "count float": counts_float,
}  # fmt: skip
OFTEN = (
    ["propose"] * 3 + ["approve"] * 3 + ["release"] * 4 + ["count out"] * 4 + ["confirm"] * 4 + ["pay by bank"] * 4
    + ["pay by mission"] * 2 + ["refund"] * 4 + ["recover"] * 2 + ["give up", "cancel", "withdraw", "withdraw alone"]
    + ["think again", "go on", "go on", "count float"]
)  # fmt: skip
