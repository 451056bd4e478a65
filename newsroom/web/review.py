"""The review page: the story on the left, its claims on the right, one of them open."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from newsroom.domain import reviewing, talking
from newsroom.models import Article, Claim, Thread, User
from newsroom.web import fragments, rail
from newsroom.web.forms.review import MarkForm, ShownForm
from newsroom.web.http import SeeOther, person, wants_fragment

PAGE = "review/article.html"


def stories(user: User) -> QuerySet[Article]:
    """What this person may open, with all that the page's head and the verbs ask of a story."""
    return Article.objects.visible_to(user).select_related("draft")


def load_claim(user: User, pk: int) -> tuple[Article, Claim]:
    """A claim of a visible story, or 404."""
    seen = Claim.objects.filter(article__in=Article.objects.visible_to(user))
    claim = get_object_or_404(seen.select_related("article__draft"), pk=pk)
    return claim.article, claim


@require_GET
def article(request: HttpRequest, article: int) -> HttpResponse:
    """The page, or for htmx the card of the claim that was chosen."""
    story = get_object_or_404(stories(person(request)), pk=article)
    if not wants_fragment(request):
        return whole(request, story, at=whole_number(request.GET, "claim"))
    at, show = whole_number(request.GET, "claim"), request.GET.get("show", "")
    context = fragments.opened(story, user=person(request), at=at, show=show)
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
        return HttpResponse(status=400)
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
    request: HttpRequest, story: Article, *, at: int, form: MarkForm | None = None, status: int = 200
) -> HttpResponse:
    """The whole page, filtered as its address (or the refused form) says."""
    asked = request.POST if request.method == "POST" else request.GET
    show, kind = asked.get("show", ""), asked.get("kind", "")
    context = fragments.page(story, user=person(request), at=at, show=show, kind=kind, form=form)
    response = render(request, PAGE, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def refused(request: HttpRequest, story: Article, claim: Claim, form: MarkForm) -> HttpResponse:
    """The card again with the error beside its field and all that was typed; 422."""
    if not wants_fragment(request):
        return whole(request, story, at=claim.pk, form=form, status=422)
    show = request.POST.get("show", "")
    context = fragments.opened(story, user=person(request), at=claim.pk, show=show, form=form) or {}
    return placed(render(request, f"{PAGE}#opened", context, status=422), context)


def done(request: HttpRequest, claim: Claim, *, anchor: int) -> HttpResponse:
    """After a verb: the changed parts for htmx, else back to the page, at the next claim with work if asked for.

    `claim` is as the verb left it and `anchor` what the page showed.
    """
    story, move_on, show = claim.article, "next" in request.POST, request.POST.get("show", "")
    if wants_fragment(request):
        context = fragments.after(story, claim, user=person(request), show=show, move_on=move_on, anchor=anchor)
        if context["kept"]:
            return stays(render(request, f"{PAGE}#kept", context), context)
        return placed(render(request, f"{PAGE}#marked", context), context)
    following = rail.next_to_do(rail.rows_of(story.current), claim.pk) if move_on else None
    messages.success(request, _("Saved."))
    return SeeOther(page_of(story.pk, following.id if following else claim.pk, show=show))


def stays(response: HttpResponse, context: dict[str, Any]) -> HttpResponse:
    """Tell htmx that only parts are swapped: the card that posted is still the open one."""
    response["HX-Reswap"] = "none"
    response["HX-Replace-Url"] = page_of(context["article"].pk, context["selected"].id, show=context["show"])
    return response


def placed(response: HttpResponse, context: dict[str, Any]) -> HttpResponse:
    """Tell htmx where the card goes: into its claim's place in the rail."""
    selected = context["selected"].id
    response["HX-Retarget"] = f"#claim-{selected}"
    response["HX-Reswap"] = "beforeend show:none"
    response["HX-Replace-Url"] = page_of(context["article"].pk, selected, show=context["show"])
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_GET
def changes(request: HttpRequest, article: int) -> HttpResponse:
    """What others did since the page's version: rows, words, progress and the open card's marks; 304 for nothing."""
    story = get_object_or_404(stories(person(request)), pk=article)
    unchanged = get_conditional_response(request, etag=f'"{story.version}"')
    if unchanged:
        return unchanged
    since, at, anchor = (whole_number(request.GET, name) for name in ("since", "open", "anchor"))
    show = request.GET.get("show", "")
    context = fragments.since(story, since, user=person(request), at=at, anchor=anchor, show=show)
    return render(request, f"{PAGE}#changes", context)


def page_of(article: int, claim: int | None, *, show: str = "") -> str:
    """The address of a story with a claim open, under the filter that was on."""
    wanted = {"claim": str(claim or ""), "show": show if show in rail.FILTERS else ""}
    query = urlencode({key: value for key, value in wanted.items() if value})
    return reverse("review-article", args=[article]) + (f"?{query}" if query else "")


def shown_again(request: HttpRequest, article: int, claim: int | None) -> HttpResponse:
    """303 to a story with a claim open, under the filter that the page had on."""
    return SeeOther(page_of(article, claim, show=request.POST.get("show") or request.GET.get("show", "")))


def whole_number(fields: QueryDict, name: str) -> int:
    """A number from an address or a post, 0 where there is none or nonsense stands there."""
    value = fields.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else 0
