"""Bringing a story in: canonical text, breakdown, proposals."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from newsroom.domain.anchoring import adopt
from newsroom.domain.locking import lock_desk
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record
from newsroom.formats.document import Document
from newsroom.models import Access, Anchor, Article, Claim, ClaimKind, Draft, Quote, Role, User
from newsroom.text import breakdown as breaking
from newsroom.text.canonical import Canonical, compose, normalise
from newsroom.text.words import words

BATCH = 500


class AlreadyHere(ValidationError):
    """The same text is on the desk already, in a story that this person may see: `article`."""

    def __init__(self, article: Article) -> None:
        super().__init__(_("This text is on the desk already: “%s”.") % article.headline, code="already-here")
        self.article = article


@dataclass(frozen=True, slots=True)
class Details:
    """What the person filled in about a story; empty fields leave what the text says."""

    headline: str = ""
    byline: str = ""
    authors: tuple[User, ...] = ()
    desk: str = ""
    dated: date | None = None
    deadline: datetime | None = None
    language: str = "en"
    access: str = Access.DESK


def import_article(document: Document, *, by: User, details: Details, origin: str = "pasted") -> Article:
    """A new story with its first draft, broken down into quotes and proposed claims.

    Fields of `details` win over what the document says. Raises `AlreadyHere` when a story that the person may see
    has the same text, `ValidationError` without a headline, without words below it, and for a field that is too
    long. A reporter who brings a story in becomes one of its authors; anybody else does not.
    """
    role = require(by, Verb.IMPORT)
    headline = normalise(" ".join((details.headline or document.headline).split()))
    if not headline:
        raise ValidationError({"headline": _("No headline was found in the text: type one here.")})
    if len(headline) > 300:
        raise ValidationError({"headline": _("A headline has at most 300 characters.")})
    if not any(words(piece.text) for piece in document.pieces):
        raise ValidationError(_("There are no words below the headline."), code="no-words")
    canonical = compose([("headline", "heading", headline), *document.pieces])
    found = breaking.breakdown(canonical.text, language=details.language)
    return store(canonical, found, document, by=by, role=role, details=details, headline=headline, origin=origin)


@transaction.atomic
def store(
    canonical: Canonical,
    found: breaking.Breakdown,
    document: Document,
    *,
    by: User,
    role: str,
    details: Details,
    headline: str,
    origin: str,
) -> Article:
    """Write what `import_article` worked out, under the desk's lock so that no text comes in twice."""
    lock_desk()
    same = Article.objects.visible_to(by).filter(drafts__sha256=canonical.sha256).first()
    if same:
        raise AlreadyHere(same)
    article = Article(
        headline=headline,
        byline=details.byline,
        desk=details.desk,
        dated=details.dated or document.date,
        deadline=details.deadline,
        language=details.language,
        access=details.access,
        words=words(canonical.text),
        folded=folded(headline, details.byline, details.desk),
        created_by=by,
    )
    article.clean_fields(exclude=["draft", "created_by"])
    article.save(force_insert=True)
    article.authors.set({*details.authors, *((by,) if role == Role.REPORTER else ())})
    if details.access == Access.RESTRICTED:
        article.members.create(user=by)
    article.draft = Draft.objects.create(
        article=article,
        number=1,
        text=canonical.text,
        blocks=[block.as_json() for block in canonical.blocks],
        sha256=canonical.sha256,
        origin=origin[:300],
        losses=list(document.losses),
        created_by=by,
    )
    article.save(update_fields=["draft"])
    propose(article.draft, found)
    data = {"origin": origin, "sha256": canonical.sha256, "headline": headline, "claims": len(found.claims)}
    record(article, by=by, role=role, verb="import", about=article, data=data)
    return article


def folded(*fields: str) -> str:
    """How searchable fields are stored, so that both databases find the same: case-folded, joined by a space."""
    return " ".join(field for field in fields if field).casefold()


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
