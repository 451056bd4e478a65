"""What a story would be on the desk, shown before anything of it is stored."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.domain.admitting import Admitted, admitted
from newsroom.domain.drafting import must_be_next
from newsroom.domain.following import foresee, gone_or_changed, reason
from newsroom.domain.importing import ENGLISH, AlreadyHere, Details, headline_of, laid_out, must_have_words
from newsroom.domain.locking import must_be_open
from newsroom.domain.permissions import Verb, require
from newsroom.formats.document import Document
from newsroom.formats.notes import Note
from newsroom.models import Access, Article, Claim, Draft, Standing, User
from newsroom.text.canonical import Block, Canonical, compose
from newsroom.text.diff import Row, diff
from newsroom.text.languages import language_of
from newsroom.text.places import Spot, places
from newsroom.text.words import words

SHOWN = 300  # blocks, notes: enough to see whether it is the right file; the rest is counted


@dataclass(frozen=True, slots=True)
class Shown:
    """One block: what it is called ("" for a plain paragraph), its type, its words."""

    label: str
    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A note and the words that it stands on, "" where nothing was selected."""

    note: Note
    words: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A story as it would come in. `blocks` and `notes` are the first ones; `more` says how many of each follow.
    `language` is its own, `reads` the one that its words read like, "" where they don't tell."""

    document: Document
    byline: str
    canonical: Canonical
    words: int
    blocks: Sequence[Shown]
    notes: Sequence[Noted]
    more: dict[str, int]
    changes: Sequence[tuple[str, str, int]]
    language: str
    reads: str
    effect: "Effect | None" = None
    admitted: Admitted | None = None  # to a restricted story


@dataclass(frozen=True, slots=True)
class Effect:
    """What a new draft does: words of the old one that go and words that are new; claims that stay as they are, those
    that change and have no mark, and those to look at again, each with why."""

    gone: int
    fresh: int
    stay: int
    unmarked: int
    again: Sequence[tuple[Claim, str]]


def preview(document: Document, *, by: User, details: Details) -> Preview:
    """What `import_article` would store, or its refusal: without a headline or words, and for a text that is here."""
    require(by, Verb.IMPORT)
    must_have_words(document)
    document = replace(document, headline=headline_of(details.headline or document.headline))
    canonical = compose(document.blocks)
    same = Article.objects.visible_to(by).filter(drafts__sha256=canonical.sha256).first()
    if same:
        raise AlreadyHere(same)
    seen = shown(document, canonical, byline=details.byline or document.byline, language=details.language)
    closed = details.access == Access.RESTRICTED
    return replace(seen, admitted=admitted([*(author.pk for author in details.authors), by.pk])) if closed else seen


def preview_draft(article: Article, document: Document, *, by: User, base: int) -> Preview:
    """What `add_draft` would store and do to the claims, by their words; or its refusal."""
    require(by, Verb.ADD_DRAFT, article)
    must_be_open(article)
    must_have_words(document)
    document = replace(document, headline=headline_of(document.headline or article.headline))
    canonical, old = compose(document.blocks), article.current
    draft = laid_out(article, canonical, document, by=by, origin="")
    must_be_next(draft, old, base=base)
    return replace(
        shown(document, canonical, byline=article.byline, language=article.language), effect=effect(old, draft)
    )


def effect(old: Draft, draft: Draft) -> Effect:
    """How the words differ, and where that leaves the claims."""
    pieces = [piece for row in compare(old, draft) for piece in row.pieces]
    gone = sum(words(old.text[slice(*piece.old)]) for piece in pieces if piece.kind == "removed" and piece.old)
    fresh = sum(words(draft.text[slice(*piece.new)]) for piece in pieces if piece.kind == "added" and piece.new)
    foreseen = foresee(old, draft)
    changed = [(claim, place) for claim, place in foreseen if gone_or_changed(place)]
    again = [
        (claim, reason(place, draft))
        for claim, place in changed
        if place.start is None or claim.standing != Standing.OPEN
    ]
    return Effect(gone, fresh, len(foreseen) - len(changed), len(changed) - len(again), again)


def compare(old: Draft, new: Draft) -> list[Row]:
    """Two drafts word by word."""
    before, after = ([(block.start, block.end) for block in draft.spans()] for draft in (old, new))
    return diff(old.text, new.text, old_blocks=before, new_blocks=after)


def shown(document: Document, canonical: Canonical, *, byline: str, language: str) -> Preview:
    """The first blocks and notes of a document, and how many more there are."""
    reads = language_of(canonical.text)
    blocks = [
        Shown(label(block), block.type, canonical.text[block.start : block.end]) for block in canonical.blocks[:SHOWN]
    ]
    return Preview(
        document=document,
        byline=byline,
        canonical=canonical,
        words=words(canonical.text),
        blocks=blocks,
        notes=noted(document, canonical.text),
        more={"blocks": max(0, len(canonical.blocks) - SHOWN), "notes": max(0, len(document.notes) - SHOWN)},
        changes=changes(document),
        language=language or reads or ENGLISH,
        reads=reads,
    )


def label(block: Block) -> str:
    """What the page calls a block: its part or, in the body, its type unless that is the usual one."""
    if block.part != "body":
        return block.part
    return "" if block.type == "paragraph" else block.type


def noted(document: Document, text: str) -> list[Noted]:
    """The first notes with the words that they stand on."""
    first = document.notes[:SHOWN]
    asked = [(note.start or Spot(0, 0), (note.end if note.start else None) or Spot(0, 0)) for note in first]
    return [
        Noted(note, text[start:end] if note.start else note.quote)
        for note, (start, end) in zip(first, places(document.blocks, asked), strict=True)
    ]


def changes(document: Document) -> list[tuple[str, str, int]]:
    """How many tracked changes of each kind by each author."""
    counted = Counter((change.kind, change.author) for change in document.changes)
    return [(kind, author, count) for (kind, author), count in counted.items()]
