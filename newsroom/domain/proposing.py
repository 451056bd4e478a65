"""Storing what the breakdown found, as proposals that wait for a person."""

from typing import NamedTuple

from django.db.models import OuterRef, Subquery

from newsroom.domain.anchoring import anchor_of
from newsroom.models import Anchor, Claim, ClaimKind, Comment, Draft, Quote, Thread
from newsroom.text import breakdown as breaking

BATCH = 500


class Proposals(NamedTuple):
    """Rows that are ready to be stored: what the breakdown found, and what the draft's notes said."""

    quotes: list[Quote]
    claims: list[Claim]
    kinds: list[ClaimKind]
    anchors: list[Anchor]
    threads: list[Thread]
    comments: list[Comment]

    def and_also(self, others: "Proposals") -> "Proposals":
        return Proposals(
            self.quotes + others.quotes,
            self.claims + others.claims,
            self.kinds + others.kinds,
            self.anchors + others.anchors,
            self.threads + others.threads,
            self.comments + others.comments,
        )


def proposals(draft: Draft, found: breaking.Breakdown) -> Proposals:
    """The rows for the breakdown of a draft, which need not be stored yet.

    They are made before anything is locked: a very long text has a hundred thousand.
    """
    quotes = [as_quote(draft, quote) for quote in found.quotes]
    claims = [as_claim(draft, claim, None if claim.quote is None else quotes[claim.quote]) for claim in found.claims]
    kinds = [
        ClaimKind(claim=claim, kind=slug)
        for claim, proposed in zip(claims, found.claims, strict=True)
        for slug in proposed.kinds
    ]
    things: list[Claim | Quote] = [*claims, *quotes]
    anchors = [anchor_of(thing, draft, thing.start or 0, thing.end or 0) for thing in things]
    return Proposals(quotes, claims, kinds, anchors, [], [])


def propose(draft: Draft, ready: Proposals) -> None:
    """Store quotes, claims and talk as proposals on a draft, in a number of queries that does not grow."""
    Quote.objects.bulk_create(ready.quotes, batch_size=BATCH)
    Claim.objects.bulk_create(ready.claims, batch_size=BATCH)
    ClaimKind.objects.bulk_create(ready.kinds, batch_size=BATCH)
    Anchor.objects.bulk_create(ready.anchors, batch_size=BATCH)
    Thread.objects.bulk_create(ready.threads, batch_size=BATCH)
    Comment.objects.bulk_create(ready.comments, batch_size=BATCH)
    for model, field in ((Claim, "claim"), (Quote, "quote")):
        first = Anchor.objects.filter(**{field: OuterRef("pk")}, number=1).values("pk")
        model.objects.filter(draft=draft, anchor=None).update(anchor=Subquery(first))


def as_quote(draft: Draft, quote: breaking.Quote) -> Quote:
    return Quote(
        article=draft.article,
        draft=draft,
        start=quote.start,
        end=quote.end,
        wording=draft.text[quote.start : quote.end],
        kind=quote.kind,
        marked=[[start - quote.start, end - quote.start] for start, end in quote.marked],
        speaker=quote.speaker[:200],
        speaker_mention=quote.speaker_mention[:200],
        cue=quote.cue[:100],
        confidence=quote.confidence,
        doubtful=quote.doubtful,
        rule=quote.rule[:200],
    )


def as_claim(draft: Draft, claim: breaking.Claim, quote: Quote | None) -> Claim:
    return Claim(
        article=draft.article,
        draft=draft,
        quote=quote,
        start=claim.start,
        end=claim.end,
        wording=draft.text[claim.start : claim.end],
        hint=claim.opinion[:200],
        rule=claim.rule[:200],
        version=1,
        **dict.fromkeys(claim.flags, True),
    )
