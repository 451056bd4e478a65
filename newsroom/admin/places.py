"""Where words stand or stood in the text: anchors, quotes, and words that were dismissed."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from newsroom.admin.desk import DeskAdmin, DeskInline, in_the_text, name_of
from newsroom.models import Anchor, Claim, Dismissal, Quote, User


class AnchorInline(DeskInline):
    model = Anchor
    fk_name: str | None = None
    fields = ("number", "wording", "state", "why", "start", "end", "at")


class ClaimInline(DeskInline):
    model = Claim
    fields = ("wording", "standing", "dismissed")


@admin.register(Quote)
class QuoteAdmin(DeskAdmin):
    list_display = ("words", "speaker", "cue", "kind", "confidence", "namer", "doubtful", "state", "story")
    list_filter = ("kind", "confidence", "doubtful", "state")
    search_fields = ("wording", "speaker", "article__folded")
    list_select_related = ("named_by",)
    namer = name_of("named_by", _("confirmed by"))
    fieldsets = (
        (None, {"fields": ("sentence", "story", "kind", "doubtful")}),
        (_("Speaker"), {"fields": ("speaker", "speaker_mention", "cue", "confidence", "rule", "namer")}),
        (_("Where it stands"), {"fields": ("start", "end", "state", "marked")}),
    )
    inlines = (ClaimInline, AnchorInline)

    @admin.display(description=_("in the text"))
    def sentence(self, quote: Quote) -> SafeString:
        return in_the_text(quote)


class OnDraftAdmin(DeskAdmin):
    """Rows that hang on a draft: its number is shown, its long text is not fetched."""

    on_story = "draft__article"
    who = name_of("by", _("by"))

    def limited(self, rows: QuerySet[Any], user: User) -> QuerySet[Any]:
        return super().limited(rows, user).defer("draft__text", "draft__blocks", "draft__losses")

    @admin.display(description=_("draft"))
    def draft_number(self, row: Any) -> int:
        return int(row.draft.number)


@admin.register(Anchor)
class AnchorAdmin(OnDraftAdmin):
    """Never changed: a claim or a quote gets a new one."""

    list_display = ("words", "of", "number", "state", "why", "draft_number", "at", "story")
    list_filter = ("state", "at")
    search_fields = ("wording", "why", "draft__article__folded")
    fieldsets = (
        (None, {"fields": ("claim", "quote", "story", "number", "state", "why", "at", "who")}),
        (_("Words"), {"fields": ("draft_number", "start", "end", "prefix", "wording", "suffix")}),
    )

    @admin.display(description=_("of"))
    def of(self, anchor: Anchor) -> str:
        return f"{_('claim')} {anchor.claim_id}" if anchor.claim_id else f"{_('quote')} {anchor.quote_id}"


@admin.register(Dismissal)
class DismissalAdmin(OnDraftAdmin):
    """Never changed: taking one back is a row of its own."""

    list_display = ("words", "reason", "who", "at", "taken_back", "story")
    list_select_related = ("by", "taken_back_by")
    list_filter = ("at", ("takes_back", admin.EmptyFieldListFilter))
    search_fields = ("wording", "reason", "by__username", "by__last_name", "draft__article__folded")
    fields = ("wording", "story", "claim", "start", "end", "reason", "takes_back", "taken_back", "who", "at")

    @admin.display(description=_("taken back"), boolean=True)
    def taken_back(self, dismissal: Dismissal) -> bool:
        return hasattr(dismissal, "taken_back_by")
