"""Settling marks that differ."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from newsroom.domain import settling
from newsroom.domain.permissions import require
from newsroom.web.filters import asked
from newsroom.web.forms.settlements import SettleForm
from newsroom.web.http import person
from newsroom.web.review import load_claim, shown_again


@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, claim: int) -> HttpResponse:
    """Which marks would rest, and the form."""
    user = person(request)
    story, target = load_claim(user, claim)
    require(user, settling.verb_for(story, target, by=user), story)
    resting = settling.differing(story, target, by=user)
    shown = {"anchor": target.anchor_id, "reviews": [review.pk for review in resting]}
    form = SettleForm(request.POST or None, initial=shown)
    if form.is_valid():
        settling.settle(target, by=user, **form.cleaned_data)
        messages.success(request, _("Settled. The marks before stay on record."))
        return shown_again(request, story.pk, target.pk)
    context = {"article": story, "claim": target, "resting": resting, "form": form, "filters": asked(request)}
    return render(request, "settlements/settle.html", context, status=422 if form.errors else 200)
