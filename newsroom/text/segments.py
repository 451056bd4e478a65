"""A stretch of text cut at every boundary of the spans that overlap and nest on it, ready to be drawn."""

from bisect import insort
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Segment(NamedTuple):
    """`text[start:end]` in code points, where nothing begins or ends in between.

    `ids` are the spans that cover it, innermost (shortest) first; `opens` are those of them whose first fragment in
    the drawn range this is.
    """

    start: int
    end: int
    ids: tuple[int, ...]
    opens: tuple[int, ...]


class Cover(NamedTuple):
    """One span clipped to the drawn range; sorts innermost first: by its whole length, then by its id."""

    length: int
    id: int
    start: int
    end: int


def segments(start: int, end: int, spans: Iterable[Sequence[int]]) -> list[Segment]:
    """Cut `[start, end)` at every boundary of the `(id, start, end)` spans.

    The segments touch each other and together are the whole range. Spans outside the range, and empty ones, are
    left out. A sweep over the sorted boundaries: O(n log n) for n spans, plus the ids it has to write down.
    """
    covers = sorted(clipped(start, end, spans), key=lambda cover: cover.start)
    cuts = sorted({start, end, *(c.start for c in covers), *(c.end for c in covers)})
    result: list[Segment] = []
    active: list[Cover] = []
    coming = 0
    for left, right in pairwise(cuts):
        active = [cover for cover in active if cover.end > left]
        while coming < len(covers) and covers[coming].start == left:
            insort(active, covers[coming])
            coming += 1
        opens = tuple(cover.id for cover in active if cover.start == left)
        result.append(Segment(left, right, tuple(cover.id for cover in active), opens))
    return result


def clipped(start: int, end: int, spans: Iterable[Sequence[int]]) -> Iterable[Cover]:
    """The spans that have at least one code point in `[start, end)`."""
    for number, left, right in spans:
        if max(start, left) < min(end, right):
            yield Cover(right - left, number, max(start, left), min(end, right))
