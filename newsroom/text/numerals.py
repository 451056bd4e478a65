"""Numbers in a text, in figures and in words. The words are English."""

import re
from collections.abc import Iterator

from newsroom.text.listed import any_of, listed
from newsroom.text.spans import Span

CARDINALS = listed(
    """zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
    hundreds thousands millions billions trillions tens dozen dozens bn mn"""
)
ORDINALS = listed(
    """third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
    seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth
    hundredth thousandth millionth thirds fourths fifths sixths sevenths eighths ninths tenths hundredths"""
)
TIMES = listed(
    """half halves quarter quarters twice thrice double doubled doubles doubling triple tripled triples tripling treble
    trebled quadruple quadrupled halved twofold threefold fourfold fivefold tenfold"""
)
# “One” counts nothing before these, and behind these it stands for somebody.
ONE = (
    r"(?<!\b[Nn]o )(?<!\b[Aa]ny )(?<!\b[Tt]he )(?<!\b[Tt]his )(?<!\b[Tt]hat )(?<!\b[Ee]ach )(?<!\b[Ww]hich )"
    r"(?<!\b[Ee]very )[Oo]ne(?=[ -](?!another|can|could|should|would|must|might|may|has|is|was|who|that|to|day\b)\w)"
)
SECOND = r"(?<!\ba )(?<!\bper )(?<!\beach )(?<!\b[Ee]very )(?<!split[ -])[Ss]econd(?= \w)"
SEVERAL = r"(?:couple|scores|pair|handful)(?= of)"
WORD = rf"(?:(?:(?i:{any_of(CARDINALS | ORDINALS | TIMES)})|{SEVERAL})\b|{ONE}\b|{SECOND}\b)"
# Between the digits of one number or of a range, a score or a code.
INSIDE = r"[.,:/’'\u00a0\u2009\u202f–-]"
FIGURE = rf"[$€£¥₹₴₽₩]?\d(?<![^\W\d]\d)\d*+(?:{INSIDE}\d++){{0,12}}+(?:st|nd|rd|th|m|bn|k)?"
PERCENT = r"(?: ?[%‰½¼¾⅓⅔⅛]| per ?cent\b)?"
NUMBER = re.compile(
    rf"(?:(?<!\w){WORD}|{FIGURE}|[½¼¾⅓⅔⅛]|(?<!\w)[$€£](?=\d))"
    rf"(?:(?:[ \u00a0-]|(?<=hundred) and |(?<=thousand) and | and a (?=half|quarter)| point ){WORD}){{0,9}}+{PERCENT}"
)


def numbers(text: str) -> Iterator[Span]:
    """Every number, in order: “1.2 million”, “£4.50”, “10–12”, “two thirds”, “twenty-one”, “40 per cent”, “tripled”."""
    return (Span(*match.span()) for match in NUMBER.finditer(text))
