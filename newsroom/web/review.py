"""The review page: the story on the left, its claims on the right, one of them open."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from newsroom.domain import asking, correcting, reviewing, signing, talking
from newsroom.domain.locking import must_have_come_along
from newsroom.models import Article, Claim, SignOff, Thread, User
from newsroom.web import fragments, rail, sifting
from newsroom.web.filters import Filters, asked
from newsroom.web.forms.review import MarkForm, ShownForm
from newsroom.web.http import SeeOther, person, wants_fragment

PAGE = "review/article.html"


def stories(user: User) -> QuerySet[Article]:
    """What this person may open, with all that the page's head and the verbs ask of a story."""
    signed = Exists(SignOff.objects.filter(article=OuterRef("pk")))
    seen = Article.objects.seen_by(user).with_policy().with_authors().select_related("draft")
    return signing.with_dissents(seen.annotate(was_signed=signed))


def load_claim(user: User, pk: int) -> tuple[Article, Claim]:
    """A claim of a visible story, or 404."""
    seen = Claim.objects.filter(article__in=Article.objects.visible_to(user))
    claim = get_object_or_404(seen.select_related("article__draft"), pk=pk)
    return claim.article, claim


@require_GET
def article(request: HttpRequest, article: int) -> HttpResponse:
    """The page, or for htmx the card of the claim that was chosen."""
    waiting = {"open_queries": asking.how_many(), "proposed": correcting.how_many()}
    story = get_object_or_404(stories(person(request)).annotate(**waiting), pk=article)
    at = whole_number(request.GET, "claim")
    if not wants_fragment(request):
        return whole(request, story, at=None if request.GET.get("claim") == "none" else at)
    context = fragments.opened(story, user=person(request), at=at, filters=asked(request))
    if context is None:
        raise Http404
    return placed(render(request, f"{PAGE}#opened", context), context)


@require_POST
def mark(request: HttpRequest, claim: int) -> HttpResponse:
    """A verdict with its comment, or a comment alone.

    The verb itself looks the claim up, among those that the person may see, while it holds the story's lock.
    """
    user, form = person(request), MarkForm(request.POST)
    if not form.is_valid():
        story, target = load_claim(user, claim)
        must_have_come_along(target)
        return refused(request, story, target, form)
    sent = form.cleaned_data
    if sent["verdict"]:
        shown = {key: sent[key] for key in ("verdict", "comment", "anchor", "number")}
        target = reviewing.mark(Claim(pk=claim), by=user, **shown).claim
    else:
        story, target = load_claim(user, claim)
        talking.comment(target, by=user, text=sent["comment"], key=sent["key"])
    return done(request, target, anchor=sent["anchor"])


@require_POST
def undo(request: HttpRequest, claim: int) -> HttpResponse:
    """Take back one's own latest mark."""
    form = ShownForm(request.POST)
    if not form.is_valid():
        raise BadRequest
    review = reviewing.undo(Claim(pk=claim), by=person(request), **form.cleaned_data)
    return done(request, review.claim, anchor=form.cleaned_data["anchor"])


@require_POST
def resolve(request: HttpRequest, thread: int) -> HttpResponse:
    """Close a thread, or with `reopen` open it again."""
    user = person(request)
    row = get_object_or_404(Thread, pk=thread, article__in=Article.objects.visible_to(user))
    verb = talking.reopen if "reopen" in request.POST else talking.resolve
    verb(row, by=user)
    return shown_again(request, row.article_id, row.claim_id)


def whole(
    request: HttpRequest, story: Article, *, at: int | None, form: MarkForm | None = None, status: int = 200
) -> HttpResponse:
    """The whole page, filtered as its address (or the refused form) says."""
    context = fragments.page(story, user=person(request), filters=asked(request), at=at, form=form)
    response = render(request, PAGE, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def refused(request: HttpRequest, story: Article, claim: Claim, form: MarkForm) -> HttpResponse:
    """The card again with the error beside its field and all that was typed; 422."""
    if not wants_fragment(request):
        return whole(request, story, at=claim.pk, form=form, status=422)
    context = fragments.opened(story, user=person(request), at=claim.pk, filters=asked(request), form=form) or {}
    return placed(render(request, f"{PAGE}#opened", context, status=422), context)


def done(request: HttpRequest, claim: Claim, *, anchor: int) -> HttpResponse:
    """After a verb: the changed parts for htmx, else back to the page, at the next claim with work if asked for.

    `claim` is as the verb left it and `anchor` what the page showed.
    """
    story, user, filters, move_on = claim.article, person(request), asked(request), "next" in request.POST
    if wants_fragment(request):
        context = fragments.after(story, claim, user=user, filters=filters, move_on=move_on, anchor=anchor)
        if context["kept"]:
            return stays(render(request, f"{PAGE}#kept", context), context)
        return placed(render(request, f"{PAGE}#marked", context), context)
    rows = rail.rows_of(story.current)
    sifting.know(rows, filters, user=user, article=story)
    following = sifting.following(rows, claim.pk, filters) if move_on else None
    messages.success(request, _("Saved."))
    return SeeOther(page_of(story.pk, following.id if following else claim.pk, filters))


def stays(response: HttpResponse, context: dict[str, Any]) -> HttpResponse:
    """Tell htmx that only parts are swapped: the card that posted is still the open one."""
    response["HX-Reswap"] = "none"
    response["HX-Replace-Url"] = page_of(context["article"].pk, context["selected"].id, context["filters"])
    return response


def placed(response: HttpResponse, context: dict[str, Any]) -> HttpResponse:
    """Tell htmx where the card goes: into its claim's place in the rail."""
    selected = context["selected"].id
    response["HX-Retarget"] = f"#claim-{selected}"
    response["HX-Reswap"] = "beforeend show:none"
    response["HX-Replace-Url"] = page_of(context["article"].pk, selected, context["filters"])
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_GET
def changes(request: HttpRequest, article: int) -> HttpResponse:
    """What others did since the page's version: rows, words, progress and the open card's marks; 304 for nothing."""
    story = get_object_or_404(stories(person(request)), pk=article)
    unchanged = get_conditional_response(request, etag=f'"{story.version}"')
    if unchanged:
        return unchanged
    if whole_number(request.GET, "draft") not in (0, story.draft_id):
        return newer(request, story)
    since, at, anchor = (whole_number(request.GET, name) for name in ("since", "open", "anchor"))
    context = fragments.since(story, since, user=person(request), at=at, anchor=anchor, filters=asked(request))
    return render(request, f"{PAGE}#changes", context)


def newer(request: HttpRequest, story: Article) -> HttpResponse:
    """The page shows an older draft: it says so and asks no more (a 286 ends htmx's polling)."""
    response = render(request, "review/newer.html", {"article": story, "filters": asked(request)}, status=286)
    response["HX-Retarget"], response["HX-Reswap"] = "#refusal", "innerHTML"
    return response


def page_of(article: int, claim: int | None, filters: Filters) -> str:
    """The address of a story with a claim open, under the filters that were on."""
    query = "&".join(part for part in (f"claim={claim}" if claim else "", filters.query) if part)
    return reverse("review-article", args=[article]) + (f"?{query}" if query else "")


def shown_again(request: HttpRequest, article: int, claim: int | None) -> HttpResponse:
    """303 to a story with a claim open, under the filters that the page had on."""
    return SeeOther(page_of(article, claim, asked(request)))


def whole_number(fields: QueryDict, name: str) -> int:
    """A number from an address or a post, 0 where there is none or nonsense stands there."""
    value = fields.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else 0
