"""Quotations: which words stand in marks, who says them, and how sure that is."""

from collections.abc import Sequence

from newsroom.text.marks import Stretch, stretches
from newsroom.text.quotes.gather import gather
from newsroom.text.quotes.quote import Quote
from newsroom.text.sentences import sentences
from newsroom.text.spans import Span

__all__ = ["Quote", "quotes"]


def quotes(text: str, marked: Sequence[Stretch] | None = None, found: Sequence[Span] | None = None) -> list[Quote]:
    """The quotations in a text, in order. Offsets in code points.

    `marked` and `found` are its stretches in marks and its sentences, if they are known already.
    """
    pairs = stretches(text) if marked is None else marked
    return gather(text, pairs, sentences(text, pairs) if found is None else found)
