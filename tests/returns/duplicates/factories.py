"""Two records of one person, in two countries."""

from datetime import date

from accounts.models import Mandate, Organisation, Role, User
from cases.births import Birth
from cases.models import Person
from returns.models import DuplicatePair, Return
from tests import factories
from tests.returns.returning import a_return

BORN = Birth.on(date(1989, 3, 14))
KIND = "unhcr_individual"


def returning(by: User, family_name: str, given_names: str, country: str = "FI", **columns) -> tuple[Return, Person]:
    """The return of one person, from a country, as it would be recorded there."""
    record = a_return_from(by, country)
    person = record.case.members.get().person
    columns = {"family_name": family_name, "given_names": given_names, "sex": "M", "birth": BORN} | columns
    for name, value in columns.items():
        setattr(person, name, value)
    person.save()
    return record, person


def a_return_from(by: User, country: str) -> Return:
    """A return from one of the three countries."""
    record = a_return(by)
    record.case.country = country
    record.case.save(update_fields=["country"])
    return record


def axmed_and_ahmed(by: User) -> tuple[Return, Return]:
    """One man, written down in Finland and in Sweden."""
    finnish, __ = returning(by, "Axmed", "Cali Xasan", "FI")
    swedish, __ = returning(by, "Ahmed", "Ali Hassan", "SE")
    return finnish, swedish


def pair_of(*records: Return) -> DuplicatePair:
    """The pair of the people of two returns."""
    return DuplicatePair.objects.get(
        first__memberships__case__in=[one.case for one in records],
        second__memberships__case__in=[one.case for one in records],
    )


def officer_of(office: Organisation, country: str, name: str = "fiona", role: str = Role.OFFICER) -> User:
    """Somebody who may read the returns of one country."""
    return factories.user(name, office, (role, Mandate.RETURNS, country))
