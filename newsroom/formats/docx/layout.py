"""From blocks to a headline, a date and the pieces below it, with every spot taken along."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsroom.formats.document import Piece
from newsroom.formats.docx.reading import Block
from newsroom.formats.plain import dated, is_heading, is_headline
from newsroom.text.canonical import normalise
from newsroom.text.places import Spot

# Looks that are a part of their own, or a type by another name.
PARTS = {"deck": ("deck", "paragraph"), "caption": ("caption", "caption"), "pull quote": ("pull quote", "quote")}
NUMBERED = {"caption", "pull quote"}


class Target(NamedTuple):
    """Where a block went: the number of the headline (0) or piece, and how many code points its words lost in front.

    A block without words went nowhere; what stands in it comes after the last of the `length` code points before it.
    """

    number: int
    cut: int
    length: int


class Layout(NamedTuple):
    """A story laid out, and where each of its blocks went."""

    headline: str
    date: datetime.date | None
    pieces: tuple[Piece, ...]
    targets: tuple[Target, ...]

    def moved(self, spot: Spot) -> Spot:
        """The place in the headline or pieces of a place in the blocks."""
        number, cut, length = self.targets[spot.piece] if self.targets else (0, 0, 0)
        return Spot(number, min(length, max(0, spot.offset - cut)))


def lay_out(blocks: Sequence[Block]) -> Layout:
    """The blocks with words as headline and pieces; `plain.parse` finds the same in the same unstyled words."""
    texts = [block.text for block in blocks]
    date, cuts = None, [0] * len(texts)
    for number in [number for number, text in enumerate(texts) if normalise(text)][:1]:
        date, rest = dated(texts[number].lstrip())
        cuts[number] = len(texts[number]) - len(rest) if date else 0
        texts[number] = texts[number][cuts[number] :]
    kept = [number for number, text in enumerate(texts) if normalise(text)]
    head = headline_among(blocks, texts, kept, dated=any(cuts))
    body = [number for number in kept if number != head]
    headline = "".join(" " if character.isspace() else character for character in texts[head]) if head >= 0 else ""
    return Layout(headline, date, tuple(typed(blocks, texts, body)), tuple(targets(texts, cuts, head, body)))


def headline_among(blocks: Sequence[Block], texts: list[str], kept: list[int], *, dated: bool) -> int:
    """The number of the block that is the headline: one with the style for it, else the first if it can be; or −1."""
    titles = [number for number in kept if blocks[number].look == "title"]
    if titles or len(kept) < 2:
        return titles[0] if titles else -1
    line = normalise(texts[kept[0]])
    plain = "\n" not in line and is_headline(line, alone=True, dated=dated)
    return kept[0] if plain or blocks[kept[0]].look == "heading" else -1


def typed(blocks: Sequence[Block], texts: list[str], body: list[int]) -> Iterator[Piece]:
    """The pieces. Headings that are just short lines are told as in plain text."""
    counts: Counter[str] = Counter()
    for number in body:
        look = "heading" if blocks[number].look == "title" else blocks[number].look
        between = body[0] < number < body[-1]
        if look == "paragraph" and between and is_heading(normalise(texts[number])):
            look = "heading"
        part, kind = PARTS.get(look, ("body", look))
        counts[part] += 1
        yield Piece(f"{part} {counts[part]}" if part in NUMBERED else part, kind, texts[number])


def targets(texts: list[str], cuts: list[int], head: int, body: list[int]) -> Iterator[Target]:
    taken = {head: 0, **{number: place for place, number in enumerate(body, 1)}}
    last = Target(0 if head >= 0 else 1, 0, 0)
    for number, text in enumerate(texts):
        if number in taken:
            last = Target(taken[number], cuts[number], len(text))
            yield last
        else:
            yield last._replace(cut=-last.length)
