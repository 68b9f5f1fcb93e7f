"""Registers the app: its sentences."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReturnsConfig(AppConfig):
    """Assisted voluntary return."""

    name = "returns"
    verbose_name = _("Returns")

    def ready(self) -> None:
        """Teach the timeline."""
        from returns import sentences  # noqa: PLC0415 - models exist only now

        sentences.teach()
