"""The door to a movement for whoever acts on it: the act must be allowed in every case that travels."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from cases.door import note_looks
from travel import addresses
from travel.models import Movement
from travel.permissions import may_move
from travel.views.acts import Page


def movement_for(request: HttpRequest, code: UUID, verb: str) -> Movement:
    """The movement of this code for somebody who may do this in all of its cases; the look is recorded."""
    movement = Movement.objects.get_for(request.user, code)
    if not may_move(request.user, verb, movement):
        raise Http404
    note_looks(request, movement.cases)
    return movement


def charter_for(request: HttpRequest, code: UUID, verb: str) -> Movement:
    """The same for what is done with charters only."""
    movement = movement_for(request, code, verb)
    if not movement.is_charter:
        raise Http404
    return movement


def page_back(movement: Movement, heading: str, button: str, said: str, **more: object) -> Page:
    """The page of an act that leads back to the movement."""
    return Page(heading, button, said, addresses.of_movement(movement), movement.reference, **more)


def page_to_seats(movement: Movement, heading: str, button: str, said: str, **more: object) -> Page:
    """The page of an act that leads back to the seats of the movement."""
    back = reverse("travel:seats", args=[movement.code])
    return Page(heading, button, said, back, movement.reference, **more)
