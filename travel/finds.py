"""Journeys and bookings found by what people have in hand: our reference, the airline's, an order, a ticket number."""

from collections.abc import Iterator

from django.db.models import Q

from accounts.models import User
from cases.finding import Found
from travel import addresses, places
from travel.models import Movement

FEWEST_SIGNS, MOST = 4, 10


def journeys(user: User, words: str) -> Iterator[Found]:
    """Movements whose reference begins so, or that carry this booking, order or ticket."""
    sign = words.strip()
    if len(sign) < FEWEST_SIGNS:
        return
    exact = (
        Q(bookings__record_locator__iexact=sign)
        | Q(bookings__attempts__order_id=sign)
        | Q(travellers__ticket__in=[sign, sign.replace("-", "")])
    )
    found = Movement.objects.visible_to(user).filter(Q(reference__istartswith=sign) | exact).distinct()
    for movement in found.order_by("-departs_on", "-pk")[:MOST]:
        ends = f"{places.city_of(movement.origin)}–{places.city_of(movement.destination)}"
        hint = f"{ends}, {movement.departs_on:%d.%m.%Y}, {movement.get_stage_display()}"
        yield Found(movement.reference, addresses.of_movement(movement), hint)
