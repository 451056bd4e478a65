"""A stretch of a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]`, counted in code points, end exclusive."""

    start: int
    end: int


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; `start == end` when there is nothing else in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
