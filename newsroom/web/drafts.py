"""The drafts of a story: each as it was, two of them compared, and the next one brought in."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from newsroom.domain import drafting, previewing
from newsroom.domain.permissions import Verb, may, require
from newsroom.domain.previewing import Preview
from newsroom.models import Anchor, AnchorState, Article, Claim, Draft, User
from newsroom.text.diff import Piece
from newsroom.web import proof, rail
from newsroom.web.filters import Filters, asked
from newsroom.web.forms.drafts import DraftForm
from newsroom.web.http import SeeOther, person
from newsroom.web.rail import Row
from newsroom.web.review import stories


@require_GET
def read(request: HttpRequest, article: int, number: int) -> HttpResponse:
    """One draft as it came in, with the claims that stood on it."""
    user = person(request)
    story = get_object_or_404(stories(user), pk=article)
    draft = get_object_or_404(Draft.objects.select_related("created_by"), article=story, number=number)
    rows = rows_on(draft)
    context = {
        "article": story,
        "draft": draft,
        "drafts": drafts_of(story),
        "blocks": proof.draw(draft, rows, letter=elsewhere(story, asked(request))),
        "claims": rows,
        "may_add": may(user, Verb.ADD_DRAFT, story),
        "filters": asked(request),
    }
    return render(request, "drafts/read.html", context)


@require_GET
def compare(request: HttpRequest, article: int, old: int, new: int) -> HttpResponse:
    """Two drafts word by word, and what became of the claims between them."""
    story = get_object_or_404(stories(person(request)), pk=article)
    pair = {draft.number: draft for draft in story.drafts.filter(Q(number=old) | Q(number=new))}
    if set(pair) != {old, new}:
        raise Http404
    filters = asked(request)
    context = {
        "article": story,
        "old": pair[old],
        "new": pair[new],
        "drafts": drafts_of(story),
        "rows": word_by_word(pair[old], pair[new], rows_on(pair[new]), elsewhere(story, filters)),
        "claims": followed(story, min(old, new), max(old, new)),
        "filters": filters,
    }
    return render(request, "drafts/compare.html", context)


def word_by_word(
    old: Draft, new: Draft, claims: Sequence[Row], letter: proof.Letter
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each block's kind, with its runs of words: kept, removed or added; the claims drawn on those of the new draft."""
    live = {row.id: row for row in claims}
    held = proof.spans_by_block(new.spans(), live)
    starts = [block.start for block in new.spans()]

    def words(piece: Piece) -> str:
        if piece.new is not None:
            number = bisect_right(starts, piece.new.start) - 1
            return proof.words_of(new.text, piece.new, held[number], live, 0, letter)
        return old.text[piece.old.start : piece.old.end] if piece.old else ""

    for row in previewing.compare(old, new):
        yield row.kind, [(piece.kind, words(piece)) for piece in row.pieces]


def followed(story: Article, old: int, new: int) -> QuerySet[Anchor]:
    """Where the claims that did not come just as they were into one of the drafts behind `old`, up to `new`, went and
    why: draft by draft, those without a place first.
    """
    came = Anchor.objects.filter(draft__article=story, draft__number__gt=old, draft__number__lte=new)
    came = came.filter(claim__accepted=True, claim__dismissed=False, by=None).select_related("claim", "draft")
    changed = came.exclude(state=AnchorState.UNCHANGED, why="").defer("draft__text", "draft__blocks")
    return changed.order_by("draft__number", F("start").asc(nulls_first=True), "number")


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, article: int) -> HttpResponse:
    """The next draft; afterwards the claims that have to be looked at again."""
    user = person(request)
    story = get_object_or_404(stories(user), pk=article)
    require(user, Verb.ADD_DRAFT, story)
    form = DraftForm(request.POST or None, request.FILES or None, initial={"base": story.draft_id})
    draft, shown = taken(story, form, by=user) if form.is_valid() else (None, None)
    if draft:
        messages.success(request, said_of(draft))
        return SeeOther(reverse("review-article", args=[story.pk]) + "?show=changed")
    context = {"article": story, "form": form, "preview": shown, "filters": asked(request)}
    return render(request, "drafts/new.html", context, status=422 if form.errors else 200)


def taken(story: Article, form: DraftForm, *, by: User) -> tuple[Draft | None, Preview | None]:
    """The new draft, if what it is made of was shown before, else what there is to see. Neither: the form says why."""
    assert form.document is not None  # noqa: S101 - a valid form has read one
    base = form.cleaned_data["base"]
    try:
        if form.was_seen:
            return drafting.add_draft(story, form.document, by=by, base=base, origin=form.origin[:300]), None
        shown = previewing.preview_draft(story, form.document, by=by, base=base)
    except ValidationError as error:
        form.refuse(error)
        return None, None
    form.keep(shown=True)
    return None, shown


def said_of(draft: Draft) -> str:
    """What became of the claims, for the one who brought the draft in."""
    rows = [row for row in rail.rows_of(draft) if not row.dismissed]
    again, new = sum(row.changed for row in rows), sum(not row.accepted for row in rows)
    said = _("Draft %(n)s is in.") % {"n": draft.number}
    look = ngettext("%(n)s claim to look at again", "%(n)s claims to look at again", again) % {"n": again}
    fresh = ngettext("%(n)s proposal", "%(n)s proposals", new) % {"n": new}
    return f"{said} {look}, {fresh}."


def drafts_of(story: Article) -> QuerySet[Draft]:
    """All drafts, the newest first, without their texts."""
    return story.drafts.select_related("created_by").defer("text", "blocks").order_by("-number")


def rows_on(draft: Draft) -> list[Row]:
    """The claims that people made or accepted and that stood on this draft, in text order."""
    there = Anchor.objects.filter(draft=draft, start__isnull=False, claim__accepted=True, claim__dismissed=False)
    newest = {anchor.claim_id: anchor for anchor in there.select_related("claim").order_by("number")}
    in_order = sorted(newest.values(), key=lambda anchor: (anchor.start or 0, anchor.end or 0))
    return [as_row(anchor, number) for number, anchor in enumerate(in_order, start=1)]


def as_row(anchor: Anchor, number: int) -> Row:
    """A claim where this anchor had it, with the standing that it has now."""
    claim = cast(Claim, anchor.claim)
    return Row(
        id=claim.pk,
        start=anchor.start,
        end=anchor.end,
        wording=anchor.wording,
        standing=claim.standing,
        accepted=True,
        dismissed=False,
        state=anchor.state,
        legal=claim.legal,
        version=claim.version,
        anchor=anchor.pk,
        number=number,
        label=claim.get_standing_display(),
    )


def elsewhere(story: Article, filters: Filters) -> proof.Letter:
    """The letter before a claim's words, which leads to the claim on the story's own page, filtered as it was."""
    page = reverse("review-article", args=[story.pk])

    def letter(row: Row) -> str:
        return (
            f'<a class="letter {row.standing}" dir="ltr" href="{page}?claim={row.id}{filters.more}">'
            f'{row.letter}{proof.WORD_JOINER}<span class="visually-hidden"> {row.number}, {row.label}: </span></a>'
        )

    return letter
