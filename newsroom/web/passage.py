"""A few sentences word by word, for choosing the first and the last word of a claim."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from newsroom.models import Claim
from newsroom.text.sentences import sentences

# Runs without white space; Chinese and Japanese letters, which no spaces part, one by one.
LETTER = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{LETTER}]|[^\s{LETTER}]+")


class Piece(NamedTuple):
    """A word, or what stands between two words: `text` is `draft.text[start:end]`; `on` when it is chosen."""

    start: int
    end: int
    text: str
    on: bool
    word: bool


def passage(text: str, start: int, end: int, *, chosen: tuple[int, int], edges: Sequence[int] = ()) -> dict[str, Any]:
    """`text[start:end]` as pieces, those of them that are words, and where the first and last chosen one begin and end.

    A word with one of the `edges` in it, behind a quotation mark or before a full stop, is parted there.
    """
    spans = {match.span() for match in WORD.finditer(text, start, end)}
    cuts = {at for span in spans for at in span} | {start, end} | {at for at in edges if start < at < end}
    pieces = []
    for left, right in pairwise(sorted(cuts)):
        said, on = text[left:right], chosen[0] <= left and right <= chosen[1]
        pieces.append(Piece(left, right, said, on, any(map(str.isalnum, said)) or (left, right) in spans))
    words = [piece for piece in pieces if piece.word]
    lit = [piece for piece in words if piece.on]
    edge = {"first": lit[0].start, "last": lit[-1].end} if lit else {"first": None, "last": None}
    return {"pieces": pieces, "words": words, **edge}


def around(claim: Claim, *, chosen: tuple[int, int] | None = None) -> dict[str, Any]:
    """From the sentence before a claim to the one after it; chosen are the claim's own words, or other ones."""
    text, start, end = claim.draft.text, claim.start or 0, claim.end or 0
    found = sentences(text)
    touching = [i for i, (s, e) in enumerate(found) if s < end and e > start] or [0]
    left, right = found[max(0, touching[0] - 1)].start, found[min(len(found) - 1, touching[-1] + 1)].end
    return passage(text, left, right, chosen=chosen or (start, end), edges=(start, end))
