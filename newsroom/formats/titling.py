"""Which of the blocks of a document is its headline, and where the places in the others are then."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from newsroom.formats.document import Piece
from newsroom.formats.notes import Link, Note
from newsroom.formats.plain import dated, is_headline
from newsroom.text.places import Spot


class Titled(NamedTuple):
    """A story with its headline apart. `numbers` says which of its blocks (the headline is 0) an old one is now, and
    `cut` how many characters of a date the headline lost."""

    headline: str
    date: datetime.date | None
    pieces: tuple[Piece, ...]
    numbers: dict[int, int]
    cut: int

    def spot(self, spot: Spot) -> Spot | None:
        """Where a place in the old blocks is now; None when its block is no part of the story."""
        number = self.numbers.get(spot.piece)
        if number is None:
            return None
        return Spot(number, max(0, spot.offset - self.cut) if number == 0 else spot.offset)

    def note(self, note: Note) -> Note:
        end = self.spot(note.end) if note.end else None
        return replace(note, start=self.spot(note.start) if note.start and end else None, end=end)

    def links(self, links: Sequence[Link]) -> tuple[Link, ...]:
        """The links of which both ends stand in the story."""
        placed = ((self.spot(link.start), self.spot(link.end), link.href) for link in links)
        return tuple(Link(start, end, href) for start, end, href in placed if start and end)


def titled(pieces: Sequence[Piece], *, title: str = "", kept: Sequence[bool] | None = None) -> Titled:
    """The headline is the first block marked as one (of several the one that says `title`), else a first block that
    looks like one, else `title`. Further ones become headings. Only the `kept` blocks stay, and the headline."""
    numbered = [(old, piece) for old, piece in enumerate(pieces) if kept is None or kept[old]]
    marked = [old for old, piece in enumerate(pieces) if piece.part == "headline"]
    like = [old for old in marked if same(pieces[old].text, title)]
    chosen = (like or marked or leading(numbered, title))[:1]
    rest = [(old, body(piece)) for old, piece in numbered if [old] != chosen]
    raw = pieces[chosen[0]].text if chosen else title
    date, headline = dated(" ".join(raw.split()))
    numbers = {old: new for new, (old, _piece) in enumerate(rest, 1)} | dict.fromkeys(chosen, 0)
    return Titled(headline, date, tuple(piece for _old, piece in rest), numbers, len(raw) - len(headline))


def leading(numbered: Sequence[tuple[int, Piece]], title: str) -> list[int]:
    """The number of the first block if it is a headline, as far as its looks say."""
    for old, piece in numbered[:1]:
        plain = piece.type == "paragraph" and not title and is_headline(piece.text.strip(), alone=True, dated=False)
        if len(numbered) > 1 and piece.part == "body" and "\n" not in piece.text.strip():
            return [old] if piece.type == "heading" or plain or same(piece.text, title) else []
    return []


def same(text: str, title: str) -> bool:
    """Whether a title says what a block says; a site adds its own name to it."""
    text, title = (" ".join(words.split()).casefold() for words in (text, title))
    return bool(text) and (title.startswith(text) or (len(title) > 8 and text.startswith(title)))


def body(piece: Piece) -> Piece:
    return Piece("body", "heading", piece.text) if piece.part == "headline" else piece
