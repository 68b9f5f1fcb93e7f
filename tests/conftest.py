"""Three well-known people: Aino holds the case, Bilal is an officer of another mandate, Chidi has an account and no
right to see anything. Liaison `marjut` acts for Migri, `lars` for Migrationsverket."""

import pytest
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations
from django.test import Client

from accounts.models import Mandate, Organisation, OrganisationKind, Role, User
from tests import factories
from tests.migrated import migrated_database


@pytest.fixture(autouse=True, scope="session")
def emptied_between_tests():
    """Tests with real commits empty every table afterwards, also those that only grow: as the owner of the database."""
    empty = DatabaseOperations.execute_sql_flush
    DatabaseOperations.execute_sql_flush = lambda self, statements: empty(
        self, ["SET session_replication_role = replica", *statements, "SET session_replication_role = DEFAULT"]
    )
    yield
    DatabaseOperations.execute_sql_flush = empty


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, django_db_blocker) -> None:
    """The databases of the tests are copies of one that is migrated already."""
    with django_db_blocker.unblock():
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated_database()


@pytest.fixture
def office(db) -> Organisation:
    """The office itself."""
    return factories.organisation("iom-finland", OrganisationKind.IOM_OFFICE, "FI")


@pytest.fixture
def migri(db) -> Organisation:
    """The Finnish authority."""
    return factories.organisation("migri", OrganisationKind.AUTHORITY, "FI", language="fi")


@pytest.fixture
def migrationsverket(db) -> Organisation:
    """The Swedish authority."""
    return factories.organisation("migrationsverket", OrganisationKind.AUTHORITY, "SE", language="sv")


@pytest.fixture
def utl(db) -> Organisation:
    """The Icelandic authority."""
    return factories.organisation("utl", OrganisationKind.AUTHORITY, "IS", language="is")


@pytest.fixture
def aino(office) -> User:
    """Officer of resettlement in every country."""
    return factories.user("aino", office, (Role.OFFICER, Mandate.RESETTLEMENT, ""))


@pytest.fixture
def travel_officer(office) -> User:
    """Books journeys of every mandate."""
    return factories.user("tuuli", office, (Role.TRAVEL, "", ""))


@pytest.fixture
def bilal(office) -> User:
    """Officer of returns: no right to resettlement."""
    return factories.user("bilal", office, (Role.OFFICER, Mandate.RETURNS, ""))


@pytest.fixture
def chidi(office) -> User:
    """Has an account and no role."""
    return factories.user("chidi", office)


@pytest.fixture
def admin(office) -> User:
    """Administrator: configures, sees no case."""
    return factories.user("admin", office, (Role.ADMINISTRATOR, "", ""))


@pytest.fixture
def marjut(migri) -> User:
    """Liaison of Migri."""
    return factories.user("marjut", migri, (Role.LIAISON, "", ""))


@pytest.fixture
def lars(migrationsverket) -> User:
    """Liaison of Migrationsverket."""
    return factories.user("lars", migrationsverket, (Role.LIAISON, "", ""))


@pytest.fixture
def sign_in():
    """`sign_in(aino).get(...)`: a browser in which this person has signed in."""

    def client_of(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return client_of
