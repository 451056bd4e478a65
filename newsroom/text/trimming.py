"""A part of a sentence without the words that do not carry its fact."""

import re

from newsroom.text.abbreviations import EITHER
from newsroom.text.listed import listed
from newsroom.text.memo import Memo

# What may open a sentence without being part of its fact, and how it looks with what belongs to it.
OPENERS = listed("But And Yet So Still Also Plus Or However Meanwhile Moreover Nevertheless Instead Now Then")
OPENING = frozenset([*OPENERS, *(f"{word}," for word in OPENERS)])
OPENER = re.compile(r"\w+,?\s(?!far\b|long\b)")
# NAME: before what somebody says in a transcript.
LABEL = re.compile(r"[A-Z][A-Z.’' -]{1,40}:\s")
# A part is left alone where so little would be left of it (code points).
LEAST = 8


def behind_opening(text: str, start: int, end: int, chunk: str) -> int:
    """Where a sentence begins behind “But”, or the name before a transcript’s line; `chunk` is its first."""
    pattern = OPENED[chunk]
    match = pattern.match(text, start, end) if pattern else None
    return match.end() if match and end - match.end() > LEAST else start


def opened(chunk: str) -> re.Pattern[str] | None:
    """How what a sentence opens with may look, by its first chunk."""
    if chunk in OPENING:
        return OPENER
    return LABEL if chunk.isupper() and len(chunk) > 1 else None


def stopped(chunk: str) -> int:
    """How many code points of the last chunk of a sentence are a full stop that does not belong to it: one or none."""
    return int(chunk[-1] == "." and chunk != "." and not keeps_stop(chunk[:-1]))


def keeps_stop(word: str) -> bool:
    """Whether the full stop behind a word belongs to it: U.S., Inc., Plan B."""
    if word.isalpha() and len(word) > 1:
        return word == "etc" or (word[0].isupper() and word.lower() in EITHER)
    return (len(word) == 1 and word.isupper()) or ("." in word and word[-1:].isalpha() and word[:1].isalpha())


OPENED = Memo(opened)
STOPPED = Memo(stopped)
