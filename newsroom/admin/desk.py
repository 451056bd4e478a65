"""What every table of the admin shares: who sees it, which rows, and that nothing is written past the domain."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ERROR_FLAG
from django.db import DataError
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from newsroom.domain.permissions import Verb, may
from newsroom.domain.recording import chain_of
from newsroom.models import Article, Claim, Quote, Role, User

if TYPE_CHECKING:
    Table = admin.ModelAdmin[Any]
    Rows = admin.TabularInline[Any, Any]
else:
    Table, Rows = admin.ModelAdmin, admin.TabularInline

SHORT = 80
SOUGHT = 40  # words of a search
NOTHING = "–"


def person(request: HttpRequest) -> User:
    """Who asks; the admin lets nobody in who has not signed in."""
    assert isinstance(request.user, User)  # noqa: S101 - for the type checker
    return request.user


def allowed(request: HttpRequest, verb: Verb, article: Article | None = None) -> bool:
    """The one table of permissions, asked for the person at the other end (nobody on the sign-in page)."""
    return isinstance(request.user, User) and may(request.user, verb, article)


def short(words: str) -> str:
    """A wording as a list has room for it."""
    return words if len(words) <= SHORT else words[: SHORT - 1].rstrip() + "…"


def link(thing: Model, words: str) -> SafeString:
    """A link to a row's page in the admin."""
    address = reverse(f"admin:newsroom_{thing._meta.model_name}_change", args=[thing.pk])
    return format_html('<a href="{}">{}</a>', address, words)


def name_of(field: str, title: Any) -> Callable[[Any, Any], str]:
    """A table's method that names a person: the bare foreign key would link to an account only administrators open."""

    @admin.display(description=title, ordering=field)
    def name(_table: Any, row: Any) -> str:
        return str(getattr(row, field) or NOTHING)

    return name


def in_the_text(thing: Claim | Quote) -> SafeString:
    """A wording marked in the whole words that stand around it."""
    place = thing.anchor
    if place is None:
        return format_html("<mark>{}</mark>", thing.wording)
    cut = (place.start or 0) > len(place.prefix)
    before = f"… {place.prefix.partition(' ')[2]}" if cut else place.prefix
    return format_html("{}<mark>{}</mark>{} …", before, place.wording, place.suffix.rpartition(" ")[0])


class NamedValues(admin.AllValuesFieldListFilter):
    """A filter over the values that a column holds; also the empty one has a name to be clicked."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or NOTHING}


class RoleFilter(admin.SimpleListFilter):
    """By the role under which somebody acted; the roles are known, so no table is searched for them."""

    title = _("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        return [(role.value, role.label) for role in Role]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:  # noqa: ARG002
        return queryset.filter(role=self.value()) if self.value() else queryset


class ReadOnly:
    """For tables and for the rows inside a page: whoever has a role reads them, and nobody writes in them.

    Django's own model permissions are not asked.
    """

    def has_module_permission(self, request: HttpRequest) -> bool:
        return allowed(request, Verb.SEE)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return allowed(request, Verb.SEE)

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False


class PatientAdmin(Table):
    """A table that has an answer to whatever its address asks."""

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """By the first words of what was typed: a pasted page is too much for a database."""
        words = search_term.replace("\0", " ").split()
        return super().get_search_results(request, queryset, " ".join(words[:SOUGHT]))

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """All rows, with a note, where a filter has what no database takes: what Django answers to other nonsense."""
        try:
            return super().changelist_view(request, extra_context)
        except (OverflowError, DataError):
            return redirect(f"{request.path}?{ERROR_FLAG}=1")


class DeskAdmin(ReadOnly, PatientAdmin):
    """A table whose rows hang on stories, and are there only for those who may see the story.

    What a table lets people add or change, its form hands to a domain verb: the admin itself saves nothing.
    """

    on_story = "article"
    list_select_related: ClassVar[tuple[str, ...]] = ()
    show_full_result_count = False
    list_per_page = 50
    ordering = ("-id",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return self.limited(super().get_queryset(request), person(request))

    def limited(self, rows: QuerySet[Any], user: User) -> QuerySet[Any]:
        """The rows that this person may know of. Asked row by row: the newest fifty are then found without a sort."""
        return rows.filter(Exists(Article.objects.visible_to(user).filter(pk=OuterRef(self.on_story))))

    def get_list_select_related(self, request: HttpRequest) -> tuple[str, ...]:  # noqa: ARG002
        return (*filter(None, [self.on_story]), *self.list_select_related)

    def save_model(self, request: Any, obj: Any, form: Any, change: Any) -> None:
        """Nothing: the form's verb has written already."""

    def save_related(self, request: Any, form: Any, formsets: Any, change: Any) -> None:
        """Nothing: the form's verb has written already."""

    def construct_change_message(self, request: Any, form: Any, formsets: Any, add: bool = False) -> Any:  # noqa: ARG002
        """For Django's own log, which asks the rows inside the page what was saved in them: nothing, ever."""
        return super().construct_change_message(request, form, [], add)

    def story_of(self, row: Any) -> Any:
        for name in filter(None, self.on_story.split("__")):
            row = getattr(row, name)
        return row

    def trail(self, row: Any) -> str:
        """What to look for in the audit trail for what happened to this row."""
        return chain_of(self.story_of(row))

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:  # noqa: ARG002
        """The desk's own audit trail; Django's log knows only of what was done in the admin."""
        row = self.get_object(request, unquote(object_id))
        if row is None or not self.has_view_permission(request, row):
            raise Http404
        return redirect(reverse("admin:newsroom_event_changelist") + "?" + urlencode({"q": self.trail(row)}))

    @admin.display(description=_("story"))
    def story(self, row: Any) -> SafeString:
        story = self.story_of(row)
        return link(story, short(story.headline))

    @admin.display(description=_("wording"))
    def words(self, row: Any) -> str:
        return short(row.wording)


class DeskInline(ReadOnly, Rows):
    """Rows shown with the thing they belong to."""

    extra = max_num = 0
    can_delete = False
    show_change_link = True

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:  # noqa: ARG002
        return self.fields or ()
