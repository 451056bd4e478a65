"""A story taken apart: its sentences, its quotes with their speakers, and what there is to check. Proposals only."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from newsroom.text.claims import Claim, claims
from newsroom.text.marks import stretches
from newsroom.text.quotes import Quote, quotes
from newsroom.text.sentences import sentences
from newsroom.text.spans import Span

__all__ = ["Breakdown", "Claim", "Quote", "breakdown"]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What was found in a text, each in text order; offsets are code points of the text given."""

    sentences: tuple[Span, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]


def breakdown(text: str, *, language: str = "en") -> Breakdown:
    """Sentences, quotes and claims of any text, canonical or not. Never raises; the same text gives the same answer.

    The word lists are English: for another `language` (a BCP 47 tag) no opinion is hinted at.
    """
    english = language.lower().partition("-")[0] in ("en", "")
    with no_sweeps():
        marked = stretches(text)
        found = sentences(text, marked)
        said = quotes(text, marked, found)
        return Breakdown(tuple(found), tuple(said), tuple(claims(text, found, said, english=english)))


@contextmanager
def no_sweeps() -> Iterator[None]:
    """Hold Python's search for reference cycles meanwhile.

    A long text becomes millions of small tuples, none of them in a cycle; looking through all of them again and again
    would take a third of the time.
    """
    held = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()
