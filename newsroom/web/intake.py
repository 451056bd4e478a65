"""Bringing a story in, and what was recognised in it."""

from functools import partial

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from newsroom.domain.admitting import admitted_to
from newsroom.domain.fetching import fetch
from newsroom.domain.importing import import_article
from newsroom.domain.permissions import Verb, may, require
from newsroom.domain.previewing import Preview, preview
from newsroom.models import Article, Role, User
from newsroom.text.sentences import sentences
from newsroom.web import listing
from newsroom.web.forms.intake import IntakeForm
from newsroom.web.forms.people import accounts
from newsroom.web.http import SeeOther, person

QUOTES_SHOWN = 20


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form; what it would bring in, to be looked at; and, once that was shown, the story that it makes."""
    user = person(request)
    role = require(user, Verb.IMPORT)
    people = accounts()
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    fetching = partial(fetch, by=user) if settings.FETCH_ADDRESSES else None
    form = IntakeForm(*posted, people=people, fetch=fetching)
    article, shown = taken(form, by=user) if form.is_valid() else (None, None)
    if article:
        return SeeOther(reverse("intake-imported", args=[article.pk]))
    context = {
        "form": form,
        "preview": shown,
        "people": people,
        "desks": listing.desks(user),
        "becomes_author": role == Role.REPORTER,
    }
    return render(request, "intake/new.html", context, status=422 if form.is_bound and not shown else 200)


def taken(form: IntakeForm, *, by: User) -> tuple[Article | None, Preview | None]:
    """The new story, if what it is made of was shown before, else what there is to see. Neither: the form says why."""
    assert form.document is not None  # noqa: S101 - a valid form has read one
    try:
        if form.was_seen:
            return import_article(
                form.document, by=by, details=form.details, origin=form.origin[:300], page=form.page
            ), None
        shown = preview(form.document, by=by, details=form.details)
    except ValidationError as error:
        form.refuse(error)
        return None, None
    form.show(shown)
    return None, shown


@require_GET
def imported(request: HttpRequest, article: int) -> HttpResponse:
    """What was recognised in a story's current draft, so that somebody sees at a glance if something is off."""
    user = person(request)
    seen = Article.objects.visible_to(user).select_related("draft__created_by").prefetch_related("authors")
    notes = Count("threads__comments", filter=Q(threads__comments__account=None), distinct=True)
    story = get_object_or_404(seen.annotate(notes=notes), pk=article)
    draft = story.current
    quotes = story.quotes.filter(draft=draft)
    claims = story.claims.filter(draft=draft, dismissed=False)
    context = {
        "article": story,
        "draft": draft,
        "paragraphs": sum(block.type == "paragraph" for block in draft.spans()),
        "sentences": len(sentences(draft.text)),
        "quotes": quotes.order_by("start", "end")[:QUOTES_SHOWN],
        "found": quotes.aggregate(quotes=Count("pk"), doubtful=Count("pk", filter=Q(doubtful=True))),
        "claims": claims.count(),
        "admitted": admitted_to(story),
        "may_mark": may(user, Verb.MARK, story),
        "may_assign": may(user, Verb.ASSIGN, story),
    }
    return render(request, "intake/imported.html", context)
