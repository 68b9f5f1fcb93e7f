"""Registers the app: its sentences of the timeline and its failpoints."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """The shared case model."""

    name = "cases"
    verbose_name = _("Cases")

    def ready(self) -> None:
        """Teach the timeline what happens to cases."""
        from cases import sentences  # noqa: PLC0415 - models exist only now

        sentences.teach()
