"""A new draft of a story."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.domain.applying import check_off_in
from newsroom.domain.covering import standing
from newsroom.domain.following import Followed, follow, foresee
from newsroom.domain.importing import folded, headline_of, laid_out, must_have_words
from newsroom.domain.locking import Conflict, lock, must_be_open
from newsroom.domain.noting import hand_on, spans_of, take_notes
from newsroom.domain.permissions import Verb, require
from newsroom.domain.proposing import BATCH, Proposals, proposals, propose
from newsroom.domain.recording import record
from newsroom.domain.remembering import Known
from newsroom.domain.straying import count_stray
from newsroom.domain.workflow import FINISHED, turn
from newsroom.formats.document import Document
from newsroom.models import Article, Claim, Draft, Quote, Status, Thread, User
from newsroom.text.breakdown import breakdown, no_sweeps
from newsroom.text.canonical import compose
from newsroom.text.coverage import tokens
from newsroom.text.spans import Span
from newsroom.text.words import words


class SameText(ValidationError):
    """A draft was handed in that reads exactly like one of the story's own: `draft`."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(
            _("This is draft %(number)s, word for word: nothing was changed.") % {"number": draft.number},
            code="same-text",
        )
        self.draft = draft


def add_draft(article: Article, document: Document, *, by: User, base: int, origin: str = "pasted") -> Draft:
    """The story's next draft, which becomes its current one; every claim follows its words there.

    `base` is the id of the draft that the page showed as the current one, or `Conflict`. A document without a headline
    keeps the story's. Marks stand where the meaning stayed, and are suspended where it changed; claims whose words
    are gone are *cut*. Notes that are resolved in the file by now are resolved. What is new is proposed; proposals that
    nobody acted on stay behind with the old draft, and the new text is broken down afresh. A story that was ready or
    signed is in checking again. The same post again returns the draft that it made. Raises `SameText` when nothing
    changed, `ValidationError` without words below the headline or on a killed story, `Denied` without the role.
    """
    require(by, Verb.ADD_DRAFT, article)
    headline = headline_of(document.headline or article.headline)
    must_have_words(document)
    canonical = compose(replace(document, headline=headline).blocks)
    draft, whole = laid_out(article, canonical, document, by=by, origin=origin), replace(document, headline=headline)
    with no_sweeps():
        ready = proposals(draft, breakdown(draft.text, language=article.language))
        if whole.links:
            count_stray(draft, whole, claimed(article.current, draft, whole, ready))
        return store(draft, ready, whole, by=by, base=base)


def claimed(old: Draft, draft: Draft, document: Document, ready: Proposals) -> Iterator[Span]:
    """Where claims will stand in the draft: those that follow their words, those of notes, and proposals."""
    yield from (Span(place.start, place.end or 0) for _claim, place in foresee(old, draft) if place.start is not None)
    yield from (span for span in spans_of(draft, document) if span)
    yield from (Span(claim.start or 0, claim.end or 0) for claim in ready.claims)


@transaction.atomic
def store(draft: Draft, ready: Proposals, document: Document, *, by: User, base: int) -> Draft:
    """Write what `add_draft` worked out, under the story's lock."""
    article = lock(draft.article_id)
    role = require(by, Verb.ADD_DRAFT, article)
    must_be_open(article)
    old = article.current
    if was_made_by(draft, old, base=base):
        return old
    must_be_next(draft, old, base=base)
    draft.article, draft.number = article, old.number + 1
    draft.save(force_insert=True)
    article.draft, article.headline, article.words = draft, document.headline, words(draft.text)
    article.folded = folded(document.headline, article.byline, article.desk)
    article.save(update_fields=["draft", "headline", "words", "folded"])
    followed = follow(article, old, draft, heard=ready.quotes)
    fresh = unclaimed(ready, followed, taken(article, draft, followed))
    known = Known(article)
    fresh = fresh.and_also(take_notes(draft, document, [*fresh.claims, *followed.claims], known=known))
    hand_on(old, draft, [*fresh.claims, *(claim for claim in followed.claims if claim.start is not None)])
    propose(draft, fresh)
    Claim.objects.bulk_update(followed.claims, ["notes", "leads"], batch_size=BATCH)
    data = {"draft": draft.number, "sha256": draft.sha256, "origin": draft.origin, "claims": followed.counts}
    data |= {"suspended": followed.suspended, "proposed": len(fresh.claims), "corrected": len(check_off_in(draft))}
    data |= resolved(known)
    record(article, by=by, role=role, verb="add draft", about=draft, data=data)
    if article.status in FINISHED:
        turn(article, Status.CHECKING, by=by, role=role, draft=draft.number)
    return draft


