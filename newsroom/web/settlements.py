"""Settling marks that differ."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from newsroom.domain import settling
from newsroom.domain.permissions import require
from newsroom.models import Article, Claim, User
from newsroom.web import rail, sifting
from newsroom.web.filters import Filters, asked
from newsroom.web.forms.settlements import SettleForm
from newsroom.web.http import SeeOther, person
from newsroom.web.review import load_claim, page_of

EMPTIED = ("disputed", "changed")  # the lists that settlements take claims off


@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, claim: int) -> HttpResponse:
    """Which marks would rest, and the form."""
    user = person(request)
    story, target = load_claim(user, claim)
    resting = settling.differing(story, target, by=user)
    shown = {"anchor": target.anchor_id, "reviews": [review.pk for review in resting]}
    form = SettleForm(request.POST or None, initial=shown)
    filters = asked(request)
    if form.is_valid():
        settling.settle(target, by=user, **form.cleaned_data)
        messages.success(request, _("Settled. The marks before stay on record."))
        return SeeOther(page_of(story.pk, *onward(story, target, filters, user)))
    require(user, settling.verb_for(story, target, by=user), story)  # the verb asks too, once it knows a repeated post
    context = {"article": story, "claim": target, "resting": resting, "form": form, "filters": filters}
    return render(request, "settlements/settle.html", context, status=422 if form.errors else 200)


def onward(story: Article, claim: Claim, filters: Filters, user: User) -> tuple[int, Filters]:
    """Which claim is open after a settlement. A list that it takes the claim off goes on with its next, going round;
    where it has no other, the filter by state has done its work.
    """
    if filters.show not in EMPTIED:
        return claim.pk, filters
    rows = rail.rows_of(story.current)
    sifting.know(rows, filters, user=user, article=story)
    matching = {row.id for row in rows if sifting.matches(row, filters)}
    listed = [row.id for row in sifting.ordered(rows, filters)]
    place = listed.index(claim.pk)
    following = next((pk for pk in listed[place:] + listed[:place] if pk in matching), None)
    return (following, filters) if following else (claim.pk, filters.but(show=""))
