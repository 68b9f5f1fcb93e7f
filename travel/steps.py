"""A booking as five words with a time under each, and a sentence where it does not go on by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from travel.models import AttemptState, AttemptStep, Booking, BookingAttempt, BookingState, SeatsFrom, Traveller

A = AttemptState
LINE = (A.CLAIMED, A.SENDING, A.HELD, A.PAYING, A.TICKETED)
WORDS = {
    A.CLAIMED: gettext_lazy("Claimed"), A.SENDING: gettext_lazy("Sent"), A.HELD: pgettext_lazy("seats", "Held"),
    A.PAYING: gettext_lazy("Paid"), A.TICKETED: gettext_lazy("Ticketed"),
}  # fmt: skip
GOING_ON = {
    A.CLAIMED: gettext_lazy("Choosing seats"), A.SENDING: gettext_lazy("Sending"), A.PAYING: gettext_lazy("Paying"),
}  # fmt: skip
ENDS = {
    A.NOT_CREATED: gettext_lazy("Not booked"), A.UNKNOWN: gettext_lazy("Not known"),
    A.NEEDS_PERSON: gettext_lazy("A person decides"),
}  # fmt: skip
WAITS = {
    A.CLAIMED: gettext_lazy("Looking for seats within the approved price"),
    A.SENDING: gettext_lazy("Waiting for the airline's answer"),
    A.HELD: gettext_lazy("The seats are held; the payment comes next"),
    A.PAYING: gettext_lazy("Waiting for payment and tickets"),
    A.UNKNOWN: gettext_lazy("The answer was lost. We ask the airline for our reference and never send twice"),
    A.NOT_CREATED: gettext_lazy("This try came to nothing; another follows when the old offer has expired"),
}  # fmt: skip
REASONS: dict[str, Promise] = {
    "no_seats": gettext_lazy("There are no seats left on the chosen flights. Choose others."),
    "over_cap": gettext_lazy("The price is above what was approved. Approve more, or choose other flights."),
    "names_missing": gettext_lazy("A name or a birth date is missing or may not be used. Correct it, then ask again."),
    "too_many_attempts": gettext_lazy("It was tried several times without success. Choose other flights."),
    "nothing_found": gettext_lazy("The answer was lost, and asking the airline found nothing. Call their support."),
    "second_order": gettext_lazy("There is more than one order for these people. Call their support first."),
    "itinerary_differs": gettext_lazy("The order flies other flights than those that were approved."),
    "order_lapsed": gettext_lazy("The airline let the order lapse although a payment was sent."),
    "payment_not_seen": gettext_lazy("A payment was sent, and the airline does not show it."),
    "no_tickets": gettext_lazy("The order is paid, and the airline shows no tickets."),
}
ANSWERS: dict[str, Promise] = {  # by the codes of the API
    "internal_server_error": gettext_lazy("their system broke down"),
    "airline_internal": gettext_lazy("the airline's own system broke down"),
    "airline_unknown": gettext_lazy("the airline's own system gave no reason"),
    "service_unavailable": gettext_lazy("their system cannot be reached"),
    "gateway_timeout": gettext_lazy("their system took too long to answer"),
    "rate_limit_exceeded": gettext_lazy("we asked too often in a short time"),
    "order_not_created": gettext_lazy("the order was not made, and nothing was charged"),
    "offer_expired": gettext_lazy("the offer has expired"),
    "offer_no_longer_available": gettext_lazy("the offer is gone"),
    "price_changed": gettext_lazy("the price has changed"),
    "insufficient_balance": gettext_lazy("there is not enough money on our account with them"),
    "duplicate_booking": gettext_lazy("these people have such a booking already"),
    "not_found": gettext_lazy("they do not know what we asked for"),
    "validation_required": gettext_lazy("something that they need is missing"),
    "validation_format": gettext_lazy("something is not written as they want it"),
    "access_token_not_found": gettext_lazy("they do not accept our key"),
}


@dataclass(frozen=True)
class Step:
    """One word of the line, and the time under it."""

    words: str
    time: str = ""
    is_done: bool = False
    is_now: bool = False
    is_end: bool = False
    is_late: bool = False

    @property
    def css(self) -> str:
        """Class names of the look."""
        names = {"is-done": self.is_done, "is-now": self.is_now, "is-end": self.is_end}
        return " ".join(name for name, holds in names.items() if holds)


class BookingLine:
    """One booking as the page shows it, from what was read for all bookings at once."""

    def __init__(
        self, booking: Booking, travellers: Sequence[Traveller], attempts: Sequence[BookingAttempt], seats_from: str
    ) -> None:
        self.booking, self.travellers, self.attempts = booking, travellers, attempts
        self.attempt = attempts[-1] if attempts else None
        self.is_agency = seats_from == SeatsFrom.AGENCY

    @property
    def needs_person(self) -> bool:
        """Does it wait for somebody's decision?"""
        return bool(self.attempt and self.attempt.state == A.NEEDS_PERSON)

    @property
    def is_moving(self) -> bool:
        """Does it go on by itself?"""
        under_way = self.booking.state in (BookingState.ASKED, BookingState.CANCELLING)
        return under_way and not self.needs_person and not self.is_agency

    @property
    def families(self) -> str:
        """Whose seats: the family names of the order."""
        names = dict.fromkeys(one.person.family_name or one.person.given_names for one in self.travellers)
        return ", ".join(names)

    @property
    def place(self) -> int:
        """How far it has come, of five."""
        return LINE.index(self.attempt.state) + 1 if self.attempt and self.attempt.state in LINE else 1

    @property
    def wait(self) -> str:
        """What happens just now."""
        if self.booking.state == BookingState.CANCELLING:
            return _("Cancelling the order at the airline")
        return str(WAITS.get(self.attempt.state, "")) if self.attempt else _("Waiting for the worker")

    @property
    def reason(self) -> str:
        """Why it does not go on, and what one may do."""
        code = self.attempt.error_code if self.needs_person else self.booking.why
        return reason_words(code) if code else ""

    @property
    def evidence(self) -> list[AttemptStep]:
        """Every step of the newest attempt."""
        return list(self.attempt.steps.all()) if self.attempt else []

    @property
    def steps(self) -> list[Step]:
        """The five words; an end that nobody wanted replaces the last."""
        if self.attempt is None:
            return []
        came = {}
        for step in self.evidence:
            came.setdefault(step.state, step)
        line = [state for state in LINE if state != A.HELD or self.attempt.can_hold or not came.get(A.SENDING)]
        reached = max((line.index(state) for state in line if state in came), default=0)
        words, before = [], None
        for place, state in enumerate(line):
            step = came.get(state) if place <= reached else None
            words.append(self._step(state, step, place < reached or state == A.TICKETED, before))
            before = step.came_at if step else before
        if self.attempt.state in ENDS:
            moment = self.evidence[-1].came_at if self.evidence else None
            words[-1] = Step(str(ENDS[self.attempt.state]), time_words(moment, before), is_late=True)
        return words

    def _step(self, state: str, step: AttemptStep | None, is_past: bool, before: datetime | None) -> Step:
        if step is None:
            return Step(str(WORDS[state]))
        is_now = state == self.attempt.state and state != A.TICKETED
        words = GOING_ON.get(state, WORDS[state]) if is_now else WORDS[state]
        time = time_words(step.came_at, before)
        if is_now and state == A.HELD and (until := parse_datetime(step.facts.get("pay_by") or "")):
            time = _("until %(time)s") % {"time": time_words(until, timezone.now())}
        elif is_now:
            time = _("since %(time)s") % {"time": time}
        is_end = state == A.TICKETED
        return Step(str(words), time, is_done=is_past and not is_now, is_now=is_now, is_end=is_end)


def reason_words(code: str) -> str:
    """Why it does not go on: a sentence of ours, or what the airline's system answered."""
    return str(REASONS.get(code) or _("The airline answered: %(what)s.") % {"what": error_words(code)})


def error_words(code: str) -> str:
    """An answer of the airline's system in words; one that we do not know yet as plainly as it was given."""
    return str(ANSWERS.get(code) or code.replace("_", " "))


def time_words(moment: datetime | None, before: datetime | None = None) -> str:
    """20.11. 14:02; the hour alone where the step before was on the same day."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    same_day = before is not None and timezone.localtime(before).date() == local.date()
    return date_format(local, "H:i" if same_day else "d.m. H:i")
