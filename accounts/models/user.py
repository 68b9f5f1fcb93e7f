"""People who sign in."""

import uuid
from functools import cached_property

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept
from accounts.models.organisation import Organisation
from accounts.models.role import Role
from accounts.standing import Standing


class UserManager(BaseUserManager):
    """Makes accounts; they are made by administrators, never by the person."""

    def create_user(self, email: str, password: str | None = None, **columns) -> "User":
        """An account that can sign in once it has a password. The address is kept in lower case."""
        user = self.model(email=email.strip().lower(), **columns)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str) -> "User":
        """The account of an address, whatever its case."""
        return self.get(email=email.strip().lower())


class User(AbstractBaseUser):
    """A person with an account, acting for one organisation. What the person may see is said by grants, not here."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="users")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    PERSONAL = "email name password last_login"
    SPECIAL = ""
    PLAIN = "code organisation language is_active joined_at"
    KEPT = Kept.WITH_ACCOUNT
    UNPAIRED = {"joined_at": "accounts are made by administrators; the grant tells who gave access"}

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_user_email_any_case")]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def standing(self) -> Standing:
        """What the person may do today: read once per request, so that a withdrawn grant ends at the next one."""
        return Standing(self.grants.in_force().values_list("role", "mandate", "country"))

    @property
    def is_staff(self) -> bool:
        """May open the administration: by a grant, like everything else; there is no superuser."""
        return self.is_active and self.standing.has(Role.ADMINISTRATOR)

    def has_perm(self, perm: str, obj: models.Model | None = None) -> bool:
        """Administrators configure; which records the administration shows is decided by `visible_to`."""
        return self.is_staff

    def has_perms(self, perms: list[str], obj: models.Model | None = None) -> bool:
        """See `has_perm`."""
        return self.is_staff

    def has_module_perms(self, app: str) -> bool:
        """See `has_perm`."""
        return self.is_staff