def resolved(known: Known) -> dict[str, list[int]]:
    """Close the threads that the file says are resolved; what the event says of them."""
    if not known.settled:
        return {}
    Thread.objects.filter(pk__in=known.settled).update(resolved_at=timezone.now())
    return {"resolved": sorted(known.settled)}


def was_made_by(draft: Draft, old: Draft, *, base: int) -> bool:
    """Whether the very same post made `old`: these words from this person, behind the draft that their page showed."""
    same = (old.sha256, old.created_by_id) == (draft.sha256, draft.created_by_id)
    return same and Draft.objects.filter(pk=base, article=old.article_id, number=old.number - 1).exists()


def must_be_next(draft: Draft, old: Draft, *, base: int) -> None:
    """Raises `SameText` when a draft reads like the current one, `Conflict` when that is not the `base` seen."""
    if old.sha256 == draft.sha256:
        raise SameText(old)
    if old.pk != base:
        raise Conflict(
            _("Another draft came in after your page was loaded. Look at it before you add yours."),
            was=_("an older draft"),
            now=str(old),
            fresh={"base": old.pk},
        )


def taken(article: Article, draft: Draft, followed: Followed) -> list[Span]:
    """Words that need no proposal: claims stand on them, or they were dismissed and have not changed."""
    sentences = [token for token in tokens(draft.text, language=article.language) if token.kind == "sentence"]
    claimed = [Span(claim.start, claim.end or 0) for claim in followed.claims if claim.start is not None]
    return claimed + [place for _row, place in standing(article, draft, sentences)]


def unclaimed(ready: Proposals, followed: Followed, spans: list[Span]) -> Proposals:
    """The proposals that lie for less than half in these spans, with the quotes that they stand in: those that came
    along, or new ones that touch none of them.
    """
    said = [quote for quote in followed.quotes if quote.start is not None]
    covered, quoted = painted(spans), painted(Span(quote.start or 0, quote.end or 0) for quote in said)
    claims = [claim for claim in ready.claims if 2 * covered.count(1, claim.start, claim.end) < len(claim.wording)]
    quotes = [quote for quote in ready.quotes if 1 not in quoted[quote.start : quote.end]]
    kept = {id(thing) for thing in (*claims, *quotes)}
    for claim in claims:
        if claim.quote is not None and id(claim.quote) not in kept:
            claim.quote = next((quote for quote in said if meet(claim.quote, quote)), None)
    return ready._replace(
        quotes=quotes,
        claims=claims,
        kinds=[kind for kind in ready.kinds if id(kind.claim) in kept],
        anchors=[anchor for anchor in ready.anchors if id(anchor.claim or anchor.quote) in kept],
    )


def painted(spans: Iterable[Span]) -> bytearray:
    """A byte for each code point up to the last span's end: 1 where one of them stands."""
    paint = bytearray()
    for start, end in spans:
        paint.extend(bytes(max(0, end - len(paint))))
        paint[start:end] = b"\1" * (end - start)
    return paint


def meet(quote: Quote, other: Quote) -> bool:
    return (quote.start or 0) < (other.end or 0) and (other.start or 0) < (quote.end or 0)
