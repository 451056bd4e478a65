"""Marks, and what suspended them."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.admin.desk import NOTHING, DeskAdmin, DeskInline, RoleFilter, name_of
from newsroom.admin.verbs import AddedAdmin, OnClaimForm
from newsroom.domain import reviewing
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Verb
from newsroom.models import Claim, Review, Suspension, Verdict

MARKS = [(v.value, v.label) for v in (Verdict.SOURCED, Verdict.DISPUTED, Verdict.OPINION)]


class ReviewForm(OnClaimForm):
    """A mark for the words that the form showed: `anchor` and `number` are what it was shown with."""

    verdict = forms.ChoiceField(label=gettext_lazy("Verdict"), choices=MARKS, widget=forms.RadioSelect)
    anchor = forms.IntegerField(required=False, widget=forms.HiddenInput)
    number = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Review
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["comment"].required = False
        self.fields["comment"].help_text = _("Why? What did you check it against? A dispute needs a reason.")
        if self.chosen and not self.is_bound:
            self.show(self.chosen)

    def show(self, claim: Claim) -> None:
        """From here on the form stands for the claim as it is now."""
        own = self.own(claim)
        self.put("anchor", claim.anchor_id)
        self.put("number", own.number if own else 0)

    def own(self, claim: Claim) -> Review | None:
        return claim.reviews.filter(reviewer=self.user).order_by("-number").first()

    def about(self, claim: Claim) -> str:
        so_far = reviewing.spoken(self.own(claim))
        return format_html("{}<br>{}: {}", super().about(claim), _("Your mark so far"), so_far)

    def clean(self) -> None:
        """A claim chosen in this very form has not been read yet: it is shown once before it is marked."""
        claim, anchor = self.cleaned_data.get("claim"), self.cleaned_data.get("anchor")
        if claim and not claim.anchors.filter(pk=anchor).exists():
            self.add_error("claim", _("Read the words of this claim below, then save your mark."))
            self.show(claim)

    def perform(self) -> Review:
        sent = {name: self.cleaned_data[name] for name in ("verdict", "comment", "anchor")}
        return reviewing.mark(self.cleaned_data["claim"], by=self.user, number=self.cleaned_data["number"] or 0, **sent)

    def stale(self, conflict: Conflict) -> None:
        """Both versions beside the claim; saving again is for what stands there now."""
        versions = _("Your form showed “%(was)s”. Now it is “%(now)s”. Save again if your mark holds for that.")
        self.add_error("claim", conflict.messages[0])
        self.add_error("claim", versions % {"was": conflict.was, "now": conflict.now})
        for name, value in conflict.fresh.items():
            self.put(name, value)


@admin.display(description=gettext_lazy("suspended"))
def suspended(_table: Any, review: Review) -> str:
    return review.suspension.why if hasattr(review, "suspension") else NOTHING


@admin.register(Review)
class ReviewAdmin(AddedAdmin):
    """Only ever added to, through `reviewing.mark`."""

    verb = Verb.MARK
    add_form = ReviewForm
    add_title = gettext_lazy("Mark a claim")
    add_fields = ("claim", "verdict", "comment", "anchor", "number")
    on_story = "claim__article"
    list_display = ("words", "verdict", "judge", "role", "number", "at", "counts", "story")
    list_select_related = ("reviewer", "suspension")
    list_filter = ("verdict", RoleFilter, "at")
    search_fields = ("wording", "comment", "reviewer__username", "reviewer__last_name", "claim__article__folded")
    ordering = ("-at",)
    fields = ("claim", "story", "wording", "verdict", "comment", "judge", "role", "number", "at", "suspended")
    judge = name_of("reviewer", gettext_lazy("reviewer"))
    suspended = suspended

    @admin.display(description=gettext_lazy("not suspended"), boolean=True)
    def counts(self, review: Review) -> bool:
        return not hasattr(review, "suspension")


class ReviewInline(DeskInline):
    model = Review
    fields = ("verdict", "comment", "wording", "judge", "role", "at", "suspended")
    judge = name_of("reviewer", gettext_lazy("reviewer"))
    suspended = suspended

    def get_queryset(self, request: HttpRequest) -> QuerySet[Review]:
        return super().get_queryset(request).select_related("reviewer", "suspension")


@admin.register(Suspension)
class SuspensionAdmin(DeskAdmin):
    on_story = "anchor__claim__article"
    list_display = ("why", "review", "settlement", "judge", "at", "story")
    list_select_related = ("review__reviewer", "settlement__by")
    list_filter = ("at",)
    search_fields = ("why", "anchor__wording", "review__reviewer__username", "anchor__claim__article__folded")
    fields = ("review", "settlement", "story", "why", "anchor", "at")

    @admin.display(description=gettext_lazy("reviewer"))
    def judge(self, suspension: Suspension) -> str:
        return str(
            suspension.review.reviewer if suspension.review else suspension.settlement and suspension.settlement.by
        )
