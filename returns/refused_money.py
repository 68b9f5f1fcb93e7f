"""What Postgres refuses about money, in words: the guard of the database speaks to the person who acted."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

WORDS = {
    "returns_awardline_once_per_life": _("Somebody of this case had this grant before. It is given once in life."),
    "returns_awardline_once_per_identity": _(
        "Somebody of this case had this grant before, under another record. It is given once in life."
    ),
    "returns_award_one_per_scheme": _("This return has an award under this scheme already."),
    "returns_award_adds_up": _("Lines or instalments do not come to the amount of the award."),
    "returns_award_second_person": _("Who proposed an award does not approve it."),
    "returns_ledger_on_award": _("This award is not in force: nothing is booked on it."),
    "returns_ledger_within_award": _("That is more than the award."),
    "returns_ledger_paid_once": _("This instalment is paid already."),
    "returns_ledgerentry_positive": _("Say how much: more than nothing."),
    "returns_ledger_not_paid": _("More cannot come back than was paid."),
    "returns_award_holds": _("This award is cancelled, or was approved with another amount."),
    "returns_payment_of_what_is_due": _("This instalment is not due."),
    "returns_payment_whole": _("An instalment is paid whole."),
    "returns_payment_holds": _("What was paid is not rewritten."),
    "returns_recovery_one_open": _("It is claimed back already."),
    "returns_recovery_positive": _("Say how much: more than nothing."),
    "returns_supplierquote_one": _("A quote for this is chosen already."),
    "returns_payment_once": _("This instalment is paid already, or being paid."),
    "returns_payment_other_than_approver": _("Who approved an award does not pay it."),
    "returns_payment_other_than_releaser": _("Who said that the condition is met does not pay it."),
    "returns_payment_within_float": _("The float does not hold that much, or it is closed."),
    "returns_payment_two_persons": _("Cash is confirmed by somebody else than the one who counted it out."),
    "returns_cashfloat_one_a_day": _("There is a float of this day in this currency already."),
    "returns_cashfloat_second_person": _("A float is counted by somebody else than its holder."),
    "returns_cashfloat_holds": _("This float is counted already."),
    "returns_cashfloat_adds_up": _("The float does not come to what was paid from it. Count it again."),
    "returns_plan_within_award": _("The budget is more than the grant gives in kind or after the plan."),
    "returns_plan_frozen": _("This version was submitted. It is written again when it is sent back."),
    "returns_plan_second_person": _("Somebody else than the author approves a plan."),
    "returns_cashfloat_difference_explained": _("Say why there is a difference."),
}


@contextmanager
def in_plain_words() -> Iterator[None]:
    """What the database refuses comes back as a sentence; what it has no sentence for stays an error."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as refusal:
        diagnosis = getattr(refusal.__cause__, "diag", None)
        if (name := getattr(diagnosis, "constraint_name", None)) not in WORDS:
            raise
        raise ValidationError(WORDS[name]) from refusal
