"""Talk: threads and the comments in them."""

import uuid
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from newsroom.admin.desk import NOTHING, DeskAdmin, DeskInline, link, name_of, short
from newsroom.admin.verbs import AddedAdmin, OnClaimForm
from newsroom.domain import talking
from newsroom.domain.permissions import Verb
from newsroom.models import Comment, Thread


class CommentForm(OnClaimForm):
    """A message in the open talk on a claim; `key` makes a form that is sent twice one comment."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = Comment
        fields: tuple[str, ...] = ()

    def perform(self) -> Comment:
        sent = self.cleaned_data
        return talking.comment(sent["claim"], by=self.user, text=sent["comment"], key=sent["key"])


@admin.display(description=_("who"))
def who(_table: Any, comment: Comment) -> str:
    return str(comment.account) if comment.account else comment.name


@admin.register(Comment)
class CommentAdmin(AddedAdmin):
    """Only ever added to, through `talking.comment`."""

    verb = Verb.COMMENT
    add_form = CommentForm
    add_title = _("Comment on a claim")
    add_fields = ("claim", "comment", "key")
    on_story = "thread__article"
    list_display = ("beginning", "who", "at", "claim", "story")
    list_select_related = ("account", "thread__claim")
    list_filter = ("at",)
    search_fields = ("text", "account__username", "account__last_name", "name", "thread__article__folded")
    ordering = ("-at",)
    fields = ("text", "who", "at", "claim", "story", "thread", "outside_id")
    who = who

    @admin.display(description=_("comment"))
    def beginning(self, comment: Comment) -> str:
        return short(comment.text)

    @admin.display(description=_("claim"))
    def claim(self, comment: Comment) -> str:
        claim = comment.thread.claim
        return link(claim, short(claim.wording)) if claim else NOTHING


class CommentInline(DeskInline):
    model = Comment
    fields = ("text", "who", "at")
    who = who

    def get_queryset(self, request: HttpRequest) -> QuerySet[Comment]:
        return super().get_queryset(request).select_related("account")


@admin.register(Thread)
class ThreadAdmin(DeskAdmin):
    list_display = ("__str__", "claim", "opener", "due", "resolved_at", "resolver", "story")
    list_select_related = ("claim", "opened_by", "resolved_by")
    list_filter = ("kind", ("resolved_at", admin.EmptyFieldListFilter), "due")
    search_fields = ("claim__wording", "comments__text", "article__folded", "opened_by__username")
    fields = ("kind", "claim", "story", "opener", "due", "resolved_at", "resolver")
    inlines = (CommentInline,)
    opener = name_of("opened_by", _("opened by"))
    resolver = name_of("resolved_by", _("resolved by"))


class ThreadInline(DeskInline):
    model = Thread
    fields = ("kind", "due", "resolved_at", "messages")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        threads: QuerySet[Any] = super().get_queryset(request).annotate(said=Count("comments"))
        return threads

    @admin.display(description=_("comments"))
    def messages(self, thread: Any) -> int:
        return int(thread.said)
