"""Who looked at which file of an authority: it names people before there is any case."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept
from cases.models.event import only_grows
from decisions.models.upload import Upload


class FileLook(models.Model):
    """One look at a file or its preview: written before the page is sent, never changed."""

    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="looks")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    page = models.CharField(max_length=100)
    looked_at = models.DateTimeField(default=timezone.now, editable=False)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "upload user page looked_at"
    KEPT = Kept.ALWAYS
    UNPAIRED = {"looked_at": "`user` is who looked"}

    class Meta:
        verbose_name = _("look at a file")
        verbose_name_plural = _("who looked at files")
        ordering = ["-looked_at", "-id"]
        indexes = [models.Index(fields=["upload", "-looked_at"], name="decisions_look_of_upload")]
        triggers = only_grows("decisions_look_only_grows")

    def __str__(self) -> str:
        return f"{self.user_id} {self.page}"
