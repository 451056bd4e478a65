"""Storing what the breakdown found, as proposals that wait for a person."""

from django.db.models import OuterRef, Subquery

from newsroom.domain.anchoring import adopt
from newsroom.models import Anchor, Claim, ClaimKind, Draft, Quote
from newsroom.text import breakdown as breaking

BATCH = 500


def propose(draft: Draft, found: breaking.Breakdown) -> None:
    """Store the quotes and claims of a breakdown as proposals, in a number of queries that does not grow."""
    quotes = Quote.objects.bulk_create((as_quote(draft, quote) for quote in found.quotes), batch_size=BATCH)
    claims = Claim.objects.bulk_create(
        (as_claim(draft, claim, quotes[claim.quote] if claim.quote is not None else None) for claim in found.claims),
        batch_size=BATCH,
    )
    ClaimKind.objects.bulk_create(
        (
            ClaimKind(claim=claim, kind=slug)
            for claim, proposed in zip(claims, found.claims, strict=True)
            for slug in proposed.kinds
        ),
        batch_size=BATCH,
    )
    adopt(claims, quotes)
    for model, field in ((Claim, "claim"), (Quote, "quote")):
        first = Anchor.objects.filter(**{field: OuterRef("pk")}, number=1).values("pk")
        model.objects.filter(draft=draft).update(anchor=Subquery(first))


def as_quote(draft: Draft, quote: breaking.Quote) -> Quote:
    return Quote(
        article_id=draft.article_id,
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
        article_id=draft.article_id,
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
