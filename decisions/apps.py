"""Registers the app: its jobs, its sentences of the timeline and its failpoints."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DecisionsConfig(AppConfig):
    """Decision files."""

    name = "decisions"
    verbose_name = _("Decisions")

    def ready(self) -> None:
        """Announce what this app does when nobody waits, and how it speaks."""
        from cases import outbox, panels  # noqa: PLC0415 - models exist only now
        from decisions import timeline  # noqa: PLC0415
        from decisions.actions.accepting import accept_upload  # noqa: PLC0415
        from decisions.actions.reading import read_upload  # noqa: PLC0415
        from decisions.panel import panel  # noqa: PLC0415

        outbox.register("decisions.read_upload", read_upload)
        outbox.register("decisions.accept_upload", accept_upload)
        panels.register(panel(_("Decision")))
        timeline.teach()
