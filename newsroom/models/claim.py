"""What can be checked in a story."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from newsroom.models.anchor import Anchored, placed_or_not
from newsroom.models.article import Article
from newsroom.models.draft import Draft
from newsroom.models.quote import Quote
from newsroom.models.standing import Standing

if TYPE_CHECKING:
    from django.db.models.sql.compiler import SQLCompiler

    from newsroom.models.review import Review

FLAGS = ("legal", "privacy", "minor", "safety")


class Kind(models.TextChoices):
    """What a checker looks for in a claim."""

    NAME = "name", _("name")
    NUMBER = "number", _("number")
    MONEY = "money", _("money")
    PERCENTAGE = "percentage", _("percentage")
    DATE = "date", _("date")
    PLACE = "place", _("place")
    QUOTE = "quote", _("quote")
    PARAPHRASE = "paraphrase", _("paraphrase")
    CAUSE = "cause", _("cause")
    COMPARISON = "comparison", _("comparison")
    SUPERLATIVE = "superlative", _("superlative")
    STATUS = "status", _("status")
    DESCRIPTION = "description", _("description")
    ALLEGATION = "allegation", _("allegation")


class ClaimQuerySet(models.QuerySet["Claim"]):
    def live(self) -> Self:
        """What is to be checked in each story as it reads now: dismissed claims, and proposals on an older draft that
        nobody acted on, are left out.
        """
        return self.filter(dismissed=False, draft=F("article__draft"))


class Claim(Anchored):
    """Words of a story that can be true or false, and what the desk's marks on them add up to.

    A proposal of the breakdown is not yet *accepted*; the first human act on it accepts it. A *dismissed* claim
    ("no fact here") stays in the record and is no longer counted.
    """

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="claims")
    quote = models.ForeignKey(
        Quote,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="claims",
        verbose_name=_("stands in"),
    )
    standing = models.CharField(_("standing"), max_length=9, choices=Standing, default=Standing.OPEN)
    accepted = models.BooleanField(_("accepted"), default=False)
    dismissed = models.BooleanField(_("dismissed"), default=False)
    legal = models.BooleanField(_("legal risk"), default=False)
    privacy = models.BooleanField(_("privacy risk"), default=False)
    minor = models.BooleanField(_("about a minor"), default=False)
    safety = models.BooleanField(_("safety risk"), default=False)
    hint = models.CharField(_("opinion?"), max_length=200, blank=True, help_text=_("The rule and words behind it."))
    rule = models.CharField(_("rule"), max_length=200, blank=True, help_text=_("What proposed it; empty if a person."))
    leads = models.JSONField(
        _("leads"), default=list, blank=True, help_text=_("Addresses that came with the draft: href and words.")
    )
    notes = models.PositiveIntegerField(_("notes"), default=0, editable=False, help_text=_("Comments on it."))
    pieces = models.PositiveIntegerField(
        _("evidence"), default=0, editable=False, help_text=_("Live pieces of evidence for or against it.")
    )
    version = models.PositiveIntegerField(default=0, help_text=_("The story's version at the last change here."))
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["draft_id", "start", "end", "id"]
        indexes = [
            models.Index(fields=["article", "standing"], name="claim_queue"),
            models.Index(fields=["draft", "start"], name="claim_in_text_order"),
            models.Index(fields=["article", "version"], name="claim_changed"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="claim_standing_known"),
            models.CheckConstraint(condition=~Q(wording=""), name="claim_has_wording"),
            models.UniqueConstraint(
                fields=["draft", "start", "end"],
                condition=Q(dismissed=False, start__isnull=False),
                name="claim_live_once_on_its_words",
            ),
            placed_or_not("claim_placed_or_not"),
        ]

    if TYPE_CHECKING:
        article_id: int
        quote_id: int | None

    def __str__(self) -> str:
        return self.wording[:80]

    @cached_property
    def history(self) -> list["Review"]:
        """All its reviews with their reviewers and what became of them, oldest first; read once per object.

        Settlements are so rare that joining them costs every other claim more than a query costs these; a claim that
        was read with `was_settled` knows which it takes.
        """
        if getattr(self, "was_settled", False):
            return list(self.reviews.in_full())
        rows = self.reviews.select_related("reviewer", "suspension", "settled").order_by()
        given = sorted(rows, key=lambda review: (review.at, review.number))  # quicker here than in the database
        at_rest = [review.settled for review in given if hasattr(review, "settled")]
        if at_rest:
            settlements = self.settlements.select_related("suspension", "by").in_bulk()
            for settled in at_rest:
                settled.settlement = settlements[settled.settlement_id]
        return given

    @property
    def flags(self) -> list[str]:
        return [flag for flag in FLAGS if getattr(self, flag)]


class ClaimKind(models.Model):
    """One of the kinds of one claim."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="kinds")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "kind"], name="claim_kind_once"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="claim_kind_known"),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Slugs(models.Aggregate):
    """A column of slugs as one text with commas between them, in no order; None where there is no row."""

    function = "GROUP_CONCAT"
    template = "%(function)s(%(expressions)s, ',')"
    output_field = models.CharField()

    def as_postgresql(self, compiler: "SQLCompiler", connection: BaseDatabaseWrapper) -> tuple[str, Sequence[Any]]:
        return self.as_sql(compiler, connection, function="STRING_AGG")


class Dismissal(models.Model):
    """Somebody looked at these words and found no fact in them, or took that back. Only ever added."""

    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.PROTECT, related_name="dismissals")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="dismissals")
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    wording = models.TextField(_("wording"))
    reason = models.CharField(_("reason"), max_length=400)
    takes_back = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="taken_back_by"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="dismissal_span_in_order"),
            models.CheckConstraint(condition=~Q(reason="") | Q(takes_back__isnull=False), name="dismissal_has_reason"),
        ]

    if TYPE_CHECKING:
        id: int

    def __str__(self) -> str:
        return self.wording[:80]
