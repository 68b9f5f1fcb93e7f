"""What a decision gives by itself towards a journey: a kind of clearance and the days on which it is good."""

from dataclasses import dataclass
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange


@dataclass(frozen=True)
class Held:
    """A clearance that a decision gives: the days on which it is good; None: no bound."""

    kind: str
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def days(self) -> DateRange | None:
        """As Postgres keeps it; None: good on any day."""
        if self.valid_from is None and self.valid_until is None:
            return None
        return DateRange(self.valid_from, self.valid_until, "[]")
