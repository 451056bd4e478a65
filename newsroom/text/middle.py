"""What differs between two wordings, without the words that both begin and end with."""

import re
from typing import NamedTuple

WORDS = re.compile(r"\s*\S+|\s+$")


class Change(NamedTuple):
    """`before + old + after` is the old wording, `before + new + after` the new one; only whole words are shared."""

    before: str
    old: str
    new: str
    after: str


def change(old: str, new: str) -> Change:
    """The shortest stretch of words that turns one wording into the other."""
    was, now = WORDS.findall(old), WORDS.findall(new)
    most = min(len(was), len(now))
    start = next((n for n in range(most) if was[n] != now[n]), most)
    left = most - start
    end = next((n for n in range(left) if was[-1 - n] != now[-1 - n]), left)
    cut = slice(start, len(was) - end), slice(start, len(now) - end)
    after = "".join(was[len(was) - end :])
    return Change("".join(was[:start]), "".join(was[cut[0]]), "".join(now[cut[1]]), after)
