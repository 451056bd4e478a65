"""Bringing a story in: canonical text, breakdown, proposals."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.domain.fetching import Fetched, capture
from newsroom.domain.locking import lock_desk
from newsroom.domain.noting import take_notes
from newsroom.domain.permissions import Verb, require
from newsroom.domain.proposing import Proposals, proposals, propose
from newsroom.domain.recording import count_story, record
from newsroom.domain.straying import count_stray
from newsroom.domain.writing import must_be_text
from newsroom.formats.document import Document
from newsroom.models import Access, Article, Draft, Role, User
from newsroom.text.breakdown import breakdown, no_sweeps
from newsroom.text.canonical import Canonical, compose, normalise
from newsroom.text.languages import language_of
from newsroom.text.spans import Span
from newsroom.text.words import words

ENGLISH = "en"


class AlreadyHere(ValidationError):
    """The same text is on the desk already, in a story that this person may see: `article`."""

    def __init__(self, article: Article) -> None:
        super().__init__(_("This text is on the desk already: “%s”.") % article.headline, code="already-here")
        self.article = article


@dataclass(frozen=True, slots=True)
class Details:
    """What the person filled in about a story; empty fields leave what the text says.

    `language` is a BCP 47 tag. Empty, it is the one that the words read like or, where they don't tell, English.
    """

    headline: str = ""
    byline: str = ""
    authors: tuple[User, ...] = ()
    desk: str = ""
    dated: date | None = None
    deadline: datetime | None = None
    language: str = ""
    access: str = Access.DESK


def import_article(
    document: Document, *, by: User, details: Details, origin: str = "pasted", page: Fetched | None = None
) -> Article:
    """A new story with its first draft, broken down into quotes and proposed claims.

    Fields of `details` win over what the document says. Raises `AlreadyHere` when a story that the person may see
    has the same text, `ValidationError` without a headline, without words below it, for a field that is too long and
    for characters that can't be kept. A reporter who brings a story in becomes one of its authors; nobody else does.
    """
    role = require(by, Verb.IMPORT)
    headline = headline_of(details.headline or document.headline)
    must_have_words(document)
    canonical = compose(replace(document, headline=headline).blocks)
    language = details.language or language_of(canonical.text) or ENGLISH
    details = replace(details, byline=details.byline or document.byline[:200], language=language)
    authors = {*details.authors, *((by,) if role == Role.REPORTER else ())}
    article = new_article(details, by=by, headline=headline, dated=details.dated or document.date, authors=authors)
    article.words = words(canonical.text)
    draft = laid_out(article, canonical, document, by=by, origin=origin)
    with no_sweeps():
        ready = proposals(draft, breakdown(draft.text, language=language))
        whole = replace(document, headline=headline)
        ready = ready.and_also(take_notes(draft, whole, ready.claims))
        count_stray(draft, whole, [Span(claim.start or 0, claim.end or 0) for claim in ready.claims])
        return store(article, draft, ready, by=by, role=role, authors=authors, page=page)


def must_have_words(document: Document) -> None:
    """Raises `ValidationError` for a document with nothing but a headline."""
    if not any(words(piece.text) for piece in document.pieces):
        raise ValidationError(_("There are no words below the headline."), code="no-words")


def headline_of(found: str) -> str:
    """The headline on one line; `ValidationError` when there is none, or one that the desk can't keep."""
    headline = normalise(" ".join(found.split()))
    must_be_text(headline=headline)
    if not headline:
        raise ValidationError({"headline": _("No headline was found in the text: type one here.")})
    if len(headline) > 300:
        raise ValidationError({"headline": _("A headline has at most 300 characters.")})
    return headline


@transaction.atomic
def store(
    article: Article,
    draft: Draft,
    ready: Proposals,
    *,
    by: User,
    role: str,
    authors: Collection[User],
    page: Fetched | None = None,
) -> Article:
    """Write what `import_article` worked out, under the desk's lock so that no text comes in twice.

    Nothing is worked out any more: on SQLite everybody else's writing waits until this is done.
    """
    desk = lock_desk()
    same = Article.objects.visible_to(by).filter(drafts__sha256=draft.sha256).first()
    if same:
        raise AlreadyHere(same)
    count_story(desk)
    article.save(force_insert=True)
    article.authors.set(authors)
    if article.access == Access.RESTRICTED:
        article.members.create(user=by)
    draft.save(force_insert=True)
    article.draft = draft
    article.save(update_fields=["draft"])
    if page:
        capture(draft, page)
    propose(draft, ready)
    data = {"origin": draft.origin, "sha256": draft.sha256, "headline": article.headline, "claims": len(ready.claims)}
    data |= {"authors": article.written_by, "notes": len(ready.comments)}
    data |= {"fetched": page.sha256, "address": page.address} if page else {}
    record(article, by=by, role=role, verb="import", about=article, data=data)
    return article


def new_article(details: Details, *, by: User, headline: str, dated: date | None, authors: Collection[User]) -> Article:
    """The story's row, not yet stored; raises `ValidationError` for a field that can't be kept."""
    must_be_text(byline=details.byline, desk=details.desk)
    article = Article(
        headline=headline,
        byline=details.byline,
        desk=details.desk,
        dated=dated,
        deadline=details.deadline,
        language=details.language,
        access=details.access,
        folded=folded(headline, details.byline, details.desk),
        written_by=sorted(author.pk for author in authors),
        created_by=by,
    )
    article.clean_fields(exclude=["draft", "created_by"])
    return article


def laid_out(article: Article, canonical: Canonical, document: Document, *, by: User, origin: str) -> Draft:
    """A draft with its text, blocks and hash, not yet stored: the first, unless another number is given to it.

    `ValidationError` for text that can't be kept.
    """
    must_be_text(text=canonical.text)
    return Draft(
        article=article,
        number=1,
        text=canonical.text,
        blocks=[block.as_json() for block in canonical.blocks],
        sha256=canonical.sha256,
        origin=came_from(origin.encode("utf-8", "replace").decode(), document),  # a file's name can be any bytes
        losses=[loss.as_json() for loss in document.losses],
        created_by=by,
    )


def came_from(origin: str, document: Document) -> str:
    """Where a draft is from, and how its tracked changes were read: at most 300 characters."""
    said = ""
    if document.changes:
        people = len({change.author for change in document.changes if change.author})
        changes = len(document.changes)
        said = ngettext("%(n)s tracked change", "%(n)s tracked changes", changes) % {"n": changes}
        said += " " + ngettext("by %(n)s person", "by %(n)s people", people) % {"n": people} if people else ""
        said = f" ({said}, {_('read as rejected') if document.rejected else _('read as accepted')})"
    return origin[: 300 - len(said)] + said


def folded(*fields: str) -> str:
    """How searchable fields are stored, so that both databases find the same: case-folded, joined by a space."""
    return " ".join(field for field in fields if field).casefold()
