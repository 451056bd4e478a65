"""What a figure is by itself: a sum of money, a percentage, a date or time, or a plain number."""

import re

CURRENCY = frozenset("$€£¥₹₴₽₩")
CENTURIES = frozenset(["15", "16", "17", "18", "19", "20"])
YEAR = re.compile(r"\d{4}(?:s|[–/-]\d\d(?:\d\d)?)?\Z")
CLOCK = re.compile(r"\d{1,2}:\d\d|\d{1,2}(?:[.:]\d\d)?[ap]m\Z")
YOUNG = re.compile(r"(?:1[0-7]|[1-9])-year")


def figure_kind(printed: str) -> str:
    """The kind of one figure, its sign and what is glued to it included: “£4.50”, “58.3%”, “1990s”, “2am”, “1,204”."""
    if printed[0] in CURRENCY:
        return "money"
    if printed[-1] in "%‰":
        return "percentage"
    if (printed[:2] in CENTURIES and YEAR.match(printed)) or CLOCK.match(printed):
        return "date"
    return "number"


def is_young(printed: str) -> bool:
    """Whether it is the age of a minor: “14-year-old”."""
    return YOUNG.match(printed) is not None
