"""Words that a story puts in someone's mouth."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.models.anchor import Anchored, placed_or_not
from newsroom.models.article import Article


class QuoteKind(models.TextChoices):
    DIRECT = "direct", _("direct")
    INDIRECT = "indirect", _("indirect")
    MIXED = "mixed", _("mixed")


class Confidence(models.TextChoices):
    """How far the rule that named the speaker can be trusted."""

    SURE = "sure", _("sure")
    LIKELY = "likely", _("likely")
    CHECK = "check", _("check")


class Quote(Anchored):
    """One quotation: its hull, the stretches inside quotation marks, who says it and how we know."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="quotes")
    kind = models.CharField(_("kind"), max_length=8, choices=QuoteKind, default=QuoteKind.DIRECT)
    marked = models.JSONField(
        _("marked"),
        default=list,
        help_text=_("Stretches in quotation marks, [start, end] counted from the start."),
    )
    speaker = models.CharField(_("speaker"), max_length=200, blank=True)
    speaker_mention = models.CharField(
        _("speaker as printed"),
        max_length=200,
        blank=True,
        help_text=_("The story's own words for the speaker."),
    )
    cue = models.CharField(_("cue"), max_length=100, blank=True, help_text=_("For example said, according to."))
    confidence = models.CharField(_("confidence"), max_length=8, choices=Confidence, default=Confidence.CHECK)
    # Who named or confirmed the speaker; nobody while it is a rule's guess.
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    doubtful = models.BooleanField(_("doubtful"), default=False, help_text=_("Perhaps no speech: a title, irony."))
    rule = models.CharField(_("rule"), max_length=200, blank=True, help_text=_("What proposed it."))

    class Meta:
        ordering = ["draft_id", "start"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=QuoteKind.values), name="quote_kind_known"),
            models.CheckConstraint(condition=Q(confidence__in=Confidence.values), name="quote_confidence_known"),
            placed_or_not("quote_placed_or_not"),
        ]

    if TYPE_CHECKING:
        article_id: int
        named_by_id: int | None

    def __str__(self) -> str:
        return self.wording[:80]
