"""Evidence on a claim: a section of its card, with small forms that are pages of their own and open in the card."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from newsroom.domain import attaching
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Verb, require
from newsroom.models import Article, Claim, Evidence, Tier, User
from newsroom.web import fragments
from newsroom.web.beside import said_beside
from newsroom.web.filters import asked
from newsroom.web.forms.evidence import EvidenceForm, shown
from newsroom.web.forms.reasons import AnswerForm, KeyForm, WithdrawForm
from newsroom.web.http import SeeOther, person, wants_fragment
from newsroom.web.pieces import pieces
from newsroom.web.review import PAGE, load_claim, page_of, placed, stays, whole_number


@require_http_methods(["GET", "POST"])
def attach(request: HttpRequest, claim: int) -> HttpResponse:
    """One more piece of evidence; `lead` is the number of a link that came with the draft."""
    user = person(request)
    story, target = load_claim(user, claim)
    require(user, Verb.ATTACH, story)
    form = EvidenceForm(
        request.POST or None, request.FILES or None, user=user, initial=led(target, request.GET.get("lead", ""))
    )
    if request.method == "POST" and form.is_valid():
        row = kept(form, lambda: attaching.attach_from(target, by=user, **form.sent))
        if row:
            return done(request, row.claim, form)
    return drawn(request, "evidence/attach.html", target, form)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, evidence: uuid.UUID) -> HttpResponse:
    """The evidence as it should read; the old row stays in the record."""
    user = person(request)
    row, target = load_evidence(user, evidence)
    form = EvidenceForm(request.POST or None, request.FILES or None, user=user, initial=shown(row))
    if request.method == "POST" and form.is_valid():
        new = kept(form, lambda: attaching.attach_from(target, by=user, replaces=row, **form.sent))
        if new:
            return done(request, new.claim, form)
    return drawn(request, "evidence/attach.html", target, form, row)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, evidence: uuid.UUID) -> HttpResponse:
    """It does not count any more, and why."""
    user = person(request)
    row, target = load_evidence(user, evidence)
    form = WithdrawForm(request.POST or None, auto_id="withdraw-%s")  # its card has a reason of its own
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data
        gone = attaching.withdraw(row, by=user, **sent)
        return done(request, gone.claim, form)
    return drawn(request, "evidence/withdraw.html", target, form, row)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, evidence: uuid.UUID) -> HttpResponse:
    """Why what contradicts a claim does not bring it down."""
    user = person(request)
    row, target = load_evidence(user, evidence, verb=Verb.MARK)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = attaching.answer(row, by=user, text=form.cleaned_data["answer"], anchor=form.cleaned_data["anchor"])
        return done(request, said.evidence.claim, form)
    return drawn(request, "evidence/answer.html", target, form, row)


def kept(form: EvidenceForm, verb: Callable[[], Evidence]) -> Evidence | None:
    """What the verb keeps; or None, and the form says what is wrong, or that its page showed other words."""
    try:
        return said_beside(form, verb, field="source")
    except Conflict as conflict:
        if "anchor" not in conflict.fresh:
            raise
        form.show_anew(conflict)
    return None


def load_evidence(user: User, pk: uuid.UUID, *, verb: Verb = Verb.ATTACH) -> tuple[Evidence, Claim]:
    """Evidence in a visible story with its claim, for somebody who may do this; else 404 or 403."""
    seen = Evidence.objects.filter(claim__article__in=Article.objects.visible_to(user))
    row = get_object_or_404(seen.select_related("source", "claim__article__draft"), pk=pk)
    require(user, verb, row.claim.article)
    return row, row.claim


def led(claim: Claim, number: str) -> dict[str, Any]:
    """What the form shows when it is opened by a link that came with the draft: what was copied stands farther off."""
    leads, number = claim.leads, number[:6]
    if not number.isascii() or not number.isdigit() or int(number) >= len(leads):
        return {}
    return {"source": leads[int(number)]["href"], "tier": Tier.SECONDARY}


def drawn(
    request: HttpRequest, template: str, claim: Claim, form: KeyForm, row: Evidence | None = None
) -> HttpResponse:
    """The form as a page, or for htmx alone, to be put into the claim's card; 422 where what was sent is not enough,
    409 where it was sent from a page that showed other words.
    """
    if not form.is_bound:
        form.initial["anchor"] = whole_number(request.GET, "anchor") or claim.anchor_id
    elif form.files and "file" not in form.errors:
        form.add_error("file", _("Nothing is kept yet: choose the file once more."))
    context = {"article": claim.article, "claim": claim, "form": form, "piece": row, "filters": asked(request)}
    part = "#form" if wants_fragment(request) else ""
    if part:
        form.initial.setdefault("tier", Tier.PRIMARY)  # in the card it follows what is typed (tier.js)
    else:
        context |= pieces(claim.pk)
    status = 409 if form.outdated else 422 if form.is_bound else 200
    response = render(request, template + part, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def done(request: HttpRequest, claim: Claim, form: KeyForm) -> HttpResponse:
    """Back to the claim; for htmx what changed in its card, its row and its words."""
    story, user, filters = claim.article, person(request), asked(request)
    if not wants_fragment(request):
        messages.success(request, _("Saved."))
        return SeeOther(page_of(story.pk, claim.pk, filters))
    story = Article.objects.select_related("draft").get(pk=story.pk)
    shown = 0 if "anew" in request.POST else form.cleaned_data["anchor"] or 0
    context = fragments.after(story, claim, user=user, filters=filters, move_on=False, anchor=shown)
    if not context["kept"]:
        return placed(render(request, f"{PAGE}#marked", context), context)
    return stays(render(request, "evidence/attach.html#done", {**context, **pieces(claim.pk)}), context)
