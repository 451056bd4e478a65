"""The words of a claim."""

import re

from newsroom.text.lexicon import LISTED

WORD = re.compile(r"[^\W\d_]++(?:[’'-][^\W\d_]++)*+")
SIGN = re.compile(r"[\d$€£¥₹₴₽₩@+%]")


class Wording:
    """The words of a claim, looked at once.

    `listed` are those of any word list, in lower case; `signs` its figures and the signs that stand with them.
    """

    __slots__ = ("listed", "signs", "text", "words")

    def __init__(self, wording: str) -> None:
        self.text = wording
        self.words = WORD.findall(wording)
        self.listed = LISTED.intersection(map(str.lower, self.words))
        self.signs = frozenset(SIGN.findall(wording))
