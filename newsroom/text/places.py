"""From places in the pieces that a text is made of to offsets in the canonical text."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsroom.text.canonical import normalise


class Spot(NamedTuple):
    """A place between the code points of a piece: the piece's number from 0, code points of its text as given."""

    piece: int
    offset: int


def places(pieces: Sequence[tuple[str, str, str]], spans: Iterable[tuple[Spot, Spot]]) -> list[tuple[int, int]]:
    """The spans as `(start, end)` in the text that `compose` makes of the pieces, in the order given.

    White space at the edges and the gaps between blocks are left out there, and a letter that composes is taken in
    whole, so the span is of the same words; one over nothing else is empty, and ends what comes before it. An offset
    beyond its piece means the piece's end.
    """
    sizes = [len(normalise(text)) for _part, _kind, text in pieces]
    starts = list(accumulate((size + 2 if size else 0 for size in sizes), initial=0))
    found = []
    for first, last in spans:
        before = ending(pieces[last.piece][2], last.offset)
        after = following(pieces[first.piece][2], first.offset)
        end = starts[last.piece] + before if before else max(0, starts[last.piece] - 2)
        start = starts[first.piece + 1] - 2 - after if after else starts[first.piece + 1]
        found.append((min(start, end), end))
    return found


def ending(text: str, offset: int) -> int:
    """How many code points of the canonical text come before an offset, white space just before it left out."""
    return len(normalise(text[:offset]))


def following(text: str, offset: int) -> int:
    """How many come after it, white space just after it left out."""
    return len(normalise(text[offset:]))
