"""What the marks on a claim add up to: one function, DESIGN 2b.6."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from newsroom.models import Review, Settlement, Standing, Verdict


class Mark(NamedTuple):
    """One reviewer's latest word on a claim, or the outcome that settled such words (then by whoever settled)."""

    reviewer: int
    verdict: str
    suspended: bool


def standing(marks: Iterable[Mark]) -> Standing:
    """The standing of a claim from the latest mark of each reviewer, authors of the story left out.

    In this order: a counting dispute; a suspended dispute; sourced against opinion; either of them; anything
    suspended; open.
    """
    marks = [mark for mark in marks if mark.verdict != Verdict.WITHDRAWN]
    counting = {mark.verdict for mark in marks if not mark.suspended}
    suspended = {mark.verdict for mark in marks if mark.suspended}
    if Verdict.DISPUTED in counting:
        return Standing.DISPUTED
    if Verdict.DISPUTED in suspended:
        return Standing.SUSPENDED
    if counting == {Verdict.SOURCED, Verdict.OPINION}:
        return Standing.SPLIT
    if counting:
        return Standing(counting.pop())
    return Standing.SUSPENDED if suspended else Standing.OPEN


def latest(reviews: Iterable[Review]) -> dict[int, Review]:
    """Reviewer id -> that person's review with the highest number."""
    newest: dict[int, Review] = {}
    for review in reviews:
        held = newest.get(review.reviewer_id)
        if held is None or review.number > held.number:
            newest[review.reviewer_id] = review
    return newest


def counting(reviews: Iterable[Review], authors: Collection[int]) -> list[Review]:
    """Each reviewer's latest review, without withdrawn and settled ones and without those of the story's authors
    (rows fetched `with_fate`).
    """
    return [
        review
        for review in latest(reviews).values()
        if review.reviewer_id not in authors and review.verdict != Verdict.WITHDRAWN and not hasattr(review, "settled")
    ]


def settled_by(reviews: Iterable[Review]) -> Settlement | None:
    """The newest settlement among those that put some of these reviews to rest (rows fetched `with_fate`)."""
    settlements = [review.settled.settlement for review in reviews if hasattr(review, "settled")]
    return max(settlements, key=lambda settlement: settlement.at, default=None)


def lookers(reviews: Iterable[Review], authors: Collection[int]) -> set[int]:
    """Whose marks stand on a claim, settled ones too, for they looked, and who settled it; authors never count (rows
    fetched `with_fate`). As many different people as a policy may ask for.
    """
    reviews = list(reviews)
    stand = [row for row in latest(reviews).values() if row.verdict != Verdict.WITHDRAWN]
    found = {row.reviewer_id for row in stand if not hasattr(row, "suspension")}
    outcome = settled_by(reviews)
    if outcome and not hasattr(outcome, "suspension"):
        found.add(outcome.by_id)
    return found - set(authors)


def marks(reviews: Iterable[Review], authors: Collection[int]) -> list[Mark]:
    """The counting marks among review rows, and what settled others of them (rows fetched `with_fate`)."""
    reviews = list(reviews)
    given = [
        Mark(review.reviewer_id, review.verdict, suspended=hasattr(review, "suspension"))
        for review in counting(reviews, authors)
    ]
    outcome = settled_by(reviews)
    if outcome is not None and outcome.by_id not in authors:
        given.append(Mark(outcome.by_id, outcome.verdict, suspended=hasattr(outcome, "suspension")))
    return given


def adds_up_to(reviews: Iterable[Review], authors: Collection[int]) -> Standing:
    """The standing from review rows (fetched `with_fate`)."""
    return standing(marks(reviews, authors))
