"""Registers the app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TravelConfig(AppConfig):
    """Journeys."""

    name = "travel"
    verbose_name = _("Travel")
