"""Sentences, with quotation marks paired first.

Every terminator followed by white space is a candidate; what stands on either side decides. The clause that says who
speaks stays with the words it follows: “Are you sure?” Ms. Grant asked.
"""

import re
from collections.abc import Iterator, Sequence

from newsroom.text.attributions import attributed, attributed_behind_corner
from newsroom.text.marks import Stretch, stretches
from newsroom.text.names import UPPER
from newsroom.text.spans import Span, blank, trimmed
from newsroom.text.stops import is_marked_name, stops_short

# Inside a quotation each part has this many spaces at least, so that “No. Never.” stays whole.
PART = 2
# So far (code points) they are looked for.
NEAR = 80

# It begins with a plain character class on purpose: so the engine leaps from stop to stop.
CANDIDATE = re.compile(
    r"[\n.!?…‽؟。！？।॥](?<![.!?…‽؟][.!?…‽؟])(?:"
    r"(?<=\n)(?:[^\S\n]*\n\s*|(?=(?:[-–—•*·●▪◦‣]|[0-9]{1,2}[.)])\s))"
    r"|(?<=[.!?…‽؟])(?:[^\S\n]?[.!?…‽؟]){0,9}+[.!?…‽؟]*+[\])}\"”’»›'“]*+(?:[ \u00a0\u202f]»)?\s+"
    r"|(?<=[。！？])[」』）”]*\s*"
    r"|(?<=[।॥])\s*)"
)
DIALOGUE = re.compile(rf"[–—-]\s{UPPER}")
# After an ellipsis “I” with its capital begins nothing.
GOES_ON = re.compile(r"I\b")


def sentences(text: str, marked: Sequence[Stretch] | None = None) -> list[Span]:
    """The sentences of a text, trimmed of white space, in order. Offsets in code points.

    A blank line always ends one. `marked` are the stretches in quotation marks if they are known already.
    """
    pairs = [pair for pair in (stretches(text) if marked is None else marked) if pair.depth == 0]
    found: list[Span] = []
    start = 0
    for end in boundaries(text, pairs):
        span = trimmed(text, start, end)
        if span[0] < span[1]:
            found.append(span)
        start = end
    return found


def boundaries(text: str, pairs: Sequence[Stretch]) -> Iterator[int]:
    """Where a sentence ends, the white space behind it included; at last the end of the text."""
    start, whole = 0, len(text)
    coming = iter(pairs)
    pair = next(coming, None)
    low, high = (pair.start, pair.end) if pair else (whole, whole)
    for match in CANDIDATE.finditer(text):
        at, after = match.span()
        while high <= at:
            pair = next(coming, None)
            low, high = (pair.start, pair.end) if pair else (whole, whole)
        if text[at] == "\n" or ends(text, start, match, at, after, pair if low < at else None):
            yield after
            start = after
    yield whole


def ends(text: str, start: int, match: re.Match[str], at: int, after: int, inside: Stretch | None) -> bool:
    """Whether the terminator from `at` to `after` ends the sentence that began at `start`."""
    if after == len(text):
        return True
    sign = text[at]
    if sign in "。！？।॥":
        if inside is None or inside.end > after:
            return inside is None
        return inside.end != after or not attributed_behind_corner(text, after)
    if inside and after < inside.end and not both_say(text, max(start, inside.start), at, after, inside.end):
        return False
    following = text[after]
    if not following.isupper():
        if following.islower() or following in ",;:)]}&%/=+":
            return False
        if following in "-–—":
            return text[start] in "-–—" and DIALOGUE.match(text, after) is not None
    if sign == ".":
        # Two code points are the full stop and a space.
        return (after - at > 2 and match[0].rstrip() != ".") or not stops_short(text, start, at, after)
    if sign == "…" and GOES_ON.match(text, after):
        return False
    if inside is not None and sign in "?!…" and blank(text, start, inside.start):
        return not attributed(text, after)
    return match[0].rstrip() != sign or not is_marked_name(text, start, at, after)


def both_say(text: str, low: int, at: int, after: int, high: int) -> bool:
    """Whether the parts of a quotation before and behind a terminator have three words or more each."""
    return text.count(" ", max(low, at - NEAR), at) >= PART and text.count(" ", after, min(high, after + NEAR)) >= PART
