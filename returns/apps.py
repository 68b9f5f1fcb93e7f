"""Registers the app: its room and its sentences."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReturnsConfig(AppConfig):
    """Assisted voluntary return."""

    name = "returns"
    verbose_name = _("Returns")

    def ready(self) -> None:
        """Announce this mandate to the floors below."""
        from cases import mandates  # noqa: PLC0415 - models exist only now
        from returns import room, sentences  # noqa: PLC0415

        sentences.teach()
        mandates.register(room.ROOM)
