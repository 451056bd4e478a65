"""The claims of a story for its paper: each with everything that was said and found about it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from django.db.models import OuterRef
from django.utils.functional import cached_property

from newsroom.domain.gate import Reading
from newsroom.domain.standing import latest, settled_by
from newsroom.domain.weighing import Piece, piece_of, pieces_of
from newsroom.models import (
    Claim,
    Comment,
    Correction,
    Dismissal,
    Evidence,
    Knower,
    Review,
    Settlement,
    Thread,
    ThreadKind,
    Verdict,
)
from newsroom.models.gathered import Gathered, time_of
from newsroom.models.user import NAMES, named
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


class Whole(Reading):
    """What the gate reads of a story, with everything else that its paper says of the same rows."""

    def read_claims(self) -> Iterable[Claim]:
        self.all = list(self.with_kinds(Claim.objects.filter(draft=self.article.draft_id)))
        return [claim for claim in self.all if not claim.dismissed]

    @cached_property
    def evidence(self) -> Mapping[int | None, list[Evidence]]:
        """The live evidence on every claim; `known_to` are the editors who know its source, and since when."""
        knowers = Knower.objects.filter(source=OuterRef("source")).order_by("id")
        names = Gathered(knowers, "at", *(f"editor__{name}" for name in NAMES))
        rows = pieces_of([claim.pk for claim in self.claims]).annotate(knowers=names)
        found = list(rows.select_related("source", "by", "answer__by"))
        for row in found:
            row.known_to = [(named(names), time_of(at)) for at, *names in row.knowers]  # type: ignore[attr-defined]
        return by_claim((row.claim_id, row) for row in found)

    def pieces(self, claims: Sequence[int]) -> Mapping[int, list[Piece]]:
        return {claim: list(map(piece_of, self.evidence[claim])) for claim in claims if claim in self.evidence}

    @cached_property
    def comments(self) -> list[Comment]:
        rows = Comment.objects.filter(thread__article=self.article).select_related("account", "thread")
        return list(rows.order_by("at", "id"))

    @cached_property
    def queries(self) -> list[Thread]:
        """The first comment of a query is what it asks."""
        found: dict[int, Thread] = {}
        for comment in self.comments:
            comment.thread.asked = comment.text  # type: ignore[attr-defined]
            found.setdefault(comment.thread_id, comment.thread)
        asked = [row for row in found.values() if row.kind == ThreadKind.QUERY and row.resolved_at is None]
        return sorted(asked, key=lambda row: (row.due, row.pk))

    @cached_property
    def proposed(self) -> list[Correction]:
        rows = Correction.objects.filter(claim__draft=self.article.draft_id)
        rows = rows.select_related("by", "decision", "applied__draft").order_by("claim", "at")
        return list(rows.defer("applied__draft__text", "applied__draft__blocks"))

    @cached_property
    def corrections(self) -> list[Correction]:
        due = by_claim((row.claim_id, row) for row in self.proposed if accepted(row) and not hasattr(row, "applied"))
        return [row for claim in self.all for row in due[claim.pk]]

    @cached_property
    def taken_out(self) -> list[Dismissal]:
        return list(super().dismissals())

    def dismissals(self) -> list[Dismissal]:
        return self.taken_out

    @cached_property
    def marks(self) -> Mapping[int | None, list[Review]]:
        reviews = Review.objects.filter(claim__in=[claim.pk for claim in self.claims]).in_full()
        return by_claim((review.claim_id, review) for review in reviews)

    def reviews(self, claims: Collection[int]) -> Mapping[int, list[Review]]:
        return {claim: self.marks[claim] for claim in claims if claim in self.marks}


def claims(whole: Whole, rows: Iterable[Row]) -> dict[str, Any]:
    """The draft's claims in the order of the text, each with all that was said and found; the dismissed ones apart."""
    talk = by_claim((comment.thread.claim_id, comment) for comment in whole.comments)
    changes = by_claim((row.claim_id, row) for row in whole.proposed)
    why = {reason.claim_id: reason for reason in whole.taken_out}
    return {
        "claims": [
            Entry(
                row,
                marks=standing_marks(whole.marks[row.id]),
                outcome=settled_by(whole.marks[row.id]),
                pieces=whole.evidence[row.id],
                talk=talk[row.id],
                corrections=changes[row.id],
            )
            for row in rows
            if not row.dismissed
        ],
        "dismissed": [(row, why[row.id]) for row in rows if row.dismissed],
    }


def accepted(correction: Correction) -> bool:
    return hasattr(correction, "decision") and correction.decision.accepted


def by_claim(pairs: Iterable[tuple[int | None, T]]) -> defaultdict[int | None, list[T]]:
    """Claim id -> its rows, in their order."""
    grouped: defaultdict[int | None, list[T]] = defaultdict(list)
    for claim, row in pairs:
        grouped[claim].append(row)
    return grouped


def standing_marks(reviews: list[Review]) -> list[Review]:
    """Everybody's latest mark."""
    return [review for review in latest(reviews).values() if review.verdict != Verdict.WITHDRAWN]
