"""What every act on paid money shares: the state it needs and the one it brings, its receipt, its line of the story."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.cases import next_reference
from cases.actions.events import record_event
from cases.models import EventKind
from returns.models import GrantAward, Instalment, Payment


def in_state(payment: Payment, state: str) -> Payment:
    """The payment as it is now, if that is what one believes it to be."""
    current = Payment.objects.select_related("instalment").get(pk=payment.pk)
    if current.state != state:
        raise ValidationError(
            _("This payment has changed meanwhile: %(state)s.") % {"state": current.get_state_display()}
        )
    return current


def bring(instalment: Instalment, state: str, **columns) -> None:
    """Bring an instalment to a state."""
    for name, value in (columns | {"state": state}).items():
        setattr(instalment, name, value)
    instalment.save(update_fields=["state", *columns])


def receipt_number(award: GrantAward) -> str:
    """The next receipt of the country and year, without gaps: FI-RC-2026-00012."""
    return next_reference(f"{award.return_file.case.country}-RC")


def receipt_of_what_came_back(award: GrantAward) -> str:
    """The next one of a series of its own, so that neither has gaps: FI-RB-2026-00003."""
    return next_reference(f"{award.return_file.case.country}-RB")


def say_moved(award: GrantAward, amount: Decimal, verb: str, by: User, **more: str) -> None:
    """One line of the timeline."""
    facts = {"amount": str(amount), "currency": award.currency} | more
    record_event(case=award.return_file.case, kind=EventKind.CASE, verb=verb, by=by, facts=facts)
