"""Registers the app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    """Messages we send."""

    name = "notices"
    verbose_name = _("Notices")
