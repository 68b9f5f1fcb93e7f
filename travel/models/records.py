"""Who reaches records of travel: the office's own people, by their cases. Liaisons never see bookings or clearances."""

from typing import Self

from accounts.models import STAFF_ROLES, User
from cases.records import RecordQuerySet


class TravelQuerySet(RecordQuerySet):
    """Records of journeys. What an authority may know of them is told in notices, not here."""

    def visible_to(self, user: User) -> Self:
        """The records this person may see: staff by case policy, nobody else."""
        if not user.is_authenticated or not user.standing.has(*STAFF_ROLES):
            return self.none()
        return super().visible_to(user)
