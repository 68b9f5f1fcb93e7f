"""What a plan may cost: the parts of the award that are given in kind, or after the plan."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from returns.models import GrantAward, Instalment, InstalmentKind, InstalmentState, Mode, ReintegrationPlan
from returns.money import in_words

PLANNED = Q(mode=Mode.IN_KIND) | Q(kind=InstalmentKind.AFTER_PLAN)


def ceiling_of(award: GrantAward) -> Decimal:
    """At most this may stand in the budget."""
    parts = award.instalments.filter(PLANNED).exclude(state=InstalmentState.CANCELLED)
    return parts.aggregate(sum=Sum("amount", default=0))["sum"]


def with_ceiling(awards: QuerySet[GrantAward]) -> QuerySet[GrantAward]:
    """Grants with what may be planned under each, as `ceiling`."""
    planned = Q(instalments__mode=Mode.IN_KIND) | Q(instalments__kind=InstalmentKind.AFTER_PLAN)
    standing = planned & ~Q(instalments__state=InstalmentState.CANCELLED)
    return awards.annotate(ceiling=Sum("instalments__amount", filter=standing, default=Decimal()))


def insist_on_ceiling(award: GrantAward, total: Decimal) -> None:
    """A budget stays within its award; what is given in cash at departure is the person's own."""
    if total > (most := ceiling_of(award)):
        words = {"total": in_words(total, award.currency), "most": in_words(most, award.currency)}
        raise ValidationError(
            _("The budget comes to %(total)s. In kind or after the plan the grant gives %(most)s.") % words
        )


def insist_on_plan(instalment: Instalment) -> None:
    """What is paid after the plan waits until a plan under this award is approved by office and mission."""
    if instalment.kind != InstalmentKind.AFTER_PLAN:
        return
    if not ReintegrationPlan.objects.in_force().filter(award=instalment.award_id).exists():
        raise ValidationError(_("This part waits for the reintegration plan, approved by the office and the mission."))
