"""Where a claim or a quote stands in a draft."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from newsroom.models.draft import Draft


class AnchorState(models.TextChoices):
    """How the words came through from the anchor before this one."""

    UNCHANGED = "unchanged", _("unchanged")
    MOVED = "moved", _("moved")
    REWORDED = "reworded", _("reworded")
    CUT = "cut", _("cut")
    SPLIT = "split", _("split")
    AMBIGUOUS = "ambiguous", _("ambiguous")


UNPLACED = (AnchorState.CUT, AnchorState.SPLIT, AnchorState.AMBIGUOUS)


def placed_or_not(name: str) -> models.CheckConstraint:
    """A span in order where the words were found, and no span at all where they were not."""
    placed = Q(start__isnull=False, end__isnull=False, end__gt=F("start")) & ~Q(state__in=UNPLACED)
    unplaced = Q(start__isnull=True, end__isnull=True, state__in=UNPLACED)
    return models.CheckConstraint(condition=placed | unplaced, name=name)


class Anchor(models.Model):
    """One immutable statement that a claim (or a quote) stands on these words of this draft.

    `start` and `end` count code points, end exclusive. A changed bound or speaker, or a new draft, is a new
    anchor with the next number; the claim or quote copies its current anchor.
    """

    claim = models.ForeignKey("Claim", null=True, blank=True, on_delete=models.PROTECT, related_name="anchors")
    quote = models.ForeignKey("Quote", null=True, blank=True, on_delete=models.PROTECT, related_name="anchors")
    number = models.PositiveIntegerField(_("number"))
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="anchors")
    start = models.PositiveIntegerField(_("start"), null=True)
    end = models.PositiveIntegerField(_("end"), null=True)
    wording = models.TextField(_("wording"))
    prefix = models.CharField(_("prefix"), max_length=256, blank=True)
    suffix = models.CharField(_("suffix"), max_length=256, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=AnchorState, default=AnchorState.UNCHANGED)
    why = models.CharField(_("why"), max_length=400, blank=True)
    at = models.DateTimeField(_("at"), auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["claim_id", "quote_id", "number"]  # by name the order of articles would be joined in
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="anchor_claim_number_once"),
            models.UniqueConstraint(fields=["quote", "number"], name="anchor_quote_number_once"),
            models.CheckConstraint(
                condition=Q(claim__isnull=True, quote__isnull=False) | Q(claim__isnull=False, quote__isnull=True),
                name="anchor_of_claim_or_quote",
            ),
            models.CheckConstraint(condition=Q(state__in=AnchorState.values), name="anchor_state_known"),
            models.CheckConstraint(condition=~Q(wording=""), name="anchor_has_wording"),
            placed_or_not("anchor_placed_or_not"),
        ]

    if TYPE_CHECKING:
        id: int
        claim_id: int | None
        quote_id: int | None

    def __str__(self) -> str:
        return f"{self.number}: {self.wording[:60]}"


class Anchored(models.Model):
    """What claims and quotes share: the copy of their current anchor."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="+")
    anchor = models.ForeignKey(Anchor, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    start = models.PositiveIntegerField(_("start"), null=True)
    end = models.PositiveIntegerField(_("end"), null=True)
    wording = models.TextField(_("wording"))
    state = models.CharField(_("anchor"), max_length=12, choices=AnchorState, default=AnchorState.UNCHANGED)

    class Meta:
        abstract = True

    if TYPE_CHECKING:
        id: int
        draft_id: int
        anchor_id: int | None
