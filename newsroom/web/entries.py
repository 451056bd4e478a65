"""The claims of a story for its paper: each with everything that was said and found about it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

from django.db.models import Prefetch

from newsroom.domain.standing import latest, settled_by
from newsroom.models import Comment, Correction, Dismissal, Draft, Evidence, Knower, Review, Settlement, Verdict
from newsroom.web.rail import Row

T = TypeVar("T")


class Entry(NamedTuple):
    """A claim with its latest marks, what settled them, its live evidence, the talk, and proposed corrections."""

    row: Row
    marks: list[Review]
    outcome: Settlement | None
    pieces: list[Evidence]
    talk: list[Comment]
    corrections: list[Correction]


def claims(draft: Draft, rows: list[Row]) -> dict[str, Any]:
    """The draft's claims in the order of the text, each with all that was said and found; the dismissed ones apart."""
    reviews = Review.objects.filter(claim__draft=draft).with_fate().select_related("reviewer").order_by("at")
    marks = by_claim((review.claim_id, review) for review in reviews)
    known = Prefetch("source__knowers", Knower.objects.select_related("editor"))
    pieces = Evidence.objects.live().filter(claim__draft=draft).select_related("source", "by", "answer__by")
    proofs = by_claim((piece.claim_id, piece) for piece in pieces.order_by("at").prefetch_related(known))
    comments = Comment.objects.filter(thread__claim__draft=draft).select_related("account", "thread")
    talk = by_claim((comment.thread.claim_id, comment) for comment in comments)
    proposed = Correction.objects.filter(claim__draft=draft).select_related("by", "decision", "applied__draft")
    changes = by_claim((row.claim_id, row) for row in proposed.defer("applied__draft__text", "applied__draft__blocks"))
    reasons = Dismissal.objects.filter(claim__draft=draft).select_related("by").order_by("id")
    why = {reason.claim_id: reason for reason in reasons}
    live = [row for row in rows if not row.dismissed]
    return {
        "claims": [
            Entry(
                row,
                marks=standing_marks(marks[row.id]),
                outcome=settled_by(marks[row.id]),
                pieces=proofs[row.id],
                talk=talk[row.id],
                corrections=changes[row.id],
            )
            for row in live
        ],
        "dismissed": [(row, why[row.id]) for row in rows if row.dismissed],
    }


def by_claim(pairs: Iterable[tuple[int | None, T]]) -> defaultdict[int | None, list[T]]:
    """Claim id -> its rows, in their order."""
    grouped: defaultdict[int | None, list[T]] = defaultdict(list)
    for claim, row in pairs:
        grouped[claim].append(row)
    return grouped


def standing_marks(reviews: list[Review]) -> list[Review]:
    """Everybody's latest mark."""
    return [review for review in latest(reviews).values() if review.verdict != Verdict.WITHDRAWN]
