"""From places in the pieces that a text is made of to offsets in the canonical text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from newsroom.text.canonical import normalise

STEP = 500
# Between such characters a text can be cut: what the halves become, put together, is what the whole becomes.
CUT = re.compile("(?<=[0-9A-Za-z\u4e00-\u9fff])(?=[0-9A-Za-z\u4e00-\u9fff])")


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
    rulers = [Ruler(text) for _part, _kind, text in pieces]
    starts = list(accumulate((ruler.size + 2 if ruler.size else 0 for ruler in rulers), initial=0))
    found = []
    for first, last in spans:
        before = rulers[last.piece].before(last.offset)
        after = rulers[first.piece].after(first.offset)
        end = starts[last.piece] + before if before else max(0, starts[last.piece] - 2)
        start = starts[first.piece + 1] - 2 - after if after else starts[first.piece + 1]
        found.append((min(start, end), end))
    return found


class Ruler:
    """The canonical lengths of a piece up to some cuts, so that measuring needs only the words near an offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.cuts = [0, *cuts(text), len(text)]
        self.sizes = [*accumulate((len(normalise(text[a:b])) for a, b in pairwise(self.cuts)), initial=0)]
        self.size = self.sizes[-1]

    def before(self, offset: int) -> int:
        """How many code points of the canonical text come before an offset, white space just before it left out."""
        cut = bisect_right(self.cuts, offset) - 1
        return self.sizes[cut] + len(normalise(self.text[self.cuts[cut] : offset]))

    def after(self, offset: int) -> int:
        """How many come after it, white space just after it left out."""
        cut = min(bisect_left(self.cuts, offset), len(self.cuts) - 1)
        return self.size - self.sizes[cut] + len(normalise(self.text[offset : self.cuts[cut]]))


def cuts(text: str) -> Iterator[int]:
    """Where a long text can be cut, at least `STEP` code points apart."""
    place = 0
    while found := CUT.search(text, place + STEP):
        place = found.start()
        yield place
