"""Numbers in figures and in words, brought to one form: “1.2 million” says 1200000. English."""

import re
from collections.abc import Sequence
from decimal import Decimal

ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: number for number, word in enumerate(ONES.split())}
SMALL |= {word: 10 * number for number, word in enumerate(TENS.split(), 2)}
SCALES = {"hundred": 2, "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12}
SHORT = {"k": 3, "m": 6, "mn": 6, "bn": 9, "b": 9, "tn": 12}
NTH = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS = {word: f"{number}." for number, word in enumerate(NTH.split())}
# A unit or half of the day that may stand right behind a figure; “m” alone is a million.
TIED = re.compile(r"(\d[\d.,:]*)(km|kg|cm|mm|mg|g|ft|lb|mph|kph|kwh|kw|mw|gw|am|pm)")
FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([a-z]{1,2})?")


def number_at(keys: Sequence[str]) -> tuple[str, int]:
    """What the number that the keys begin with says, and how many keys it takes; ("", 0) if there is none."""
    word = keys[0]
    if word in ORDINALS:
        return ORDINALS[word], 1
    if word in SMALL:
        value, taken = Decimal(SMALL[word]), 1
        rest = [key for key in keys[1:3] if key != "-"][:1]
        if value >= 20 and rest and 0 < SMALL.get(rest[0], 0) < 10:
            value, taken = value + SMALL[rest[0]], 1 + keys.index(rest[0], 1)
    elif figure := FIGURE.fullmatch(word):
        if figure[2] and figure[2] not in SHORT:
            return figure[1].replace(",", "") + ("." if figure[2] in ("st", "nd", "rd", "th") else figure[2]), 1
        value, taken = Decimal(figure[1].replace(",", "")).scaleb(SHORT.get(figure[2] or "", 0)), 1
    else:
        return (word, 1) if word[0].isdecimal() else ("", 0)
    while taken < len(keys) and keys[taken] in SCALES:
        value, taken = value.scaleb(SCALES[keys[taken]]), taken + 1
    return f"{value.normalize():f}", taken
