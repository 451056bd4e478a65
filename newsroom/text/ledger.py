"""Which tokens of a story have been looked at.

A token is covered when all its words stand in spans that somebody looked at: marks, stops and white space around them
don't matter. A sentence is covered as soon as one word of it is, for what else there is to check in it are tokens of
their own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from newsroom.text.coverage import CLASSES, Token
from newsroom.text.spans import Span, merged

WORD = re.compile(r"\w")
START = attrgetter("start")


class Gap(NamedTuple):
    """A token that is not covered; `at` is where the first word of it begins that nobody has looked at."""

    start: int
    end: int
    kind: str
    at: int


class Tally(NamedTuple):
    """One class in a story: how many tokens there are, and those that are not covered, in text order."""

    all: int
    uncovered: list[Gap]

    @property
    def covered(self) -> int:
        return self.all - len(self.uncovered)


def ledger(text: str, tokens: Iterable[Token], spans: Iterable[Sequence[int]]) -> dict[str, Tally]:
    """For each of CLASSES its tokens in `text`, counted, and those that the `(start, end)` spans leave uncovered.

    O((n + m) log n) for n spans and m tokens; the text between spans is read once.
    """
    seen = stretched(text, spans)
    counted = dict.fromkeys(CLASSES, 0)
    uncovered: dict[str, list[Gap]] = {kind: [] for kind in CLASSES}
    for token in tokens:
        counted[token.kind] += 1
        at = unseen(text, token, seen)
        if at is not None:
            uncovered[token.kind].append(Gap(*token, at))
    return {kind: Tally(counted[kind], uncovered[kind]) for kind in CLASSES}


def stretched(text: str, spans: Iterable[Sequence[int]]) -> list[Span]:
    """The spans that hold words, merged, and each widened to the words on either side of it."""
    found: list[Span] = []
    for start, end in merged(sorted(Span(*span) for span in spans)):
        if not WORD.search(text, start, end):
            continue
        before = found[-1].end if found else 0
        while start > before and not WORD.match(text, start - 1):
            start -= 1
        after = WORD.search(text, end)
        end = after.start() if after else len(text)
        if found and start <= before:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
    return found


def unseen(text: str, token: Token, seen: Sequence[Span]) -> int | None:
    """Where the first word of a token begins that the stretched spans leave out; None when the token is covered."""
    place = bisect_right(seen, token.start, key=START)
    around = seen[place - 1] if place else Span(0, 0)
    if token.kind == "sentence":
        near = [around, *seen[place : place + 1]]
        if any(WORD.search(text, max(start, token.start), min(end, token.end)) for start, end in near):
            return None
    elif around.end >= token.end:
        return None
    first = WORD.search(text, max(token.start, around.end), token.end)
    return first.start() if first else None
