"""Claims, with all that hangs on one: kinds, marks, talk, and the places it has had in the text."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from newsroom.admin.desk import NOTHING, DeskAdmin, DeskInline, allowed, in_the_text, name_of
from newsroom.admin.evidence import EvidenceInline
from newsroom.admin.places import AnchorInline
from newsroom.admin.reviews import ReviewInline
from newsroom.admin.threads import ThreadInline
from newsroom.domain.exporting import permalink
from newsroom.domain.permissions import Verb
from newsroom.domain.recording import named
from newsroom.models import FLAGS, Claim, ClaimKind, Review


class KindInline(DeskInline):
    model = ClaimKind
    fields = ("kind",)
    show_change_link = False


@admin.register(Claim)
class ClaimAdmin(DeskAdmin):
    """Read here; marked and talked about through the forms of reviews and comments."""

    list_display = ("words", "story", "standing", "marks", "of_kinds", "speaker", "remarks")
    list_select_related = ("quote",)
    list_filter = ("standing", "kinds__kind", "accepted", "dismissed", "state", *FLAGS, "created_at")
    search_fields = ("wording", "quote__speaker", "article__folded")
    fieldsets = (
        (None, {"fields": ("sentence", "story", "standing", "accepted", "dismissed", "risks")}),
        (_("Quotation"), {"fields": ("quote", "speaker")}),
        (_("Where it stands"), {"fields": ("draft_number", "start", "end", "state")}),
        (_("How it came about"), {"fields": ("rule", "hint", "created_at", "maker")}),
    )
    inlines = (ReviewInline, EvidenceInline, KindInline, ThreadInline, AnchorInline)
    maker = name_of("created_by", _("made by"))

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """Without the table of evidence where there never was any: on a phone an empty one scrolls, and no key can."""
        shown = super().get_inlines(request, obj)
        return [each for each in shown if each is not EvidenceInline or (obj and obj.evidence.exists())]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        marks = Review.objects.filter(claim=OuterRef("pk")).order_by().values("claim")
        counted = Subquery(marks.annotate(number=Count("pk")).values("number"))
        claims: QuerySet[Any] = super().get_queryset(request).annotate(marked=counted)
        return claims.prefetch_related("kinds")

    def render_change_form(
        self, request: Any, context: Any, add: bool = False, change: bool = False, form_url: str = "", obj: Any = None
    ) -> HttpResponse:
        """The page offers what the person may do with this claim."""
        context["may_mark"] = allowed(request, Verb.MARK, obj.article)
        context["may_comment"] = allowed(request, Verb.COMMENT, obj.article)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def trail(self, row: Claim) -> str:
        return named(row)

    def view_on_site(self, claim: Claim) -> str:
        """The claim open on the desk."""
        return permalink(claim)

    @admin.display(description=_("kinds"))
    def of_kinds(self, claim: Claim) -> str:
        return ", ".join(str(kind) for kind in claim.kinds.all())

    @admin.display(description=_("marks"))
    def marks(self, claim: Any) -> int:
        return claim.marked or 0

    @admin.display(description=_("speaker"))
    def speaker(self, claim: Claim) -> str:
        return (claim.quote.speaker if claim.quote else "") or NOTHING

    @admin.display(description=_("risks"))
    def risks(self, claim: Claim) -> str:
        return ", ".join(claim.flags) or NOTHING

    @admin.display(description=_("remarks"))
    def remarks(self, claim: Claim) -> str:
        """What sets it apart from other claims, in a few words."""
        words = [_("proposal")] * (not claim.accepted) + [_("dismissed")] * claim.dismissed
        return ", ".join([*map(str, words), *claim.flags]) or NOTHING

    @admin.display(description=_("in the text"))
    def sentence(self, claim: Claim) -> SafeString:
        return in_the_text(claim)

    @admin.display(description=_("draft"))
    def draft_number(self, claim: Claim) -> int:
        return claim.draft.number
