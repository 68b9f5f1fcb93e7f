"""What is not on record of a return that was recorded after it had happened: said, never filled in."""

from collections.abc import Iterator

from cases.stages import Missing
from returns.models import Return
from returns.needs import (
    look_for_application_date,
    look_for_counselling,
    look_for_country,
    look_for_decision,
    look_for_eligibility,
    look_for_statement,
    unsigned_adults,
)

LOOKS = (
    look_for_counselling, look_for_country, look_for_application_date, look_for_eligibility, look_for_statement,
    look_for_decision,
)  # fmt: skip


def missing_of_the_past(record: Return) -> list[Missing]:
    """What the line asks for before a departure and nobody has on record. Clearances and seats are not asked for: the
    journey has been made."""
    return [*(one for look in LOOKS for one in look(record)), *_unsigned(record)]


def _unsigned(record: Return) -> Iterator[Missing]:
    return unsigned_adults(record, record.case.members.select_related("person"))
