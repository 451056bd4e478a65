"""What nobody has looked at: the story with everything else faded, and what to do about each sentence that is left."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from newsroom.domain import covering, dismissing
from newsroom.domain.permissions import Verb, may
from newsroom.models import Article, Dismissal, Draft, User
from newsroom.text.coverage import CLASSES
from newsroom.web import faded, uncovered
from newsroom.web.claims import span
from newsroom.web.filters import Filters, asked
from newsroom.web.forms.review import DismissWordsForm
from newsroom.web.http import SeeOther, person
from newsroom.web.review import stories, whole_number


@require_GET
def article(request: HttpRequest, article: int) -> HttpResponse:
    """The page; `class` shows one class alone, `at` opens the first sentence left from there on."""
    user = person(request)
    story = get_object_or_404(stories(user), pk=article)
    return shown(request, story, kind_of(request.GET.get("class")), whole_number(request.GET, "at"))


@require_POST
def dismiss(request: HttpRequest, article: int) -> HttpResponse:
    """No fact (or no further one) in a sentence; back at the next that is left."""
    user = person(request)
    story = get_object_or_404(stories(user), pk=article)
    form = DismissWordsForm(request.POST)
    kind, at = kind_of(request.POST.get("class")), whole_number(request.POST, "start")
    if not form.is_valid():
        return shown(request, story, kind, at, form=form)
    draft = get_object_or_404(Draft, pk=form.cleaned_data["draft"], article=story)
    dismissing.dismiss_words(draft, by=user, **span(form, draft), reason=form.cleaned_data["reason"])
    messages.success(request, _("Dismissed: no fact here. You find it under “Dismissed” and can take that back."))
    return SeeOther(page_of(story, kind, at, asked(request)))


@require_POST
def take_back(request: HttpRequest, dismissal: int) -> HttpResponse:
    """There is something to check in dismissed words after all."""
    user = person(request)
    story = get_object_or_404(stories(user), drafts__dismissals__pk=dismissal)
    row = dismissing.take_words_back(get_object_or_404(Dismissal, pk=dismissal), by=user)
    return SeeOther(page_of(story, "", row.start, asked(request)))


def shown(
    request: HttpRequest, story: Article, kind: str, at: int, *, form: DismissWordsForm | None = None
) -> HttpResponse:
    """The page; `form` is the refused one."""
    context = page(story, user=person(request), kind=kind, at=at, filters=asked(request), form=form)
    return render(request, "coverage/article.html", context, status=422 if form else 200)


def page(
    story: Article, *, user: User, kind: str, at: int, filters: Filters, form: DismissWordsForm | None
) -> dict[str, Any]:
    """Everything on the page: the numbers, the faded story, the open sentence with its forms, what was dismissed."""
    found = covering.coverage(story)
    left = uncovered.places(found)
    listed = [place for place in left if place.has(kind)] if kind else left
    at_hand = uncovered.opened(listed, at)
    return {
        "article": story,
        "chips": uncovered.chips(found, left, kind),
        "kind": kind,
        "left": len(left),
        "blocks": faded.draw(found, listed, filters, kind=kind, chosen=at_hand.place if at_hand else None),
        "filters": filters,
        "at_hand": at_hand,
        "words": found.draft.text[at_hand.place.start : at_hand.place.end] if at_hand else "",
        "gaps": uncovered.by_class(found, at_hand.place) if at_hand else [],
        "dismissals": sorted(found.dismissals, key=lambda pair: pair[1]),
        "form": form or DismissWordsForm(),
        "may_edit": may(user, Verb.EDIT, story),
        "may_dismiss": may(user, Verb.DISMISS, story),
    }


def page_of(story: Article, kind: str, at: int, filters: Filters) -> str:
    """The address of the page with the next sentence open that is left from `at` on."""
    left = [place for place in uncovered.places(covering.coverage(story)) if not kind or place.has(kind)]
    at_hand = uncovered.opened(left, at)
    query = faded.address(at_hand.place, kind, filters) if at_hand else f"?{filters.query}"
    return reverse("coverage-article", args=[story.pk]) + query


def kind_of(asked: str | None) -> str:
    """A class of tokens from an address or a post, "" for all and for nonsense."""
    return asked if asked in CLASSES else ""
