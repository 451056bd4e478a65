"""Single marks: which open and close a quotation, and which are apostrophes."""

import re
from collections.abc import Sequence
from typing import NamedTuple

STOPS = frozenset(",.;:!?…)]}—–-/\"”»’'“")
SINGLE = frozenset("‘’'‚‛")
APOSTROPHES = frozenset("’'")
# A leading apostrophe that stands for left-out letters or figures: ’08, ’90s, ’n’, ’em, ’tis …
ELISION = re.compile(
    r"['’](?:\d\ds?\b|n['’](?!\w)|(?:tis|twas|em|til|till|cause|bout|round|cos|twere|neath|n|un|s)\b)", re.IGNORECASE
)
# A word that may end in an apostrophe: workers’, dancin’, o’, ol’.
CLIPPED = re.compile(r"(?:[sz]|\win|\b(?:o|ol|th|an|lil|po|mo|wi|d|l|qu|n))\Z", re.IGNORECASE)


class Mark(NamedTuple):
    """One mark in a paragraph and what its neighbours say about it."""

    position: int
    sign: str
    opens: bool
    closes: bool


def single_closers(text: str, marks: Sequence[Mark]) -> dict[int, int]:
    """For each single mark that opens a quotation, by place: the place of the mark that closes it.

    Among the marks up to the next opening one the first sure closer is taken, else the first that could as well
    be an apostrophe (workers’).
    """
    pairs: dict[int, int] = {}
    opener = weak = -1
    for place, mark in enumerate(marks):
        if mark.sign not in SINGLE:
            continue
        if opens_single(text, mark):
            if opener >= 0 and weak >= 0:
                pairs[opener] = weak
            opener, weak = place, -1
        elif opener >= 0 and mark.closes and mark.sign in "'’":
            if is_sure(text, mark):
                pairs[opener] = place
                opener = weak = -1
            elif weak < 0:
                weak = place
    if opener >= 0 and weak >= 0:
        pairs[opener] = weak
    return pairs


def opens_single(text: str, mark: Mark) -> bool:
    if mark.sign == "’" or not mark.opens:
        return False
    return mark.sign != "'" or not ELISION.match(text, mark.position)


def is_sure(text: str, mark: Mark) -> bool:
    """Whether a single mark that could close is no apostrophe at a word's end."""
    before, after = text[mark.position - 1], text[mark.position + 1 : mark.position + 2]
    if not before.isalnum():
        return True
    if before.isdigit():
        return False
    return after in STOPS or not CLIPPED.search(text, max(0, mark.position - 4), mark.position)
