"""The marks of editors on claims."""

import uuid
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.models.anchor import Anchor
from newsroom.models.claim import Claim
from newsroom.models.standing import Verdict


class ReviewQuerySet(models.QuerySet["Review"]):
    def with_fate(self) -> Self:
        """With what became of each: its suspension, and the settlement that put it to rest. What counts is worked out
        from rows that were read so.
        """
        return self.select_related("suspension", "settled__settlement__suspension")

    def in_full(self) -> Self:
        """With their fate and everybody's names, the oldest first."""
        return self.with_fate().select_related("reviewer", "settled__settlement__by").order_by("at", "number")


class Review(models.Model):
    """One editor's mark on one claim, for the wording it judged. Only ever added; the latest of each counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("claim"))
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("reviewer")
    )
    number = models.PositiveIntegerField(_("number"), help_text=_("1, 2, 3 … for each reviewer and claim."))
    anchor = models.ForeignKey(Anchor, on_delete=models.PROTECT, related_name="reviews")
    wording = models.TextField(_("wording judged"))
    verdict = models.CharField(_("verdict"), max_length=9, choices=Verdict)
    comment = models.TextField(_("comment"), blank=True)
    role = models.CharField(_("role at the time"), max_length=12)
    at = models.DateTimeField(_("at"), default=timezone.now, editable=False)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "reviewer", "number"], name="review_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="review_number_from_one"),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="review_verdict_known"),
            models.CheckConstraint(
                condition=~Q(verdict=Verdict.DISPUTED) | ~Q(comment=""), name="review_dispute_has_reason"
            ),
        ]

    if TYPE_CHECKING:
        claim_id: int
        reviewer_id: int
        anchor_id: int

    def __str__(self) -> str:
        return f"{self.get_verdict_display()} · {self.wording[:60]}"


class Suspension(models.Model):
    """A mark or a settlement that no longer counts, because what it was given for changed. Only ever added."""

    review = models.OneToOneField(Review, null=True, blank=True, on_delete=models.PROTECT, related_name="suspension")
    settlement = models.OneToOneField(
        "Settlement", null=True, blank=True, on_delete=models.PROTECT, related_name="suspension"
    )
    anchor = models.ForeignKey(
        Anchor, on_delete=models.PROTECT, related_name="suspensions", help_text=_("The anchor that did it.")
    )
    why = models.CharField(_("why"), max_length=400)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="suspension_has_reason"),
            models.CheckConstraint(
                condition=Q(review__isnull=False, settlement__isnull=True)
                | Q(review__isnull=True, settlement__isnull=False),
                name="suspension_of_mark_or_settlement",
            ),
        ]

    def __str__(self) -> str:
        return self.why
