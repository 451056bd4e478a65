"""Making a claim, changing its words, accepting and dismissing it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from newsroom.domain import claiming
from newsroom.domain.permissions import Verb, require
from newsroom.models import Draft
from newsroom.text.sentences import sentences
from newsroom.text.spans import Span
from newsroom.web.filters import asked
from newsroom.web.forms.review import AnchorForm, BoundsForm, DismissForm, SpanForm
from newsroom.web.http import SeeOther, person
from newsroom.web.passage import around, passage
from newsroom.web.review import load_claim, shown_again, stories, whole_number

SENTENCES_A_PAGE = 40


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, article: int) -> HttpResponse:
    """Sentence by sentence with from-word and to-word: how a claim is made without a pointer. `look` shows it.

    With `for` the words are for a claim that has no place in the draft any more.
    """
    user = person(request)
    story = get_object_or_404(stories(user), pk=article)
    require(user, Verb.EDIT, story)
    form = SpanForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and "look" not in request.POST:
        draft = get_object_or_404(Draft, pk=form.cleaned_data["draft"], article=story)
        claim = claiming.add(draft, by=user, **span(form, draft))
        messages.success(request, _("Added as a claim."))
        return shown_again(request, story.pk, claim.pk)
    found = sentences(story.current.text)
    at = whole_number(request.GET, "at") if "at" in request.GET else None
    page = Paginator(found, SENTENCES_A_PAGE).get_page(request.GET.get("page") or page_with(found, at))
    listed = [sentence(story.current.text, start, end, at, form.chosen) for start, end in page]
    context = {"article": story, "page": page, "form": form, "sentences": listed, "filters": asked(request)}
    context["lost"] = story.claims.filter(pk=whole_number(request.GET, "for"), start=None).first()
    return render(request, "claims/new.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def bounds(request: HttpRequest, claim: int) -> HttpResponse:
    """Other first and last words for a claim; with `look` they are only shown, in their passage.

    Those of a claim that has no place are looked for in the whole story.
    """
    user = person(request)
    story, target = load_claim(user, claim)
    require(user, Verb.EDIT, story)
    if request.method == "GET" and target.start is None:
        query = "&".join(filter(None, [f"for={target.pk}", asked(request).query]))
        return SeeOther(f"{reverse('claims-new', args=[story.pk])}?{query}")
    form = BoundsForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and "look" not in request.POST:
        anchor = form.cleaned_data["anchor"]
        claiming.change_bounds(target, by=user, anchor=anchor, **span(form, target.draft))
        messages.success(request, _("The claim has its new words. Marks given for the old ones are suspended."))
        return shown_again(request, story.pk, target.pk)
    context = {"article": story, "claim": target, "form": form, "filters": asked(request)}
    context |= around(target, chosen=form.chosen)
    return render(request, "claims/bounds.html", context, status=422 if form.errors else 200)


@require_POST
def accept(request: HttpRequest, claim: int) -> HttpResponse:
    """A proposal becomes a claim, on the words that the page showed."""
    story, target = load_claim(person(request), claim)
    form = AnchorForm(request.POST)
    if not form.is_valid():
        raise BadRequest
    claiming.accept(target, by=person(request), **form.cleaned_data)
    return shown_again(request, story.pk, target.pk)


@require_POST
def dismiss(request: HttpRequest, claim: int) -> HttpResponse:
    """No fact here, with the reason."""
    user = person(request)
    story, target = load_claim(user, claim)
    form = DismissForm(request.POST)
    if not form.is_valid():
        context = {"article": story, "claim": target, "form": form, "filters": asked(request)}
        return render(request, "claims/dismiss.html", context, status=422)
    claiming.dismiss(target, by=user, **form.cleaned_data)
    messages.success(request, _("Dismissed: no fact here. You find it under “Dismissed” and can take that back."))
    return shown_again(request, story.pk, None)


@require_POST
def take_back(request: HttpRequest, claim: int) -> HttpResponse:
    """The dismissed claim counts again."""
    story, target = load_claim(person(request), claim)
    claiming.take_back(target, by=person(request))
    return shown_again(request, story.pk, target.pk)


def span(form: SpanForm, draft: Draft) -> dict[str, Any]:
    """Start, end and wording for the verbs; a browser sends line ends as CR LF, the draft has LF.

    Without `wording` (words chosen from lists) the draft says what stands there: its id was in the form.
    """
    start, end = form.cleaned_data["start"], form.cleaned_data["end"]
    wording = form.cleaned_data["wording"].replace("\r\n", "\n") or draft.text[start:end]
    return {"start": start, "end": end, "wording": wording}


def sentence(text: str, start: int, end: int, at: int | None, chosen: tuple[int, int] | None) -> dict[str, Any]:
    """A sentence for the list; the one that starts at `at` word by word, all of it chosen unless some words are."""
    words = passage(text, start, end, chosen=chosen or (start, end)) if start == at else {}
    return {"start": start, "text": text[start:end], **words}


def page_with(found: Sequence[Span], at: int | None) -> int:
    """The page of the list that the sentence beginning at `at` is on; 1 for none."""
    number = next((number for number, sentence in enumerate(found) if sentence.start == at), 0)
    return number // SENTENCES_A_PAGE + 1
