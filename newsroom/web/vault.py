"""The vault's pages: an identity put in, read, shared and destroyed; editors who know it. None is ever cached."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from newsroom.domain import ciphering, sealing, vouching
from newsroom.domain.permissions import Denied, Unseen, Verb, may
from newsroom.domain.recording import named
from newsroom.models import Event, Identity, Source, User
from newsroom.models.event import DESK
from newsroom.web.forms.people import accounts
from newsroom.web.forms.vault import DestroyForm, ReadersForm, ReadForm, SealForm
from newsroom.web.http import SeeOther, person
from newsroom.web.refusals import refuse
from newsroom.web.throttle import count_stranger, is_stranger

EVENTS_SHOWN = 200
Page = Callable[..., HttpResponse]


def guarded(page: Page) -> Page:
    """A page of an identity: never cached, and whoever goes on asking for some that are not there for them is not even
    looked up any more for a while. That it says so tells nothing: where there is no identity it is the same.
    """

    @never_cache
    @wraps(page)
    def view(request: HttpRequest, source: int) -> HttpResponse:
        user = person(request)
        if not sealing.opens_to(source, user) and is_stranger(request):
            said = _("Too many tries. Wait %(n)s minutes, then go back and try again.") % {"n": settings.SIGN_IN_WAIT}
            return refuse(request, 429, [said])
        try:
            return page(request, source)
        except Unseen:
            count_stranger(request)
            raise

    return view


def page_of(source: Source) -> str:
    """Where one goes on after something was done with a source."""
    return reverse("sources-source", args=[source.pk])


def section(source: Source, user: User) -> dict[str, Any]:
    """What `vault/section.html` shows of a source, on any page that has it; five queries."""
    identity = Identity.objects.select_related("owner", "destroyed_by").filter(source=source).first()
    knowers = list(source.knowers.select_related("editor"))
    return {
        "identity": identity,
        "knowers": knowers,
        "is_named": identity is not None and sealing.is_named(identity, user),
        "vault_is_on": ciphering.is_on(),
        "may_seal": identity is None and sealing.seals_as(source, user) is not None,
        "may_vouch": source.anonymous
        and may(user, Verb.KNOW)
        and all(knower.editor_id != user.pk for knower in knowers),
    }


@never_cache
@require_http_methods(["GET", "POST"])
def seal(request: HttpRequest, source: int) -> HttpResponse:
    """Put into the vault who a source is; whoever does it owns the identity."""
    user = person(request)
    row = get_object_or_404(Source.objects.visible_to(user), pk=source)
    if sealing.seals_as(row, user) is None:
        raise Denied(sealing.THEIRS)
    sealed = Identity.objects.filter(source=row).exists()
    posted = request.POST if request.method == "POST" else None
    form = SealForm(posted, code=row.code or sealing.next_code(), fixed=bool(row.code))
    if form.is_valid():
        try:
            sealing.seal(row, by=user, secret=form.secret, code=form.cleaned_data["code"])
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return SeeOther(reverse("vault-identity", args=[row.pk]))
    context = {"source": row, "form": form, "back": page_of(row), "vault_is_on": ciphering.is_on(), "sealed": sealed}
    return render(request, "vault/seal.html", context, status=422 if form.errors else 200)


@guarded
@require_GET
def identity(request: HttpRequest, source: int) -> HttpResponse:
    """What an identity's owner and readers find: who reads it, who did, and the way to it."""
    found = sealing.enter(source, by=person(request))
    return shown(request, found, ReadForm())


def shown(request: HttpRequest, found: Identity, form: ReadForm) -> HttpResponse:
    user = person(request)
    manages = sealing.manages(found, user)
    context = {
        "identity": found,
        "source": found.source,
        "back": page_of(found.source) if Source.objects.visible_to(user).filter(pk=found.source_id).exists() else "",
        "readers": found.readers.select_related("user"),
        "manages": manages,
        "events": events_of(found)[:EVENTS_SHOWN] if manages else [],
        "form": form,
        "vault_is_on": ciphering.is_on(),
    }
    return render(request, "vault/identity.html", context, status=422 if form.errors else 200)


def events_of(identity: Identity) -> QuerySet[Event]:
    """What was done with an identity, and tried, the newest first."""
    return Event.objects.filter(chain=DESK, object=named(identity)).select_related("account").order_by("-seq")


@guarded
@require_POST
def read(request: HttpRequest, source: int) -> HttpResponse:
    """The one page that says who a source is: in answer to this post, and nowhere else."""
    user, form = person(request), ReadForm(request.POST)
    if not form.is_valid():
        return shown(request, sealing.enter(source, by=user), form)
    secret = sealing.read(source, by=user)
    found = Identity.objects.select_related("source").get(source=source)
    return render(request, "vault/read.html", {"secret": secret, "source": found.source})


@guarded
@require_http_methods(["GET", "POST"])
def readers(request: HttpRequest, source: int) -> HttpResponse:
    """Who may read an identity, chosen by its owner."""
    found = entered_to_manage(request, source)
    people = accounts()
    posted = request.POST if request.method == "POST" else None
    chosen = [reader.user for reader in found.readers.select_related("user")]
    form = ReadersForm(posted, people=people, chosen=chosen)
    if form.is_valid():
        sealing.choose_readers(source, by=person(request), readers=form.cleaned_data["readers"])
        messages.success(request, _("Saved."))
        return SeeOther(reverse("vault-identity", args=[source]))
    context = {"identity": found, "source": found.source, "form": form, "people": people}
    return render(request, "vault/readers.html", context, status=422 if form.errors else 200)


@guarded
@require_http_methods(["GET", "POST"])
def destroy(request: HttpRequest, source: int) -> HttpResponse:
    """Erase who a source is; the typed code name confirms it."""
    found = entered_to_manage(request, source)
    form = DestroyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            sealing.destroy(source, by=person(request), code=form.cleaned_data["code"])
        except ValidationError as refusal:
            form.add_error("code", refusal.messages)
        else:
            return SeeOther(reverse("vault-identity", args=[source]))
    context = {"identity": found, "source": found.source, "form": form}
    return render(request, "vault/destroy.html", context, status=422 if form.errors else 200)


def entered_to_manage(request: HttpRequest, source: int) -> Identity:
    """The identity, for whoever decides about it; the verbs ask again."""
    found = sealing.enter(source, by=person(request))
    if not sealing.manages(found, person(request)):
        raise Denied(_("Only %s decides who reads this identity, and whether it is kept.") % found.owner)
    return found


@require_POST
def vouch(request: HttpRequest, source: int) -> HttpResponse:
    """An editor goes on record as knowing who an unnamed source is."""
    user = person(request)
    row = get_object_or_404(Source.objects.visible_to(user), pk=source)
    vouching.vouch(row, by=user)
    messages.success(request, _("It is on record that you know who this is."))
    return SeeOther(page_of(row))
