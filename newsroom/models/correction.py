"""Other words that the desk asks for."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from newsroom.models.anchor import Anchor
from newsroom.models.claim import Claim
from newsroom.models.draft import Draft
from newsroom.models.evidence import Evidence


class Correction(models.Model):
    """A checker proposes `new` for the `old` words of a claim (empty: strike them), with the reason. Only ever added.

    The reporter or an editor decides (`Decision`); what was accepted is checked off when a draft has it (`Applied`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="corrections")
    anchor = models.ForeignKey(Anchor, on_delete=models.PROTECT, related_name="+")
    old = models.TextField(_("as it reads"))
    new = models.TextField(_("as it should read"), blank=True)
    reason = models.TextField(_("reason"))
    evidence = models.ForeignKey(Evidence, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role at the time"), max_length=12)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=~Q(old="") & ~Q(old=F("new")), name="correction_changes_words"),
            models.CheckConstraint(condition=~Q(reason=""), name="correction_has_reason"),
        ]

    if TYPE_CHECKING:
        claim_id: int

    def __str__(self) -> str:
        return f"{self.old} → {self.new or '—'}"


class Decision(models.Model):
    """What became of a proposed correction. Only ever added."""

    correction = models.OneToOneField(Correction, on_delete=models.PROTECT, related_name="decision")
    accepted = models.BooleanField(_("accepted"))
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role at the time"), max_length=12)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(accepted=True) | ~Q(reason=""), name="decision_declines_with_reason")
        ]

    def __str__(self) -> str:
        return str(_("accepted") if self.accepted else _("declined"))


class Applied(models.Model):
    """A draft has the words of an accepted correction. Only ever added."""

    correction = models.OneToOneField(Correction, on_delete=models.PROTECT, related_name="applied")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name_plural = _("applied")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.draft)
