"""Who a confidential source is: the vault."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.models.source import Source


class Identity(models.Model):
    """The name of a confidential source, encrypted; its `readers` are the only people who may open it.

    Once destroyed the row holds nothing but when that was and who did it.
    """

    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="identity")
    sealed = models.TextField(_("sealed"), blank=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("sealed at"), auto_now_add=True)
    destroyed_at = models.DateTimeField(_("destroyed"), null=True, blank=True)
    destroyed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = _("identities")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(destroyed_at__isnull=True) & ~Q(sealed="") | Q(destroyed_at__isnull=False, sealed=""),
                name="identity_sealed_or_destroyed",
            )
        ]

    if TYPE_CHECKING:
        id: int
        source_id: int
        owner_id: int

    def __str__(self) -> str:
        return self.source.code


class Reader(models.Model):
    """Somebody whom the owner of an identity lets read it."""

    identity = models.ForeignKey(Identity, on_delete=models.PROTECT, related_name="readers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["identity", "user"], name="reader_once")]

    def __str__(self) -> str:
        return str(self.user)


class Knower(models.Model):
    """An editor put on record that they know who an unnamed source is. Only ever added."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="knowers")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["source", "editor"], name="knower_once")]

    if TYPE_CHECKING:
        source_id: int

    def __str__(self) -> str:
        return str(self.editor)
