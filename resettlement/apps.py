"""Registers the app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResettlementConfig(AppConfig):
    """Quota refugees and family reunification."""

    name = "resettlement"
    verbose_name = _("Resettlement")
