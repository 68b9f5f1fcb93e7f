"""Registers the app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DecisionsConfig(AppConfig):
    """Decision files."""

    name = "decisions"
    verbose_name = _("Decisions")
