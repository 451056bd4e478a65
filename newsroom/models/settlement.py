"""How differing marks on a claim were settled."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.models.anchor import Anchor
from newsroom.models.claim import Claim
from newsroom.models.review import Review
from newsroom.models.standing import Verdict

OUTCOMES = (Verdict.SOURCED, Verdict.DISPUTED, Verdict.OPINION)


class Settlement(models.Model):
    """The reviews that it names stop counting, and its outcome counts instead, for the words it was made on.

    Of several on one claim the newest counts. Only ever added.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="settlements")
    anchor = models.ForeignKey(Anchor, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(_("outcome"), max_length=9, choices=[(v.value, v.label) for v in OUTCOMES])
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role at the time"), max_length=12)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=Q(verdict__in=OUTCOMES), name="settlement_outcome_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="settlement_has_reason"),
        ]

    if TYPE_CHECKING:
        claim_id: int
        by_id: int

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.reason[:60]}"


class Settled(models.Model):
    """One review that a settlement put to rest. Only ever added."""

    settlement = models.ForeignKey(Settlement, on_delete=models.PROTECT, related_name="settled")
    review = models.OneToOneField(Review, on_delete=models.PROTECT, related_name="settled")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.review)
