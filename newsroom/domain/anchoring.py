"""Giving claims and quotes their place in a draft, and suspending marks that were given for something else."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from newsroom.domain.standing import counting, marks, settled_by, standing
from newsroom.models import Anchor, Claim, Draft, Quote, Review, Suspension, User
from newsroom.text.anchors import context


def anchor_of(
    thing: Claim | Quote,
    draft: Draft,
    start: int,
    end: int,
    *,
    number: int = 1,
    why: str = "",
    by: User | None = None,
) -> Anchor:
    """An unsaved anchor for a claim or quote on `draft.text[start:end]`."""
    prefix, suffix = context(draft.text, start, end)
    return Anchor(
        claim=thing if isinstance(thing, Claim) else None,
        quote=thing if isinstance(thing, Quote) else None,
        number=number,
        draft=draft,
        start=start,
        end=end,
        wording=draft.text[start:end],
        prefix=prefix,
        suffix=suffix,
        why=why,
        by=by,
    )


def place(thing: Claim | Quote, start: int, end: int, *, why: str, by: User) -> Anchor:
    """A new anchor on the same draft: written, and copied to the claim or quote (which the caller saves)."""
    number = (thing.anchor.number if thing.anchor else 0) + 1
    anchor = anchor_of(thing, thing.draft, start, end, number=number, why=why, by=by)
    anchor.save(force_insert=True)
    thing.anchor = anchor
    thing.start, thing.end, thing.wording, thing.state = start, end, anchor.wording, anchor.state
    return anchor


def suspend(claims: Mapping[Claim, str], *, authors: Collection[int]) -> list[Suspension]:
    """Suspend everybody's mark on these claims, and what settled others, each with its reason, under their newest
    anchors; sets `standing` (the caller saves).

    Marks of authors too: they count again as soon as the person is no author any more.
    """
    given: defaultdict[int, list[Review]] = defaultdict(list)
    for review in Review.objects.filter(claim__in=claims).with_fate():
        given[review.claim_id].append(review)
    rows = []
    for claim, why in claims.items():
        fresh = [review for review in counting(given[claim.pk], ()) if not hasattr(review, "suspension")]
        rows += [Suspension(review=review, anchor=claim.anchor, why=why) for review in fresh]
        outcome = settled_by(given[claim.pk])
        if outcome is not None and not hasattr(outcome, "suspension"):
            rows.append(Suspension(settlement=outcome, anchor=claim.anchor, why=why))
        claim.standing = standing(mark._replace(suspended=True) for mark in marks(given[claim.pk], authors))
    return Suspension.objects.bulk_create(rows)


def short(words: str, most: int = 60) -> str:
    """The beginning of a wording or name, for a sentence that names it."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
