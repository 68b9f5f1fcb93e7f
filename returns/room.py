"""What the house knows of this mandate: its label, the prefix of its references, its first page."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Mandate
from cases.mandates import MandateRoom, StageWords
from cases.models import Case
from returns.permissions import COUNSELLORS


def stages(cases: Sequence[Case]) -> dict[int, StageWords]:
    """A case of returns has no stage of its own yet: it says what every open case says."""
    return {}


ROOM = MandateRoom(
    name=Mandate.RETURNS,
    label=_("Returns"),
    prefixes={"avr": "AR"},
    home="returns:what_if",
    detail=lambda case: reverse("cases:case", args=[case.code]),
    stages=stages,
    opens_to=COUNSELLORS,
)
