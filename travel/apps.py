"""Registers the app: its sentences of the timeline, its jobs, and what it shows on pages of the lower floors."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TravelConfig(AppConfig):
    """Journeys."""

    name = "travel"
    verbose_name = _("Travel")

    def ready(self) -> None:
        """Teach the timeline what happens to journeys, and announce jobs, panels and columns."""
        from travel import jobs, panels, sentences  # noqa: PLC0415 - models exist only now

        sentences.teach()
        jobs.announce()
        panels.register()
