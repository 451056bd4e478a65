"""What a story would be on the desk, shown before anything of it is stored."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.domain.importing import AlreadyHere, Details, headline_of, must_have_words
from newsroom.domain.permissions import Verb, require
from newsroom.formats.document import Document
from newsroom.formats.notes import Note
from newsroom.models import Article, User
from newsroom.text.canonical import Block, Canonical, compose
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
    """A story as it would come in. `blocks` and `notes` are the first ones; `more` says how many of each follow."""

    document: Document
    byline: str
    canonical: Canonical
    words: int
    blocks: Sequence[Shown]
    notes: Sequence[Noted]
    more: dict[str, int]
    changes: Sequence[tuple[str, str, int]]


def preview(document: Document, *, by: User, details: Details) -> Preview:
    """What `import_article` would store, or its refusal: without a headline or words, and for a text that is here."""
    require(by, Verb.IMPORT)
    must_have_words(document)
    document = replace(document, headline=headline_of(details.headline or document.headline))
    canonical = compose(document.blocks)
    same = Article.objects.visible_to(by).filter(drafts__sha256=canonical.sha256).first()
    if same:
        raise AlreadyHere(same)
    blocks = [
        Shown(label(block), block.type, canonical.text[block.start : block.end]) for block in canonical.blocks[:SHOWN]
    ]
    return Preview(
        document=document,
        byline=details.byline or document.byline,
        canonical=canonical,
        words=words(canonical.text),
        blocks=blocks,
        notes=noted(document, canonical.text),
        more={"blocks": max(0, len(canonical.blocks) - SHOWN), "notes": max(0, len(document.notes) - SHOWN)},
        changes=changes(document),
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
