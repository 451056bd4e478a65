"""What had to be put right after publication."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from newsroom.models.article import Article
from newsroom.models.claim import Claim
from newsroom.models.draft import Draft


class ErratumClass(models.TextChoices):
    """How the house tells its readers."""

    CORRECTION = "correction", _("correction")
    CLARIFICATION = "clarification", _("clarification")
    UPDATE = "update", _("update")
    NOTE = "note", _("editor’s note")
    WITHDRAWAL = "withdrawal", _("withdrawal")


class Cause(models.TextChoices):
    """Which step let it through."""

    NEVER_MARKED = "never-marked", _("never marked")
    EVIDENCE_WRONG = "evidence-wrong", _("evidence wrong")
    EVIDENCE_MISREAD = "evidence-misread", _("evidence misread")
    CHANGED_AFTER = "changed-after-check", _("changed after check")
    OVERRIDDEN = "overridden", _("overridden")
    SOURCE_CHANGED = "source-changed", _("source changed")


class Erratum(models.Model):
    """One correction of a published story: what readers were told, who decided, and how it came to be wrong.

    `draft` and `record` ({"reviews", "settlements", "evidence", "signoffs"}, ids) keep what was in force when the house
    was told; nothing old is changed by it. Only ever added.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="errata")
    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.PROTECT, related_name="errata")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("class"), max_length=13, choices=ErratumClass)
    cause = models.CharField(_("cause"), max_length=20, choices=Cause)
    wording = models.TextField(_("wording"), help_text=_("As readers are told."))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("decided by")
    )
    received_at = models.DateTimeField(_("received"), help_text=_("When somebody told the house."))
    published_at = models.DateTimeField(_("published"), help_text=_("When readers were told."))
    record = models.JSONField(_("in force at the time"), default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role at the time"), max_length=12)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name_plural = _("errata")
        ordering = ["-published_at"]
        indexes = [models.Index(fields=["article", "-published_at", "-at"], name="erratum_newest")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ErratumClass.values), name="erratum_class_known"),
            models.CheckConstraint(condition=Q(cause__in=Cause.values), name="erratum_cause_known"),
            models.CheckConstraint(condition=~Q(wording=""), name="erratum_has_wording"),
            models.CheckConstraint(condition=Q(published_at__gte=F("received_at")), name="erratum_times_in_order"),
        ]

    if TYPE_CHECKING:
        article_id: int
        claim_id: int | None

    def __str__(self) -> str:
        return self.wording[:80]
