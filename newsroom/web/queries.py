"""Queries to the reporter: the list of open ones, one with its answers, and asking."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from newsroom.domain import asking, talking
from newsroom.domain.permissions import Verb, may, require
from newsroom.models import Article, Claim, Thread, ThreadKind, User
from newsroom.web.beside import said_beside
from newsroom.web.filters import asked
from newsroom.web.forms.queries import AnswerForm, AskForm
from newsroom.web.http import SeeOther, person
from newsroom.web.review import load_claim, shown_again, stories, whole_number

PAGE_SIZE = 25
WHOSE = {"mine": gettext_lazy("To answer"), "asked": gettext_lazy("Asked by me"), "all": gettext_lazy("All open")}


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The open queries: on the person's own stories, asked by them, or all; with `article` those of one story."""
    user = person(request)
    whose = request.GET.get("whose", "mine" if may(user, Verb.IMPORT) else "all")
    whose = whose if whose in WHOSE else "all"
    pk = whole_number(request.GET, "article")
    story = get_object_or_404(Article.objects.visible_to(user), pk=pk) if pk else None
    within = {"article": story} if story else {}
    counts = asking.counts(asking.seen(user).filter(**within), user)
    tabs = [(slug, label, counts[slug]) for slug, label in WHOSE.items()]
    pages = Paginator(asking.whose(asking.queries(user).filter(**within), user)[whose], PAGE_SIZE)
    pages.count = counts[whose]
    context = {"page": pages.get_page(request.GET.get("page")), "whose": whose, "tabs": tabs, "story": story}
    return render(request, "queries/index.html", context)


@require_http_methods(["GET", "POST"])
def thread(request: HttpRequest, thread: int) -> HttpResponse:
    """One query with all that was said, and a box for more."""
    user = person(request)
    row = load_query(user, thread)
    form = AnswerForm(request.POST or None)
    if form.is_valid() and said_beside(form, lambda: asking.answer(row, by=user, **form.cleaned_data)):
        messages.success(request, _("Sent."))
        return SeeOther(reverse("queries-thread", args=[row.pk]))
    context = {
        "article": row.article,
        "claim": row.claim,
        "thread": row,
        "comments": row.comments.select_related("account"),
        "form": form,
        "may_close": row.opened_by_id == user.pk or may(user, Verb.RESOLVE_ANY, row.article),
    }
    return render(request, "queries/thread.html", context, status=422 if form.errors else 200)


@require_POST
def close(request: HttpRequest, thread: int) -> HttpResponse:
    """Resolve a query, or with `reopen` open it again."""
    row = load_query(person(request), thread)
    verb = talking.reopen if "reopen" in request.POST else talking.resolve
    verb(row, by=person(request))
    return SeeOther(reverse("queries-thread", args=[row.pk]))


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, claim: int) -> HttpResponse:
    """A query about a claim."""
    story, target = load_claim(person(request), claim)
    return asks(request, story, target)


@require_http_methods(["GET", "POST"])
def article(request: HttpRequest, article: int) -> HttpResponse:
    """A query about the whole story."""
    return asks(request, get_object_or_404(stories(person(request)), pk=article), None)


def asks(request: HttpRequest, story: Article, claim: Claim | None) -> HttpResponse:
    user = person(request)
    require(user, Verb.ASK, story)
    form = AskForm(request.POST or None, initial={"due": asking.due_by_default(story)})
    if form.is_valid() and said_beside(form, lambda: asking.ask(claim or story, by=user, **form.cleaned_data)):
        messages.success(request, _("Asked. It stands under “Queries” until you resolve it."))
        return shown_again(request, story.pk, claim.pk if claim else None)
    context = {
        "article": story,
        "claim": claim,
        "form": form,
        "filters": asked(request),
        "authors": story.authors.all(),
    }
    return render(request, "queries/ask.html", context, status=422 if form.errors else 200)


def load_query(user: User, pk: int) -> Thread:
    """A query on a story that the person may see, or 404."""
    seen = Thread.objects.filter(kind=ThreadKind.QUERY, article__in=Article.objects.visible_to(user))
    return get_object_or_404(seen.select_related("article", "claim", "opened_by", "resolved_by"), pk=pk)
