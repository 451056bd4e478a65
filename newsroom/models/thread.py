"""Talk on a claim or on a story."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.models.article import Article
from newsroom.models.claim import Claim


class ThreadKind(models.TextChoices):
    TALK = "talk", _("talk")
    QUERY = "query", _("query")


class Thread(models.Model):
    """One conversation, on a claim or on the whole story. A *query* asks the reporter and has a due time."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="threads")
    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.PROTECT, related_name="threads")
    kind = models.CharField(_("kind"), max_length=5, choices=ThreadKind, default=ThreadKind.TALK)
    due = models.DateTimeField(_("due"), null=True, blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    resolved_at = models.DateTimeField(_("resolved"), null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["due"], condition=Q(kind="query", resolved_at__isnull=True), name="thread_open_query")
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ThreadKind.values), name="thread_kind_known"),
            models.CheckConstraint(condition=~Q(kind="query") | Q(due__isnull=False), name="thread_query_has_due"),
        ]

    if TYPE_CHECKING:
        id: int
        article_id: int
        claim_id: int | None
        opened_by_id: int | None

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"


class Comment(models.Model):
    """One message in a thread, by an account or by a name that came with an imported file. Only ever added.

    `id` is made by the page that sends it, so that a repeated post is the same comment.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="comments")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="comments"
    )
    name = models.CharField(_("imported name"), max_length=200, blank=True)
    outside_id = models.CharField(_("outside id"), max_length=100, blank=True)
    text = models.TextField(_("text"))
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="comment_has_text"),
            models.CheckConstraint(
                condition=Q(account__isnull=False) | ~Q(name=""), name="comment_has_account_or_name"
            ),
            models.UniqueConstraint(
                fields=["thread", "outside_id"], condition=~Q(outside_id=""), name="comment_outside_id_once"
            ),
        ]

    if TYPE_CHECKING:
        thread_id: int
        account_id: int | None

    def __str__(self) -> str:
        return self.text[:80]
