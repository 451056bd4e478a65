"""The people of the newsroom."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AbstractUser, Group
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

NAMES = ("id", "username", "first_name", "last_name")  # what an account is called by


class Role(models.TextChoices):
    """The Django groups that the permission table knows."""

    REPORTER = "reporter", _("reporter")
    CHECKER = "checker", _("checker")
    EDITOR = "editor", _("editor")
    LEGAL = "legal", _("legal")


class RoleGroup(Group):
    """A role as Django stores it: a group. What it may do stands in `domain/permissions.py`, not in the group."""

    class Meta:
        proxy = True
        verbose_name = _("role")
        verbose_name_plural = _("roles")


class User(AbstractUser):
    """One person with an account. Leavers are deactivated, never deleted: their marks keep their name."""

    email = models.EmailField(_("e-mail address"))
    single_keys = models.BooleanField(
        _("single-key shortcuts"),
        default=True,
        help_text=_("Keys such as s, d, o, j and k work on the review page without Ctrl or Alt."),
    )

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                violation_error_message=_("Another account has this e-mail address."),
            ),
            models.UniqueConstraint(
                Lower("username"),
                name="user_username_once",
                violation_error_message=_("Another account has this user name."),
            ),
        ]

    if TYPE_CHECKING:
        id: int

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()  # sign-in looks addresses up in lower case
        super().save(*args, **kwargs)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The names of this person's groups, fetched once per object."""
        return frozenset(self.groups.values_list("name", flat=True))

    @property
    def initials(self) -> str:
        """One or two capitals for the page's small circles, e.g. "IM" for Inga Morrow."""
        words = str(self).split()
        return (words[0][0] + (words[-1][0] if len(words) > 1 else words[0][1:2])).upper()


def named(values: Iterable[Any]) -> User:
    """An account of which only the NAMES were read."""
    return User(**dict(zip(NAMES, values, strict=True)))
