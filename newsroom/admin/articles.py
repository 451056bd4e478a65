"""Stories, their drafts, and who was let into restricted ones."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models, transaction
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from newsroom.admin.desk import DeskAdmin, DeskInline, NamedValues, allowed, name_of, person
from newsroom.admin.verbs import VerbForm
from newsroom.domain import assigning, exporting, workflow
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Verb
from newsroom.formats import table
from newsroom.models import Article, Claim, Draft, Member, Standing, Status, User

CHANGEABLE = ("status", "byline", "authors", "desk", "deadline")
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
COUNTS = ("claims", "still_open")
SHOWN = ("headline", *COUNTS, "access", "dated", "language", "words", "created_at", "importer")
HEAVY = ("text", "blocks", "losses")


class ArticleForm(VerbForm):
    """What an editor decides about a story: whose it is, when it is due, and where it goes next.

    `seen` is the story's version that the form was made for.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self.instance.version
        here = Status(self.instance.status)
        field = self.fields["status"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(to.value, to.label) for to in (here, *workflow.MOVES[here])]
        # Takes select2's "clear all" away, which stands in a list without being an item: nothing reads it out.
        self.fields["authors"].widget.widget.is_required = True

    @transaction.atomic
    def perform(self) -> Article:
        """Only what was changed is done, so that the audit trail says no more than that."""
        article: Article = self.instance
        sent = dict(self.cleaned_data)
        to, seen = sent.pop("status"), sent.pop("seen")
        if sent.keys() & set(self.changed_data):
            article = assigning.assign(article, by=self.user, seen=seen, **sent)
        return article if to == article.status else workflow.move(article, by=self.user, to=to, seen=seen)

    def stale(self, conflict: Conflict) -> None:
        """What is stored now stands beside each field that says something else; saving again is for that."""
        super().stale(conflict)
        for name in self.changed_data:
            if name != "seen":
                self.add_error(name, _("Stored now: “%(value)s”.") % {"value": self.stored(name)})
        for name, value in conflict.fresh.items():
            self.put(name, value)

    def stored(self, name: str) -> str:
        """What the story holds in a field, for a sentence."""
        if name == "authors":
            return ", ".join(str(author) for author in self.instance.authors.all())
        return str(self.instance.get_status_display() if name == "status" else getattr(self.instance, name) or "")


class DraftInline(DeskInline):
    model = Draft
    fields = ("number", "origin", "sha256", "created_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).defer(*HEAVY)


class MemberInline(DeskInline):
    model = Member
    fields = ("name",)
    name = name_of("user", _("person"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("user", "article")


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    on_story = ""
    list_display = ("headline", "status", "desk", "written_by", "deadline", "access", *COUNTS)
    list_filter = ("status", "access", ("desk", NamedValues), "language", "deadline")
    date_hierarchy = "created_at"
    search_fields = ("folded",)
    autocomplete_fields = ("authors",)
    formfield_overrides = {models.DateTimeField: {"form_class": forms.DateTimeField, "widget": MOMENT}}
    actions = ("export_claims",)
    fieldsets = (
        (None, {"fields": ("headline", *CHANGEABLE)}),
        (_("Its claims"), {"fields": COUNTS}),
        (_("Who sees it"), {"fields": ("access",)}),
        (_("How it came in"), {"fields": ("dated", "language", "words", "created_at", "importer")}),
    )
    inlines = (DraftInline, MemberInline)
    readonly_fields = SHOWN
    importer = name_of("created_by", _("brought in by"))

    def limited(self, rows: QuerySet[Any], user: User) -> QuerySet[Any]:
        live = Claim.objects.live().filter(article=OuterRef("pk")).order_by().values("article")
        counted = live.annotate(all=Count("pk"), open=Count("pk", filter=Q(standing=Standing.OPEN)))
        rows = rows.annotate(live=Subquery(counted.values("all")), open=Subquery(counted.values("open")))
        return rows.filter(pk__in=Article.objects.visible_to(user)).prefetch_related("authors")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return super().get_search_results(request, queryset, search_term.casefold())

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return allowed(request, Verb.ASSIGN, obj)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if not self.has_change_permission(request, obj):
            return super().get_form(request, obj, change, **kwargs)
        form: Any = super().get_form(request, obj, change, form=ArticleForm, **kwargs)
        form.user = person(request)
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who may change it sends back, unseen, which version the form was made for."""
        shown = super().get_fieldsets(request, obj)
        return [*shown, (None, {"fields": ("seen",)})] if self.has_change_permission(request, obj) else shown

    def view_on_site(self, article: Article) -> str:
        """The story on the desk."""
        return reverse("review-article", args=[article.pk])

    @admin.display(description=_("authors"))
    def written_by(self, article: Article) -> str:
        return ", ".join(str(author) for author in article.authors.all())

    @admin.display(description=_("claims"))
    def claims(self, article: Any) -> SafeString:
        address = reverse("admin:newsroom_claim_changelist")
        return format_html('<a href="{}?article__id__exact={}">{}</a>', address, article.pk, article.live or 0)

    @admin.display(description=_("open"))
    def still_open(self, article: Any) -> int:
        return article.open or 0

    @admin.action(description=_("Export the claims of the chosen stories as CSV"), permissions=["view"])
    def export_claims(self, request: HttpRequest, queryset: QuerySet[Article]) -> StreamingHttpResponse:
        rows = exporting.export_claims(queryset, by=person(request))
        response = StreamingHttpResponse(table.lines(rows), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="claims.csv"'
        return response


@admin.register(Draft)
class DraftAdmin(DeskAdmin):
    """Never changed: new words are a new draft."""

    list_display = ("number", "story", "origin", "sha256", "created_at", "importer")
    list_select_related = ("created_by",)
    list_filter = ("created_at",)
    date_hierarchy = "created_at"
    search_fields = ("article__folded", "origin", "=sha256")
    fields = ("story", "number", "text", "sha256", "origin", "losses", "created_at", "importer")
    importer = name_of("created_by", _("brought in by"))

    def limited(self, rows: QuerySet[Any], user: User) -> QuerySet[Any]:
        return super().limited(rows, user).defer(*HEAVY)


@admin.register(Member)
class MemberAdmin(DeskAdmin):
    list_display = ("name", "story")
    list_select_related = ("user",)
    search_fields = ("user__username", "user__last_name", "user__email", "article__folded")
    fields = ("name", "story")
    name = name_of("user", _("person"))
