"""What ties a source to a claim."""

import uuid
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.models.claim import Claim
from newsroom.models.source import Source


class Tier(models.TextChoices):
    """How near the source is to this fact. The same report may be primary for one claim and secondary for another."""

    PRIMARY = "primary", _("primary")
    SECONDARY = "secondary", _("secondary")
    TERTIARY = "tertiary", _("tertiary")


class Stance(models.TextChoices):
    SUPPORTS = "supports", _("supports")
    CONTRADICTS = "contradicts", _("contradicts")
    CONTEXT = "context", _("context")


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def live(self) -> Self:
        """Without what was replaced or withdrawn."""
        return self.filter(withdrawn=False, replaced_by=None)


class Evidence(models.Model):
    """One source for, against or beside one claim, with the place in it and its words. Only ever added.

    A changed one is a new row that `replaces` the old; `withdrawn` marks the row that takes it away. A calculation is
    evidence too: `formula` over `inputs` (a list of {"name", "value", "note"}, values as decimal strings) gives
    `result`; its source, if it has one, is where the figures come from. `id` is made by the page that sends it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="evidence")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence")
    tier = models.CharField(_("tier"), max_length=9, choices=Tier, default=Tier.PRIMARY)
    stance = models.CharField(_("stance"), max_length=11, choices=Stance, default=Stance.SUPPORTS)
    locator = models.CharField(
        _("where in it"),
        max_length=120,
        blank=True,
        help_text=_("Page, paragraph, timecode or cell: p. 14, 12:31, B7."),
    )
    passage = models.TextField(_("passage"), blank=True, help_text=_("The source’s own words."))
    note = models.TextField(_("note"), blank=True)
    formula = models.CharField(_("formula"), max_length=400, blank=True)
    inputs = models.JSONField(_("inputs"), default=list, blank=True)
    result = models.CharField(_("result"), max_length=60, blank=True)
    replaces = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    withdrawn = models.BooleanField(_("withdrawn"), default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role at the time"), max_length=12)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = _("evidence")
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(tier__in=Tier.values), name="evidence_tier_known"),
            models.CheckConstraint(condition=Q(stance__in=Stance.values), name="evidence_stance_known"),
            models.CheckConstraint(
                condition=Q(source__isnull=False) | ~Q(formula=""), name="evidence_has_source_or_formula"
            ),
            models.CheckConstraint(
                condition=Q(formula="", result="") | ~Q(formula="") & ~Q(result=""), name="evidence_formula_has_result"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn=False) | Q(replaces__isnull=False), name="evidence_withdraws_something"
            ),
        ]

    if TYPE_CHECKING:
        claim_id: int
        source_id: int | None

    def __str__(self) -> str:
        return f"{self.get_stance_display()} · {self.source or self.formula}"


class Answer(models.Model):
    """Why evidence that contradicts a claim does not bring it down. Only ever added."""

    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, related_name="answer")
    text = models.TextField(_("text"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role at the time"), max_length=12)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="answer_has_text")]

    def __str__(self) -> str:
        return self.text[:80]
