"""Who may do what with returns, enquiries, grant rules and computations."""

from django.db.models import Q, QuerySet

from accounts.models import Grant, Mandate, OrganisationKind, Role, User
from cases.models import Case
from returns.models import RuleSet

COUNSELLORS = (Role.OFFICER, Role.LEAD)
MAY_SEE_RULES = (Role.OFFICER, Role.LEAD, Role.ADMINISTRATOR)
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


def may_act(user: User, case: Case) -> bool:
    """An officer or lead of returns in the country of the case?"""
    return any(user.standing.covers(role, case.mandate, case.country) for role in COUNSELLORS)


def may_answer(user: User, country: str) -> bool:
    """May this person take on or close enquiries of a country?"""
    return any(user.standing.covers(role, Mandate.RETURNS, country) for role in COUNSELLORS)


def may_send(user: User) -> bool:
    """A partner of a reception centre sends enquiries and follows the own ones."""
    return user.standing.has(Role.PARTNER) and user.organisation.kind == OrganisationKind.RECEPTION_CENTRE
