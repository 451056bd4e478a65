"""Two drafts word by word, as values: what was kept, removed and added in every block."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsroom.text.anchors.alignment import Alignment
from newsroom.text.side import Side
from newsroom.text.spans import Span


class Piece(NamedTuple):
    """A run of words: *kept* has a span in both drafts, *removed* in the old one alone, *added* in the new one alone.

    Spans are code points. What is kept and added of a block makes up its whole text, white space included.
    """

    kind: str
    old: Span | None
    new: Span | None


class Row(NamedTuple):
    """A block of the new draft, or one of the old draft that is gone (`new` is None), with its pieces in order.

    `kind` is *kept*, *changed*, *moved* (it stood elsewhere), *added* or *removed*.
    """

    kind: str
    new: Span | None
    pieces: tuple[Piece, ...]


def diff(
    old: str,
    new: str,
    *,
    old_blocks: Iterable[Sequence[int]] | None = None,
    new_blocks: Iterable[Sequence[int]] | None = None,
) -> list[Row]:
    """The rows in the order of the new draft, blocks that are gone where they stood. Blocks as for `reanchor`."""
    return list(Comparison(Alignment(Side(old, old_blocks), Side(new, new_blocks))).rows())


class Comparison:
    """An alignment read off block by block. Words are kept only where they are printed alike."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment, self.old, self.new = alignment, alignment.old, alignment.new
        self.to, self.back = list(alignment.to), list(alignment.back)
        for i, j in enumerate(self.to):
            if j >= 0 and self.old.raw(i) != self.new.raw(j):
                self.to[i] = self.back[j] = -1
        self.gone: defaultdict[tuple[int, int], list[Span]] = defaultdict(list)
        self.lost: defaultdict[int, list[Span]] = defaultdict(list)
        self.leave()

    def leave(self) -> None:
        """Note for each run of old words without a place before which new token it goes, or behind which block."""
        behind = -1
        for start, end in self.old.blocks:
            if all(self.to[token] < 0 for token in range(start, end)):
                self.lost[behind].append(Span(start, end))
                continue
            for first, last in runs([self.to[token] < 0 for token in range(start, end)], start):
                if first > start:
                    place = self.to[first - 1]
                    self.gone[self.new.block_of[place], place + 1].append(Span(first, last))
                else:
                    place = self.to[last]
                    self.gone[self.new.block_of[place], place].append(Span(first, last))
            behind = max(self.new.block_of[self.to[token]] for token in range(start, end) if self.to[token] >= 0)

    def rows(self) -> Iterator[Row]:
        yield from self.removed(-1)
        for number, block in enumerate(self.new.blocks):
            pieces = self.pieces(number, block)
            yield Row(self.kind(block, pieces), self.offsets(self.new, block), tuple(pieces))
            yield from self.removed(number)

    def removed(self, behind: int) -> Iterator[Row]:
        for span in self.lost[behind]:
            yield Row("removed", None, (Piece("removed", self.offsets(self.old, span), None),))

    def kind(self, block: Span, pieces: Sequence[Piece]) -> str:
        """What became of a block as a whole."""
        kinds = {piece.kind for piece in pieces}
        if kinds == {"added"}:
            return "added"
        if kinds != {"kept"}:
            return "changed"
        return "moved" if self.alignment.moved[self.back[block.start]] else "kept"

    def pieces(self, number: int, block: Span) -> list[Piece]:
        """The pieces of a new block; each goes on to where the next begins."""
        found: list[Piece] = []
        token = block.start
        while token <= block.end:
            found += [Piece("removed", self.offsets(self.old, gone), None) for gone in self.gone[number, token]]
            if token == block.end:
                break
            first, kept = token, self.back[token] >= 0
            token += 1
            while token < block.end and not self.gone.get((number, token)) and self.follows(token, kept=kept):
                token += 1
            there = Span(
                self.new.starts[first], self.new.starts[token] if token < block.end else self.new.ends[token - 1]
            )
            here = Span(self.back[first], self.back[token - 1] + 1)
            found.append(Piece("kept", self.offsets(self.old, here), there) if kept else Piece("added", None, there))
        return found

    def follows(self, token: int, *, kept: bool) -> bool:
        """Whether a new token goes on with the piece that the one before it is in."""
        return self.back[token] == self.back[token - 1] + 1 if kept else self.back[token] < 0

    @staticmethod
    def offsets(side: Side, span: Span) -> Span:
        return Span(side.starts[span.start], side.ends[span.end - 1])


def runs(flags: Sequence[bool], offset: int) -> Iterator[Span]:
    """The runs of true flags, counted from `offset`."""
    start = -1
    for place, flag in enumerate([*flags, False]):
        if flag and start < 0:
            start = place
        elif not flag and start >= 0:
            yield Span(start + offset, place + offset)
            start = -1
