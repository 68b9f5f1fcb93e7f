"""Who may do what with returns, enquiries, grant rules, computations and money.

Money passes through the hands of people who are not each other: who proposes an award does not approve it; who approves
it neither says that a condition is met nor pays; who says that a condition is met does not pay that instalment; who
counts cash out does not confirm it. Nothing is asked of the person that the record does not say itself.
"""

from django.db.models import Q, QuerySet

from accounts.models import STAFF_ROLES, Grant, Mandate, OrganisationKind, Role, User
from cases.models import Case
from returns.models import (
    AppliedBy,
    ApprovalLimit,
    AwardState,
    DuplicatePair,
    GrantAward,
    Instalment,
    Payment,
    Recovery,
    RuleSet,
)
from returns.money import MONEY_ROLES

COUNSELLORS = (Role.OFFICER, Role.LEAD)
MAY_SEE_RULES = (Role.OFFICER, Role.LEAD, Role.ADMINISTRATOR)
SENT_AS = {  # who outside the office sends enquiries, and how they are then said to have come
    OrganisationKind.RECEPTION_CENTRE: AppliedBy.RECEPTION_CENTRE,
    OrganisationKind.COORDINATOR: AppliedBy.COORDINATOR,
}
MAY_LOAD = (Role.ADMINISTRATOR, Role.LEAD)


def counsels_returns(user: User) -> bool:
    """An officer or lead of returns?"""
    return any(scope.mandate in ("", Mandate.RETURNS) for scope in user.standing.within(*COUNSELLORS))


def may_see_rules(user: User) -> bool:
    """Rules are no secret within the mandate; administrators keep them."""
    return counsels_returns(user) or user.standing.has(Role.ADMINISTRATOR)


def may_load(user: User) -> bool:
    """Administrators and leads of returns load decrees."""
    return any(
        scope.role == Role.ADMINISTRATOR or scope.mandate in ("", Mandate.RETURNS)
        for scope in user.standing.within(*MAY_LOAD)
    )


def may_activate(user: User, rule_set: RuleSet) -> bool:
    """Those who may load, but never the one who did."""
    return may_load(user) and user.pk != rule_set.loaded_by_id


def _holders(*roles: str) -> QuerySet[User]:
    grants = Grant.objects.in_force().filter(
        Q(role=Role.ADMINISTRATOR) | Q(mandate__in=["", Mandate.RETURNS]), role__in=roles
    )
    return User.objects.filter(pk__in=grants.values("user"), is_active=True)


def second_persons(loader: User) -> QuerySet[User]:
    """Those who may put in force what this person loaded."""
    return _holders(*MAY_LOAD).exclude(pk=loader.pk)


def colleagues_of_returns(actor: User) -> QuerySet[User]:
    """Officers and leads of returns, but not the one who acts."""
    return _holders(*COUNSELLORS).exclude(pk=actor.pk)


def may_carry(user: User, country: str) -> bool:
    """Who takes cash out works with the money of that country."""
    return any(user.standing.covers(role, Mandate.RETURNS, country) for role in MONEY_ROLES)


def may_act(user: User, case: Case) -> bool:
    """An officer or lead of returns in the country of the case?"""
    return any(user.standing.covers(role, case.mandate, case.country) for role in COUNSELLORS)


def may_answer(user: User, country: str) -> bool:
    """May this person take on or close enquiries of a country?"""
    return any(user.standing.covers(role, Mandate.RETURNS, country) for role in COUNSELLORS)


def may_decide_pair(user: User, pair: DuplicatePair) -> bool:
    """Whoever may see a pair counsels one of the two, and decides."""
    return DuplicatePair.objects.visible_to(user).filter(pk=pair.pk).exists()


def may_send(user: User) -> bool:
    """A partner of a reception centre, or a regional coordinator, sends enquiries and follows the own ones."""
    return user.standing.has(Role.PARTNER) and user.organisation.kind in SENT_AS


def may_open_case(user: User, case: Case) -> bool:
    """Somebody of the office whose grants cover the case: finance approves money and opens no case."""
    return any(user.standing.covers(role, case.mandate, case.country) for role in STAFF_ROLES)


def may_see_money(user: User, case: Case) -> bool:
    """Somebody who works with the money of this case's country. Authorities do not see it."""
    return any(user.standing.covers(role, case.mandate, case.country) for role in MONEY_ROLES)


def leads(user: User, case: Case) -> bool:
    """A lead of the case's country?"""
    return user.standing.covers(Role.LEAD, case.mandate, case.country)


def may_propose(user: User, case: Case) -> bool:
    """An officer or lead of the case's country."""
    return may_act(user, case)


def may_approve(user: User, award: GrantAward) -> bool:
    """Not the own proposal, and within the limit of a role that holds for the case."""
    case = award.return_file.case
    if user.pk == award.proposed_by_id or not may_see_money(user, case):
        return False
    limits = ApprovalLimit.objects.filter(currency=award.currency, up_to__gte=award.amount)
    return any(user.standing.covers(limit.role, case.mandate, case.country) for limit in limits)


def may_cancel(user: User, award: GrantAward) -> bool:
    """A lead of the case's country; and whoever proposed it, as long as nobody has approved it."""
    case = award.return_file.case
    is_own = award.state == AwardState.PROPOSED and user.pk == award.proposed_by_id
    return (is_own and may_propose(user, case)) or leads(user, case)


def may_release(user: User, part: Instalment) -> bool:
    """An officer or lead of the case's country who did not approve the award."""
    return may_act(user, part.award.return_file.case) and user.pk != part.award.approved_by_id


def may_pay(user: User, part: Instalment) -> bool:
    """Neither who approved the award nor who said that the condition of this instalment is met."""
    return may_see_money(user, part.award.return_file.case) and user.pk not in (
        part.award.approved_by_id, part.released_by_id,
    )  # fmt: skip


def may_buy(user: User, part: Instalment) -> bool:
    """Who asks suppliers and chooses among them: an officer or lead of the case's country."""
    return may_act(user, part.award.return_file.case)


def may_give_up_rest(user: User, part: Instalment) -> bool:
    """A lead of the case's country."""
    return leads(user, part.award.return_file.case)


def may_claim(user: User, payment: Payment) -> bool:
    """Who claims money back: an officer or lead of the case's country."""
    return may_act(user, payment.instalment.award.return_file.case)


def may_write_off(user: User, recovery: Recovery) -> bool:
    """A lead of the case's country, but not the one who claimed."""
    return user.pk != recovery.claimed_by_id and leads(user, recovery.payment.instalment.award.return_file.case)


def may_confirm(user: User, payment: Payment) -> bool:
    """Anybody else who works with this money than the one who counted it out."""
    return user.pk != payment.counted_by_id and may_see_money(user, payment.instalment.award.return_file.case)
