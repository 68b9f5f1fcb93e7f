"""Registers the app: its room, its decision kinds, what journeys tell it, its sentences."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResettlementConfig(AppConfig):
    """Quota refugees and family reunification."""

    name = "resettlement"
    verbose_name = _("Resettlement")

    def ready(self) -> None:
        """Announce this mandate to the floors below."""
        from cases import journeys, mandates  # noqa: PLC0415 - models exist only now
        from decisions import kinds as decision_kinds  # noqa: PLC0415
        from resettlement import follower, kinds, own_page, room, sentences  # noqa: PLC0415
        from travel import followers  # noqa: PLC0415

        sentences.teach()
        mandates.register(room.ROOM)
        followers.register(follower.FOLLOWER)
        journeys.register(own_page.OWN_PAGE)
        for kind in kinds.KINDS:
            decision_kinds.register(kind)
