"""The words of a claim."""

import re

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
SIGN = re.compile(r"[\d$€£¥₹₴₽₩@+%]")


class Wording:
    """The words of a claim, looked at once."""

    def __init__(self, wording: str) -> None:
        self.text = wording
        self.words = WORD.findall(wording)
        self.lower = set(map(str.lower, self.words))
        self.signs = set(SIGN.findall(wording))
