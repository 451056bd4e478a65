"""Corrections before publication: proposed on a claim, decided and checked off on the story's list."""

import uuid

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from newsroom.domain import applying, correcting
from newsroom.domain.permissions import Verb, may, require
from newsroom.models import Article, Correction, User
from newsroom.text.middle import change
from newsroom.web.beside import said_beside
from newsroom.web.filters import asked
from newsroom.web.forms.corrections import DecideForm, ProposeForm
from newsroom.web.http import SeeOther, person
from newsroom.web.review import load_claim, shown_again, stories

PAGE_SIZE = 30
SHOWS = {
    "all": (gettext_lazy("All"), Q()),
    "proposed": (gettext_lazy("To decide"), Q(decision=None)),
    "accepted": (gettext_lazy("For the next draft"), Q(decision__accepted=True, applied=None)),
}


@require_GET
def article(request: HttpRequest, article: int) -> HttpResponse:
    """The story's change list: what is proposed, what the next draft should have, what it has, what was declined."""
    user = person(request)
    story = get_object_or_404(stories(user), pk=article)
    show = request.GET.get("show", "")
    show = show if show in SHOWS else "all"
    rows = Correction.objects.filter(claim__article=story).select_related(
        "claim", "by", "evidence__source", "decision__by", "applied__draft"
    )
    counts = rows.order_by().aggregate(**{slug: Count("pk", filter=which) for slug, (_label, which) in SHOWS.items()})
    rows = rows.filter(SHOWS[show][1]).defer("applied__draft__text", "applied__draft__blocks").order_by("-at")
    pages = Paginator(rows, PAGE_SIZE)
    pages.count = counts[show]
    page = pages.get_page(request.GET.get("page"))
    tabs = [(slug, label, counts[slug]) for slug, (label, _which) in SHOWS.items()]
    context = {"article": story, "page": page, "show": show, "tabs": tabs}
    context["rows"] = [(row, change(row.old, row.new)) for row in page]
    context["may_decide"] = may(user, Verb.DECIDE, story)
    return render(request, "corrections/article.html", context)


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, claim: int) -> HttpResponse:
    """Other words for a claim, with the reason."""
    user = person(request)
    story, target = load_claim(user, claim)
    require(user, Verb.PROPOSE, story)
    initial = {"anchor": target.anchor_id, "old": target.wording, "new": target.wording}
    form = ProposeForm(request.POST or None, claim=target, initial=initial)
    if form.is_valid() and said_beside(form, lambda: correcting.propose(target, by=user, **form.cleaned_data)):
        messages.success(request, _("Proposed. The reporter or an editor decides."))
        return shown_again(request, story.pk, target.pk)
    context = {"article": story, "claim": target, "form": form, "filters": asked(request)}
    return render(request, "corrections/propose.html", context, status=422 if form.errors else 200)


@require_POST
def decide(request: HttpRequest, correction: uuid.UUID) -> HttpResponse:
    """Accept it for the next draft, or decline it with a reason."""
    user = person(request)
    row = load_correction(user, correction)
    form = DecideForm(request.POST)
    if not form.is_valid():
        raise BadRequest
    correcting.decide(row, by=user, **form.cleaned_data)
    return back(row)


@require_POST
def check_off(request: HttpRequest, correction: uuid.UUID) -> HttpResponse:
    """The current draft has it."""
    user = person(request)
    row = load_correction(user, correction)
    applying.check_off(row, by=user)
    return back(row)


def load_correction(user: User, pk: uuid.UUID) -> Correction:
    """A correction in a story that the person may see, or 404."""
    seen = Correction.objects.filter(claim__article__in=Article.objects.visible_to(user))
    return get_object_or_404(seen.select_related("claim"), pk=pk)


def back(row: Correction) -> HttpResponse:
    return SeeOther(reverse("corrections-article", args=[row.claim.article_id]) + f"#correction-{row.pk}")
