"""What the house asks of a claim before it counts as sourced, and of a story before it is signed."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Policy(models.Model):
    """One version of the house's policy; the highest is in force. A change is a new version. Only ever added."""

    version = models.PositiveIntegerField(_("version"), unique=True)
    signatures = models.JSONField(
        _("signatures"), default=list, help_text=_("Who signs, in this order: checker, editor, legal.")
    )
    legal = models.BooleanField(
        _("a lawyer signs flagged stories"),
        default=True,
        help_text=_("Where a claim has the flag legal, a legal signature is asked for as well."),
    )
    apart = models.BooleanField(
        _("nobody signs twice"),
        default=True,
        help_text=_("Each signature is of another person: one who signed as checker does not sign as editor too."),
    )
    note = models.TextField(_("what changed"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name_plural = _("policies")
        ordering = ["-version"]
        get_latest_by = "version"
        constraints = [models.CheckConstraint(condition=Q(version__gte=1), name="policy_version_from_one")]

    if TYPE_CHECKING:
        id: int

    def __str__(self) -> str:
        return _("policy, version %(n)s") % {"n": self.version}


class Rule(models.Model):
    """One thing that a policy asks. Every rule whose conditions a claim meets applies to it. Only ever added.

    Conditions: any of the `kinds` (empty: all), any of the `flags` (empty: all), resting on an `anonymous` source.
    What is asked: so many independent `primary` or so many independent `secondary` sources (0: that way is closed;
    both 0: nothing asked), a `record` of the words, a `locator` with what counts, its file or snapshot `kept`, a
    `second` source or a document, an editor who has `known` on record, and so many `reviews` by different people.
    """

    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="rules")
    number = models.PositiveSmallIntegerField(_("order"))
    name = models.CharField(_("name"), max_length=100)
    kinds = models.JSONField(_("kinds"), default=list, blank=True)
    flags = models.JSONField(_("flags"), default=list, blank=True)
    anonymous = models.BooleanField(_("only where an unnamed source is used"), default=False)
    primary = models.PositiveSmallIntegerField(_("primary sources"), default=0)
    secondary = models.PositiveSmallIntegerField(_("or independent secondary ones"), default=0)
    record = models.BooleanField(_("recording, transcript or notes with a place in it"), default=False)
    locator = models.BooleanField(_("a place in what counts"), default=False)
    kept = models.BooleanField(_("a file or snapshot kept"), default=False)
    second = models.BooleanField(_("a second source or a document"), default=False)
    known = models.BooleanField(_("an editor who knows the identity"), default=False)
    reviews = models.PositiveSmallIntegerField(_("reviews by different people"), default=0)

    class Meta:
        ordering = ["policy_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["policy", "number"], name="rule_number_once"),
            models.CheckConstraint(condition=~Q(name=""), name="rule_has_name"),
        ]

    if TYPE_CHECKING:
        id: int

    def __str__(self) -> str:
        return self.name
