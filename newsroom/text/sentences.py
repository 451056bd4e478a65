"""Sentences, with quotation marks paired first.

Every terminator followed by white space is a candidate; what stands on either side decides. The clause that says who
speaks stays with the words it follows: “Are you sure?” Ms. Grant asked.
"""

import re
from collections.abc import Iterator, Sequence

from newsroom.text.abbreviations import BEFORE_FIGURES, DAYS, EITHER, STARTERS, TITLES
from newsroom.text.marks import Stretch, stretches
from newsroom.text.spans import Span, blank, trimmed
from newsroom.text.verbs import ATTRIBUTION

# Inside a quotation both parts must be this long (code points), so that “No. Never.” stays whole.
PART = 20

# It begins with a plain character class on purpose: so the engine leaps from stop to stop.
CANDIDATE = re.compile(
    r"[\n.!?…‽؟。！？।॥](?<![.!?…‽؟][.!?…‽؟])(?:"
    r"(?<=\n)(?:[^\S\n]*\n\s*|(?=[-–—•*·●▪◦]\s))"
    r"|(?<=[.!?…‽؟])(?:[^\S\n]?[.!?…‽؟]){0,9}+[.!?…‽؟]*+[\])}\"”’»›'“]*+\s+"
    r"|(?<=[。！？])[」』）”]*\s*"
    r"|(?<=[।॥])\s*)"
)
TOKEN = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+\Z")
BEHIND = 24
NEXT = re.compile(r"[\s\"“„‘«»'(\[{–—-]*([^\W_]+(?:[’'][^\W_]+)?)?")
OPENERS = frozenset("\"“„‘«»'(「『[{")
ITEM = re.compile(r"(?:\A|\s)(?:[^\W\d_]+ )?[0-9IVXivx]{1,4}\Z")


def sentences(text: str, marked: Sequence[Stretch] | None = None) -> list[Span]:
    """The sentences of a text, trimmed of white space, in order. Offsets in code points.

    A blank line always ends one. `marked` are the stretches in quotation marks if they are known already.
    """
    pairs = [pair for pair in (stretches(text) if marked is None else marked) if pair.depth == 0]
    found: list[Span] = []
    start = 0
    for end in boundaries(text, pairs):
        span = trimmed(text, start, end)
        if span.start < span.end:
            found.append(span)
        start = end
    return found


def boundaries(text: str, pairs: Sequence[Stretch]) -> Iterator[int]:
    """Where a sentence ends, the white space behind it included; at last the end of the text."""
    start = place = 0
    for match in CANDIDATE.finditer(text):
        at, after = match.span()
        sign = text[at]
        while place < len(pairs) and pairs[place].end <= at:
            place += 1
        inside = pairs[place] if place < len(pairs) and pairs[place].start < at else None
        if sign == "\n" or ends(text, start, match, inside):
            yield after
            start = after
    yield len(text)


def ends(text: str, start: int, match: re.Match[str], inside: Stretch | None) -> bool:
    """Whether the terminator ends the sentence that began at `start`."""
    at, after = match.span()
    if after == len(text):
        return True
    sign = text[at]
    if sign in "。！？।॥":
        return inside is None or inside.end <= after
    if inside and after < inside.end and (at - max(start, inside.start) < PART or inside.end - after < PART):
        return False
    following = text[after]
    if following.islower() or following in ",;:)]}&%/=+–—-":
        return False
    if sign == ".":
        return match[0].rstrip() != "." or not stops_short(text, start, at, after)
    first = inside is not None and sign in "?!…" and blank(text, start, inside.start)
    return not (first and ATTRIBUTION.match(text, after, after + 120))


def stops_short(text: str, start: int, at: int, after: int) -> bool:
    """Whether the full stop at `at` belongs to an abbreviation, an initial or an item's number.

    `after` is where the text goes on behind it.
    """
    low = max(start, at - BEHIND)
    token = TOKEN.search(text, max(low, text.rfind(" ", low, at)), at)
    if token is None:
        return False
    word = token.group()
    lower = word.lower()
    following = text[after]
    if following.isdigit():
        return lower in BEFORE_FIGURES or lower in TITLES
    if (len(word) == 1 and word.isupper()) or "." in word or lower in EITHER:
        return not starts(text, after, word, lower)
    if lower in TITLES and (word[0].isupper() or lower not in {"no", "ed", "art", "est", "ex", "ing", "par"}):
        return lower not in {"no", "st"} or not starts(text, after, word, lower)
    return word[0].isdigit() and bool(ITEM.fullmatch(text, start, at))


def starts(text: str, after: int, word: str, lower: str) -> bool:
    """Whether the words behind an abbreviation begin a sentence rather than go on with a name."""
    match = NEXT.match(text, after, after + 40)
    upcoming = (match.group(1) or "") if match else ""
    if lower in {"a.m", "p.m", "am", "pm"}:
        return upcoming.lower() not in DAYS
    if text[after] in OPENERS:
        return bool(upcoming) and upcoming[0].isupper() and len(word) > 1
    return upcoming.lower() in STARTERS and len(upcoming) + len(word) > 2
