"""All that the page of one return's monitoring shows, in a number of questions that does not grow with it."""

from functools import cached_property

from django.conf import settings
from django.utils.translation import get_language

from accounts.models import User
from cases.reference.countries import name_of
from returns.models import AFTER_ARRIVAL, ContactAttempt, Return, Screening, Survey, Visit
from returns.monitoring.attempts import days_in_vain
from returns.monitoring.contactable import before_contact, people_of
from returns.monitoring.pictures import MARKS, Line, lines_of
from returns.monitoring.reach import is_mission

ATTEMPTS_SHOWN = 50


class Monitored:
    """One return for one reader."""

    def __init__(self, record: Return, reader: User) -> None:
        self.record, self.case, self.reader = record, record.case, reader

    @cached_property
    def contact(self) -> dict:
        """The people, their rules, the clocks there."""
        return before_contact(self.record, people_of(self.record))

    @property
    def country(self) -> str:
        """Where they live."""
        return name_of(self.record.return_country, get_language() or "en")

    @property
    def goes_on(self) -> bool:
        """Are visits still due?"""
        return self.record.stage in AFTER_ARRIVAL

    @property
    def is_office(self) -> bool:
        """May the reader go to the case?"""
        return not is_mission(self.reader)

    @cached_property
    def visits(self) -> list[Visit]:
        """Every visit, with its survey."""
        return list(self.case.visits.select_related("survey", "recorded_by"))

    @cached_property
    def surveys(self) -> list[Survey]:
        """Every survey, the oldest first."""
        return list(self.case.surveys.select_related("person", "question_set", "visit"))

    @property
    def finished(self) -> list[Survey]:
        """Those with scores."""
        return [survey for survey in self.surveys if survey.is_finished]

    @property
    def drafts(self) -> list[Survey]:
        """Those still being answered."""
        return [survey for survey in self.surveys if not survey.is_finished]

    @cached_property
    def lines(self) -> list[Line]:
        """The pictures over time."""
        return lines_of(self.finished)

    @property
    def marks(self) -> tuple:
        """The words and heights of 1, one half and 0."""
        return MARKS

    @property
    def unverified(self) -> bool:
        """Does any score come from a set that nobody compared with the published table?"""
        return any(not survey.question_set.is_verified for survey in self.finished)

    @cached_property
    def screenings(self) -> list[Screening]:
        """Every follow-up screening."""
        return list(self.case.screenings.select_related("person", "done_by"))

    @cached_property
    def attempts(self) -> list[ContactAttempt]:
        """The log, the newest first."""
        return list(self.case.contact_attempts.select_related("person", "tried_by")[:ATTEMPTS_SHOWN])

    @property
    def in_vain(self) -> int:
        """On how many days somebody was sought in vain."""
        return days_in_vain(self.attempts)

    @property
    def needed(self) -> int:
        """On how many days, before contact counts as lost."""
        return settings.RETURNS_LOST_AFTER

    @property
    def may_be_lost(self) -> bool:
        """May the return end as lost contact?"""
        return self.goes_on and self.in_vain >= self.needed
