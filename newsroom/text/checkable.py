"""Sentences that are opinion or atmosphere through and through: nothing in them can be looked up."""

import re

from newsroom.text.opinion import opinion
from newsroom.text.signals import BIT, FACT

# Whatever shows one of these says something to check, however it is said.
CHECKED = FACT | sum(
    BIT[name] for name in ("name", "place", "status", "allegation", "cause", "privacy", "minor", "safety")
)
LOADED = BIT["loaded"]
# Words are read no further than this for opinion (code points).
LONGEST = 2000
FEELING = re.compile(
    r"\W*(?:(?:And|But|So|Yet) )?"
    r"(?:(?:It|This|That|These|Those)(?:[’']s| is| was| are| were) (?:an?|all|so|too|very)\b"
    r"|(?:I|We)(?:[’'](?:m|d|ll|re|ve))?(?: \w+ly)? (?:am|was|were|are|feel|felt|think|thought|believed?|hoped?|wish"
    r"|loved?|hated?|mourn|fear|know|knew|wanted|want|liked?|wonder|suspect|regret|miss|missed|should|must)\b)"
)
GUESSING = re.compile(r"\b(?:perhaps|maybe|may|might|must|should|would(?! not)|could|ought|deserves?)\b", re.IGNORECASE)


def is_checkable(words: str, shows: int) -> bool:
    """Whether a claim's words, whose bits are `shows`, can be true or false at all."""
    if shows & CHECKED:
        return True
    if shows & LOADED and opinion(words[:LONGEST]):
        return True
    return not (FEELING.match(words) or GUESSING.search(words))
