"""Signing a story off: what is signed, what is left, the signatures and dissents so far."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from newsroom.domain import gate, signing
from newsroom.domain.gate import Gate
from newsroom.domain.permissions import Verb, may, require
from newsroom.domain.workflow import Barred
from newsroom.models import Article, Role, SignOff, User
from newsroom.web.forms.signing import DissentForm, SignForm
from newsroom.web.gate import given, groups
from newsroom.web.http import SeeOther, person
from newsroom.web.review import stories


@require_http_methods(["GET", "POST"])
def article(request: HttpRequest, article: int) -> HttpResponse:
    """The page, and signing."""
    user = person(request)
    story = get_object_or_404(stories(user), pk=article)
    require(user, Verb.DISSENT, story)
    form = SignForm(request.POST if request.method == "POST" else None, **shown(story, "sign"))
    row, found = signed(story, form, by=user) if form.is_valid() else (None, None)
    if row:
        messages.success(request, _("Signed as %(as)s.") % {"as": row.get_capacity_display()})
        return SeeOther(reverse("gate-article", args=[story.pk]))
    context = page(story, user, found, sign=form)
    return render(request, "signing/article.html", context, status=422 if form.is_bound else 200)


@require_POST
def dissent(request: HttpRequest, article: int) -> HttpResponse:
    """A dissent from passing the draft that the page showed."""
    user = person(request)
    story = get_object_or_404(stories(user), pk=article)
    require(user, Verb.DISSENT, story)
    form = DissentForm(request.POST, **shown(story, "dissent"))
    if form.is_valid():
        signing.dissent(story, by=user, **form.cleaned_data)
        messages.success(request, _("Your dissent is on record."))
        return SeeOther(reverse("gate-article", args=[story.pk]))
    return render(request, "signing/article.html", page(story, user, objection=form), status=422)


def signed(story: Article, form: SignForm, *, by: User) -> tuple[SignOff | None, Gate | None]:
    """The signature, or the gate as it was found where one who may sign over what is left did not say why: the form
    then asks for it.
    """
    try:
        return signing.sign(story, by=by, **form.cleaned_data), None
    except Barred as refusal:
        if not may(by, Verb.OVERRIDE, story):
            raise
        form.add_error("override", _("Say why: something is left, and the reason is kept with your signature."))
        return None, refusal.found


def shown(story: Article, name: str) -> dict[str, Any]:
    """What a form of the page is made with; ids are its own."""
    return {"initial": {"draft": story.draft_id}, "auto_id": f"{name}-%s"}


def page(
    story: Article,
    user: User,
    found: Gate | None = None,
    *,
    sign: SignForm | None = None,
    objection: DissentForm | None = None,
) -> dict[str, Any]:
    """Everything on the page; a refused form comes with what was typed, and with the gate if that was `found`."""
    found = found or gate.look(story)
    over = may(user, Verb.OVERRIDE, story)
    wanted = {role: signing.left_before(found, role) for role in signing.open_to(found, story, user)}
    return {
        "article": story,
        "found": found,
        "groups": groups(story.pk, found.work, found),
        "buttons": [role for role, left in wanted.items() if over or not left],
        "waiting": [role for role, left in wanted.items() if left and not over],
        "over": over and any(wanted.values()),
        "leaning": leaning(found, (role for role, left in wanted.items() if not left)),
        "sign": sign or SignForm(**shown(story, "sign")),
        "objection": objection or DissentForm(**shown(story, "dissent")),
        "apart": next(filter(None, (signing.signed_otherwise(found, role, user) for role in found.asked)), None),
        "is_author": story.was_written_by(user),
        **given(story, found.signatures),
    }


def leaning(found: Gate, roles: Iterable[Role]) -> list[SignOff]:
    """The overrides that the person's signature in any of these capacities would lean on."""
    return list(dict.fromkeys(row for role in roles for row in signing.leaning(found, role)))
