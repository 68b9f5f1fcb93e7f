"""The door to a movement for whoever acts on it: the act must be allowed in every case that travels."""

from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from cases.door import note_looks
from travel import addresses
from travel.models import Movement
from travel.permissions import insist
from travel.views.acts import Page


def movement_for(request: HttpRequest, code: UUID, verb: str) -> Movement:
    """The movement of this code for somebody who may do this in all of its cases; the look is recorded."""
    movement = Movement.objects.get_for(request.user, code)
    cases = list(movement.cases)
    insist(request.user, verb, cases)
    note_looks(request, cases)
    return movement


def page_back(movement: Movement, heading: str, button: str, said: str, **more: object) -> Page:
    """The page of an act that leads back to the movement."""
    return Page(heading, button, said, addresses.of_movement(movement), movement.reference, **more)


def page_to_seats(movement: Movement, heading: str, button: str, said: str, **more: object) -> Page:
    """The page of an act that leads back to the seats of the movement."""
    back = reverse("travel:seats", args=[movement.code])
    return Page(heading, button, said, back, movement.reference, **more)
