"""Journeys through the real airline: planned, searched, chosen, asked for, and worked off as the worker does."""

from decimal import Decimal

from django.utils import timezone

from accounts.models import Role, User
from cases.models import Job, JobState
from cases.outbox import run_due
from tests import factories
from tests.travel.factories import cleared, movement
from tests.travel.sandbox.customer import Customer
from travel.actions.ordering import ask_booking, choose_offer, search_offers
from travel.models import BookingAttempt, Movement, OfferSearch


class Airline(Customer):
    """The sandbox with its levers."""

    def ledger(self) -> list[dict]:
        """Every order ever made, ghosts and all."""
        return self.http.get("/sandbox/ledger").json()["data"]

    def living(self) -> list[dict]:
        """Orders on which somebody flies or could fly."""
        return [one for one in self.ledger() if one["live"]]


def work(rounds: int = 1) -> None:
    """Do every job now, also those that wait for their time, so many times over."""
    for __ in range(rounds):
        Job.objects.filter(state=JobState.QUEUED).update(due_at=timezone.now())
        run_due()


def chosen(by: User, *cases, **columns) -> Movement:
    """A planned movement whose flights are chosen: the cheapest that can be held."""
    made = movement(by, *cases, **columns)
    search = search_offers(movement=made, by=by)
    work()
    search = OfferSearch.objects.get(pk=search.pk)
    choice = next(one for one in search.choices if one["can_hold"])
    return choose_offer(search=search, key=choice["key"], by=by)


def asked(by: User, *ages: int, cap: str = "99999", cases=()) -> Movement:
    """A movement whose seats were just asked for; nothing was sent yet."""
    if not by.grants.filter(role=Role.TRAVEL).exists():
        factories.grant(by, Role.TRAVEL)
    made = chosen(by, *(cases or [cleared(by, *(ages or (34,)), mandate="diaspora", programme="mida")]))
    ask_booking(movement=made, cap=Decimal(cap), by=by)
    return made


def attempt_of(made: Movement) -> BookingAttempt:
    """The newest attempt of a movement with one booking."""
    return BookingAttempt.objects.filter(booking__movement=made).latest("n")


def expire_offer(made: Movement) -> None:
    """As if the offer had expired long ago."""
    long_ago = timezone.now() - timezone.timedelta(hours=1)
    BookingAttempt.objects.filter(booking__movement=made).update(offer_expires_at=long_ago)
