"""Grounds for refusal that several schemes share."""

from returns.rules.answer import Ask, Refuse
from returns.rules.facts import EarlierGrant, Facts

PERMANENT = {True, "permanent", "equivalent", "permanent_or_equivalent", "permanent_equivalent"}
COUNTRY_OF_SCHEME = {"FI": "FI", "SE": "SE", "IS": "IS"}


def insist_voluntary(facts: Facts) -> None:
    """The return is the person's own choice."""
    if facts.flag("voluntary") is None:
        raise Ask("voluntary_or_forced")
    if not facts.flag("voluntary"):
        raise Refuse("not_voluntary")


def insist_on_permit(facts: Facts) -> None:
    """To a country that is not one's own, only with a permanent permit there; a visa is not enough."""
    if not facts.return_country:
        raise Ask("return_country_missing")
    if not facts.citizenship or facts.citizenship == facts.return_country:
        return
    permit = facts.flag("permit_in_return_country")
    if permit is None:
        raise Ask("permit_in_return_country_not_known")
    if permit not in PERMANENT:
        raise Refuse("no_permit_in_return_country")


def insist_on_category(facts: Facts, *categories: str) -> None:
    """The scheme is for these categories of people."""
    if not facts.category:
        raise Ask("category_missing")
    if facts.category not in categories:
        raise Refuse("category_not_eligible")


def ask_about_other_grants(facts: Facts, *, within: bool) -> None:
    """A grant in another country may bar this one: no source says. `within`: an earlier one of this scheme may too."""
    for person in facts.persons:
        if person.earlier_grant and (within or not is_of_scheme(person.earlier_grant, facts)):
            raise Ask("earlier_grant", scheme=person.earlier_grant.scheme)


def is_of_scheme(grant: EarlierGrant, facts: Facts) -> bool:
    """Was that grant given under this same scheme?"""
    return grant.scheme == facts.scheme
