"""Signatures on the words of a story."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.models.article import Article
from newsroom.models.draft import Draft
from newsroom.models.policy import Policy
from newsroom.models.user import Role

CAPACITIES = (Role.CHECKER, Role.EDITOR, Role.LEGAL)


class SignOff(models.Model):
    """Somebody signed exactly these words, with what the gate said and where the audit trail stood. Only ever added.

    `problems` is the gate's list as it was (each {"code", "text", "about"}); over open ones it takes an `override`.
    Without a reason of its own it `leans` on the signatures with these ids, and `override` repeats what they said.
    `scope` lists the passages that a legal signature is for ({"claim", "wording"}); it is empty for the others, which
    cover the whole draft.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="signoffs")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="signoffs")
    sha256 = models.CharField("SHA-256", max_length=64, help_text=_("Of the text that was signed."))
    capacity = models.CharField(_("signs as"), max_length=8, choices=[(c.value, c.label) for c in CAPACITIES])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="signoffs")
    roles = models.JSONField(_("roles at the time"), default=list)
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="+")
    problems = models.JSONField(_("what the gate said"), default=list)
    count = models.PositiveIntegerField(_("open problems"), default=0)
    override = models.TextField(_("reason for signing over them"), blank=True)
    leans = models.JSONField(
        _("leans on"),
        default=list,
        help_text=_("Ids of the signatures over the open problems, where it leans on their reasons."),
    )
    scope = models.JSONField(_("passages"), default=list)
    head = models.CharField(_("head of the audit trail"), max_length=64)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("signature")
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=Q(capacity__in=CAPACITIES), name="signoff_capacity_known"),
            models.CheckConstraint(condition=Q(count=0) | ~Q(override=""), name="signoff_over_problems_has_reason"),
            models.UniqueConstraint(fields=["draft", "capacity", "by", "head"], name="signoff_once"),
        ]

    if TYPE_CHECKING:
        article_id: int
        draft_id: int
        by_id: int

    def __str__(self) -> str:
        return f"{self.get_capacity_display()}: {self.by}"


class Dissent(models.Model):
    """Somebody put on record that they disagree with passing this draft. Nobody can remove it. Only ever added."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="dissents")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("text"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role at the time"), max_length=12)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["at"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="dissent_has_text")]

    if TYPE_CHECKING:
        article_id: int
        by_id: int

    def __str__(self) -> str:
        return self.text[:80]
