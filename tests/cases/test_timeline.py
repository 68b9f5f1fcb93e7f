"""The timeline and the read log only ever grow."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import InternalError, connection, transaction
from django.utils import timezone

from cases.actions.events import record_contact
from cases.models import Access, Event
from tests import factories

STATEMENTS = ["UPDATE {0} SET id = id", "DELETE FROM {0}", "TRUNCATE {0} CASCADE"]


@pytest.mark.parametrize("statement", STATEMENTS)
@pytest.mark.parametrize("model", [Event, Access])
def test_postgres_refuses_anything_but_growth(aino, model, statement):
    case = factories.case(aino)
    Access.objects.create(user=aino, case=case, page="cases:case")
    with pytest.raises(InternalError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(statement.format(model._meta.db_table))


def test_what_has_not_happened_cannot_be_recorded(aino):
    with pytest.raises(ValidationError):
        record_contact(
            case=factories.case(aino), by=aino, note="soon", happened_on=timezone.localdate() + timedelta(days=1)
        )
