"""Evidence and answers; read here, attached and answered on a claim's card."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from newsroom.admin.desk import DeskAdmin, DeskInline, RoleFilter, name_of, short
from newsroom.domain.exporting import permalink
from newsroom.models import Answer, Evidence, User


@admin.register(Evidence)
class EvidenceAdmin(DeskAdmin):
    on_story = "claim__article"
    list_display = ("about", "stance", "tier", "source", "locator", "result", "counts", "who", "role", "at", "story")
    list_filter = ("stance", "tier", "withdrawn", RoleFilter, "at")
    search_fields = ("passage", "note", "source__folded", "claim__wording", "claim__article__folded")
    ordering = ("-at",)
    fields = (
        *("claim", "story", "source", "tier", "stance", "locator", "passage", "note"),
        *("formula", "inputs", "result", "replaces", "withdrawn", "counts", "who", "role", "at"),
    )
    who = name_of("by", _("who"))

    def limited(self, rows: QuerySet[Any], user: User) -> QuerySet[Any]:
        """With what a row says in the list; by its source it is called in search boxes too."""
        return super().limited(rows, user).select_related("claim__article", "source", "by", "replaced_by")

    def view_on_site(self, evidence: Evidence) -> str:
        """Its claim open on the desk."""
        return permalink(evidence.claim)

    @admin.display(description=_("claim"))
    def about(self, evidence: Evidence) -> str:
        return short(evidence.claim.wording)

    @admin.display(description=_("counts"), boolean=True)
    def counts(self, evidence: Evidence) -> bool:
        return not evidence.withdrawn and not hasattr(evidence, "replaced_by")


@admin.register(Answer)
class AnswerAdmin(DeskAdmin):
    on_story = "evidence__claim__article"
    list_display = ("__str__", "evidence", "who", "role", "at", "story")
    list_select_related = ("evidence__source", "by")
    list_filter = (RoleFilter, "at")
    search_fields = ("text", "evidence__source__folded", "evidence__claim__article__folded")
    fields = ("evidence", "story", "text", "who", "role", "at")
    who = name_of("by", _("who"))


class EvidenceInline(DeskInline):
    model = Evidence
    fields = ("source", "stance", "tier", "locator", "passage", "formula", "result", "withdrawn", "who", "role", "at")
    who = name_of("by", _("who"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("source", "by")
