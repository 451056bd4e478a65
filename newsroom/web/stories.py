"""The list of stories, and what an editor sets about one."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from newsroom.domain import assigning, workflow
from newsroom.domain.admitting import admitted_to
from newsroom.domain.permissions import Verb, require
from newsroom.models import Article, Status, User
from newsroom.web import listing
from newsroom.web.forms.people import accounts
from newsroom.web.forms.stories import AssignForm, FilterForm, KillForm, MoveForm, RestrictForm
from newsroom.web.http import SeeOther, person, wants_fragment

PAGE_SIZE = 25


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The stories that the person may see, filtered as the address says; for htmx the list alone."""
    user = person(request)
    form = FilterForm(request.GET, desks=listing.desks(user))
    valid = form.is_valid()
    stories = listing.narrowed(Article.objects.visible_to(user), form, user)
    pages = Paginator(listing.remarked(stories).defer("folded").prefetch_related("authors"), PAGE_SIZE)
    page = pages.get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "rows": listing.tallied(page), "q": form["q"].value()}
    template = "stories/index.html#stories" if wants_fragment(request) else "stories/index.html"
    response = render(request, template, context, status=200 if valid else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


VERBS: dict[str, Callable[..., Article]] = {
    "assign": assigning.assign,
    "restrict": assigning.restrict,
    "move": workflow.move,
}


@require_http_methods(["GET", "POST"])
def details(request: HttpRequest, article: int) -> HttpResponse:
    """Three small forms for an editor, one verb each: whose it is and when due, who sees it, where it stands."""
    user = person(request)
    seen = Article.objects.visible_to(user).prefetch_related("authors", "members__user")
    story = get_object_or_404(seen, pk=article)
    require(user, Verb.ASSIGN, story)
    people, verb = accounts(), request.POST.get("verb", "")
    panels = panels_of(story, people, {verb: request.POST})
    if request.method == "POST":
        if verb not in panels:
            raise BadRequest
        if panels[verb].is_valid():
            VERBS[verb](story, by=user, **panels[verb].cleaned_data)
            messages.success(request, _("Saved."))
            return SeeOther(request.path)
    context = {"article": story, "panels": panels, "people": people, "desks": listing.desks(user)}
    context["admitted"] = admitted_to(story)
    return render(request, "stories/details.html", context, status=422 if verb else 200)


@require_http_methods(["GET", "POST"])
def kill(request: HttpRequest, article: int) -> HttpResponse:
    """Asked once more, and why, an editor says that a story goes no further."""
    user = person(request)
    story = get_object_or_404(Article.objects.visible_to(user), pk=article)
    require(user, Verb.MOVE, story)
    form = KillForm(request.POST if request.method == "POST" else None, initial={"seen": story.version})
    if form.is_valid():
        workflow.move(story, by=user, to=Status.KILLED, **form.cleaned_data)
        messages.success(request, _("Killed."))
        return SeeOther(reverse("stories-details", args=[story.pk]))
    context = {"article": story, "form": form, "leads_on": Status.KILLED in workflow.MOVES[Status(story.status)]}
    return render(request, "stories/kill.html", context, status=422 if form.is_bound else 200)


def panels_of(story: Article, people: list[User], posted: Mapping[str, QueryDict]) -> dict[str, Form]:
    """A form for each verb, showing the story as it is; the one that was posted holds what was typed."""
    now = {name: getattr(story, name) for name in ("byline", "desk", "deadline", "access")} | {"seen": story.version}
    members = [member.user for member in story.members.all()]
    return {
        "assign": AssignForm(posted.get("assign"), initial=now, people=people, chosen=story.authors.all()),
        "restrict": RestrictForm(posted.get("restrict"), initial=now, people=people, chosen=members),
        "move": MoveForm(posted.get("move"), article=story),
    }
