"""A stretch of a text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsroom.text.made import made


class Span(NamedTuple):
    """`text[start:end]`, counted in code points, end exclusive."""

    start: int
    end: int


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; `start == end` when there is nothing else in it."""
    kept = text[start:end].rstrip()
    end = start + len(kept)
    return made(Span, (end - len(kept.lstrip()), end))


# More than this many code points are never all white space or dashes, for `blank`.
NEAR = 40


def blank(text: str, start: int, end: int) -> bool:
    """Whether nothing but white space and dashes stands between two places; looks at 40 code points at most."""
    return end - start <= NEAR and not text[start:end].strip(" \t\n\r\u00a0\u2009\u202f—–-")


def merged(spans: Iterable[Span]) -> list[Span]:
    """Sorted spans as the stretches that they make up together, apart from each other."""
    found: list[Span] = []
    for start, end in spans:
        if found and start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found


def apart(spans: Iterable[Span], others: Sequence[Span]) -> Iterator[Span]:
    """Those of the spans that share nothing with the others; both in order, the others apart from each other."""
    place = 0
    for span in spans:
        while place < len(others) and others[place].end <= span.start:
            place += 1
        if place == len(others) or others[place].start >= span.end:
            yield span
