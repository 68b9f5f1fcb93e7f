"""Why a dossier may stand still. The list is the office's own: an administrator keeps it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept


class HoldReason(models.Model):
    """A reason for which a dossier is put on hold, with a short code that reports are counted by."""

    code = models.CharField(_("code"), max_length=8, unique=True)
    words = models.CharField(_("in words"), max_length=100)
    is_offered = models.BooleanField(_("offered"), default=True, help_text=_("Reasons once used are kept."))

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "code words is_offered"
    KEPT = Kept.ALWAYS

    class Meta:
        verbose_name = _("hold reason")
        verbose_name_plural = _("hold reasons")
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code}: {self.words}"
