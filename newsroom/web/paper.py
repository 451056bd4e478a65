"""A story on paper: its words with numbered letters, and beneath them every claim with what everybody said about it."""

from collections import defaultdict
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from newsroom.domain.standing import latest
from newsroom.models import Comment, Dismissal, Draft, Review, Verdict
from newsroom.web import proof, rail
from newsroom.web.filters import asked
from newsroom.web.http import person
from newsroom.web.rail import Row
from newsroom.web.review import stories
from newsroom.web.weights import weigh


@require_GET
def article(request: HttpRequest, article: int) -> HttpResponse:
    """The whole story for the printer; nothing can be done here."""
    story = get_object_or_404(stories(person(request)), pk=article)
    prefetch_related_objects([story], "authors")
    rows = rail.rows_of(story.current)
    weigh(story, rows)
    context = {
        "article": story,
        "blocks": proof.draw(story.current, rows, numbered),
        "counts": rail.counts(rows),
        "now": timezone.now(),
        "filters": asked(request),
        **claims(story.current, rows),
    }
    return render(request, "paper/article.html", context)


def numbered(row: Row) -> str:
    """The letter before a claim's words with the claim's number, by which it is found in the list."""
    return (
        f'<a class="letter {row.tint}" dir="ltr" href="#claim-{row.id}">{row.letter}{row.number}'
        f'{proof.WORD_JOINER}<span class="visually-hidden"> {rail.in_words(row)}: </span></a>'
    )


def claims(draft: Draft, rows: list[Row]) -> dict[str, Any]:
    """The draft's claims in the order of the text, each with its marks and comments; the dismissed ones apart."""
    reviews: defaultdict[int, list[Review]] = defaultdict(list)
    for review in Review.objects.filter(claim__draft=draft).select_related("reviewer", "suspension").order_by("at"):
        reviews[review.claim_id].append(review)
    talk: defaultdict[int | None, list[Comment]] = defaultdict(list)
    for comment in Comment.objects.filter(thread__claim__draft=draft).select_related("account", "thread"):
        talk[comment.thread.claim_id].append(comment)
    reasons = Dismissal.objects.filter(claim__draft=draft).select_related("by").order_by("id")
    why = {reason.claim_id: reason for reason in reasons}
    return {
        "claims": [(row, standing_marks(reviews[row.id]), talk[row.id]) for row in rows if not row.dismissed],
        "dismissed": [(row, why[row.id]) for row in rows if row.dismissed],
    }


def standing_marks(reviews: list[Review]) -> list[Review]:
    """Everybody's latest mark."""
    return [review for review in latest(reviews).values() if review.verdict != Verdict.WITHDRAWN]
