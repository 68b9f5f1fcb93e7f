"""What hangs on a return and half of its page reads: talks, looks at eligibility, signatures, visits.

Pages and lists bring them along in the question that fetches the return; an action, which locks one row and wants what
is true now, asks for them.
"""

from django.db.models import Model, OuterRef, QuerySet

from cases.facts import as_records, brought
from returns.models.counselling import Counselling
from returns.models.declaration import Declaration
from returns.models.eligibility import EligibilityCheck
from returns.models.survey import Screening
from returns.models.visit import Visit

OF_CASE = {"case": OuterRef("case")}


def with_attached(returns: QuerySet) -> QuerySet:
    """Returns with their talks, looks at eligibility, signatures in force, visits and screenings that are due."""
    return returns.annotate(
        talk_rows=brought(Counselling.objects.filter(**OF_CASE).order_by("held_on", "pk")),
        check_rows=brought(EligibilityCheck.objects.filter(**OF_CASE).order_by("pk")),
        signature_rows=brought(Declaration.objects.in_force().filter(**OF_CASE).order_by("pk")),
        visit_rows=brought(Visit.objects.filter(**OF_CASE).order_by("due_on", "pk")),
        screening_rows=brought(Screening.objects.filter(state="due", **OF_CASE).order_by("due_on", "pk")),
    )


def is_brought(record: Model) -> bool:
    """Did they come along?"""
    return "talk_rows" in record.__dict__


def attached(record: Model, rows: str, asked: QuerySet) -> list:
    """What came along under this name, else the answer of the database."""
    return as_records(asked.model, record.__dict__[rows]) if is_brought(record) else list(asked)
