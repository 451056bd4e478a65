"""What became of marks, words and stories: settlements, corrections, signatures, dissents and errata. All read here."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.admin.desk import DeskAdmin, DeskInline, RoleFilter, name_of, short
from newsroom.domain.exporting import permalink
from newsroom.models import Correction, Decision, Dissent, Erratum, Settled, Settlement, SignOff


class OnClaimAdmin(DeskAdmin):
    """Rows about a claim."""

    on_story = "claim__article"
    ordering = ("-at",)
    who = name_of("by", _("who"))

    def view_on_site(self, row: Settlement | Correction) -> str:
        """Its claim open on the desk."""
        return permalink(row.claim)

    @admin.display(description=_("claim"))
    def about(self, row: Settlement | Correction) -> str:
        return short(row.claim.wording)


class SettledInline(DeskInline):
    model = Settled
    fields = ("review",)


@admin.register(Settlement)
class SettlementAdmin(OnClaimAdmin):
    list_display = ("about", "verdict", "reason", "who", "role", "at", "story")
    list_select_related = ("claim", "by")
    list_filter = ("verdict", RoleFilter, "at")
    search_fields = ("reason", "claim__wording", "by__username", "claim__article__folded")
    fields = ("claim", "story", "verdict", "reason", "who", "role", "at")
    inlines = (SettledInline,)


class DecisionInline(DeskInline):
    model = Decision
    fields = ("accepted", "reason", "who", "role", "at")
    who = name_of("by", _("who"))


@admin.register(Correction)
class CorrectionAdmin(OnClaimAdmin):
    list_display = ("__str__", "about", "decision", "applied", "who", "role", "at", "story")
    list_select_related = ("claim", "by", "decision", "applied__draft")
    list_filter = ("decision__accepted", RoleFilter, "at")
    search_fields = ("old", "new", "reason", "claim__wording", "by__username", "claim__article__folded")
    fields = ("claim", "story", "old", "new", "reason", "evidence", "who", "role", "at")
    inlines = (DecisionInline,)


@admin.register(SignOff)
class SignOffAdmin(DeskAdmin):
    list_display = ("capacity", "who", "draft", "count", "override", "at", "story")
    list_select_related = ("by", "draft")
    list_filter = ("capacity", "at")
    search_fields = ("override", "=sha256", "by__username", "article__folded")
    ordering = ("-at",)
    fields = (
        *(
            "story",
            "draft",
            "sha256",
            "capacity",
            "who",
            "roles",
            "policy",
            "count",
            "problems",
            "override",
            "leans",
            "scope",
        ),
        *("head", "at"),
    )
    who = name_of("by", _("who"))


@admin.register(Dissent)
class DissentAdmin(DeskAdmin):
    list_display = ("__str__", "who", "role", "draft", "at", "story")
    list_select_related = ("by", "draft")
    list_filter = (RoleFilter, "at")
    search_fields = ("text", "by__username", "article__folded")
    ordering = ("-at",)
    fields = ("story", "draft", "text", "who", "role", "at")
    who = name_of("by", _("who"))


@admin.register(Erratum)
class ErratumAdmin(DeskAdmin):
    list_display = ("__str__", "kind", "cause", "decider", "published_at", "story")
    list_select_related = ("decided_by",)
    list_filter = ("kind", "cause", "published_at")
    search_fields = ("wording", "claim__wording", "article__folded")
    ordering = ("-published_at",)
    fields = (
        *("story", "claim", "draft", "kind", "cause", "wording", "decider", "received_at", "published_at", "record"),
        *("who", "role", "at"),
    )
    who, decider = name_of("by", _("who")), name_of("decided_by", _("decided by"))
