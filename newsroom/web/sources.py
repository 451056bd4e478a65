"""Sources: the list, one of them with every claim that rests on it, and what people change about it."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from newsroom.domain import sourcing
from newsroom.domain.permissions import Verb, may, require
from newsroom.models import Article, Evidence, Source, User
from newsroom.web import vault
from newsroom.web.beside import said_beside
from newsroom.web.forms.evidence import numbered
from newsroom.web.forms.sources import SiftForm, SourceForm, shown
from newsroom.web.http import SeeOther, person, wants_fragment
from newsroom.web.kept import newest

PAGE_SIZE, SUGGESTED = 25, 12


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The sources that the person may know of, filtered as the address says; for htmx the list alone."""
    user, form = person(request), SiftForm(request.GET)
    valid = form.is_valid()
    asked = {"text": form.cleaned_data.get("q", ""), "kind": form.cleaned_data.get("kind", "")}
    found = sourcing.search(user, **asked).defer("folded")
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "rows": counted(page, user), "may_attach": may(user, Verb.ATTACH)}
    template = "sources/index.html#sources" if wants_fragment(request) else "sources/index.html"
    response = render(request, template, context, status=200 if valid else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_GET
def suggest(request: HttpRequest) -> HttpResponse:
    """Options for the box in which a source is named: those in which every word typed so far stands."""
    typed = request.GET.get("source", "")[:200]
    found = [] if sourcing.is_address(typed) else sourcing.search(person(request), typed)[:SUGGESTED]
    context = {"options": [(numbered(source), source) for source in found]}
    return render(request, "sources/suggest.html", context)


@require_GET
def source(request: HttpRequest, source: int) -> HttpResponse:
    """What is known of it, what is kept with it, and what rests on it in stories that the person may see."""
    user = person(request)
    found = load(user, source)
    page = Paginator(uses(found, user), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"source": found, "page": page, **newest(found, user), **vault.section(found, user)}
    return render(request, "sources/source.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A source that no claim names yet: what was collected while reporting."""
    user = person(request)
    require(user, Verb.ATTACH)
    form = SourceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = said_beside(form, lambda: sourcing.make(form.facts, by=user))
        if made:
            messages.success(request, _("Saved."))
            return SeeOther(reverse("sources-source", args=[made.pk]))
    return render(request, "sources/edit.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, source: int) -> HttpResponse:
    """Other facts, for every place where the source is named."""
    user = person(request)
    require(user, Verb.ATTACH)
    found = load(user, source)
    form = SourceForm(request.POST or None, initial=shown(found))
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        if said_beside(form, lambda: sourcing.edit(found, by=user, facts=form.facts, version=version)):
            messages.success(request, _("Saved."))
            return SeeOther(reverse("sources-source", args=[found.pk]))
    return render(request, "sources/edit.html", {"form": form, "source": found}, status=422 if form.errors else 200)


@require_POST
def delete(request: HttpRequest, source: int) -> HttpResponse:
    """Away with a source that nothing rests on."""
    user = person(request)
    sourcing.remove(load(user, source), by=user)
    messages.success(request, _("The source is deleted."))
    return SeeOther(reverse("sources-index"))


def load(user: User, pk: int) -> Source:
    """A source that the person may know of, or 404."""
    return get_object_or_404(Source.objects.visible_to(user).select_related("created_by"), pk=pk)


def uses(source: Source, user: User) -> QuerySet[Evidence]:
    """The live evidence from it in stories that the person may see, the newest story first."""
    seen = Evidence.objects.live().filter(source=source, claim__article__in=Article.objects.visible_to(user))
    return seen.select_related("claim__article", "by").order_by("-claim__article", "claim__start", "at")


def counted(sources: Iterable[Source], user: User) -> list[tuple[Source, int]]:
    """Each source with the number of claims that rest on it in stories that the person may see; one query."""
    sources = list(sources)
    live = Evidence.objects.live().filter(source__in=sources, claim__article__in=Article.objects.visible_to(user))
    found = dict(live.order_by().values_list("source").annotate(n=Count("claim", distinct=True)))
    return [(source, found.get(source.pk, 0)) for source in sources]
