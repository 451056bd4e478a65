"""What there is to check in a claim."""

import re

from newsroom.text import lexicon
from newsroom.text.checklists import CHECKLISTS
from newsroom.text.names import NOT_NAMES, UPPER
from newsroom.text.risks import FLAGS, RISK_ORDER, flags_of, risk_group, risk_rank
from newsroom.text.wording import Wording

__all__ = [
    "CHECKLISTS",
    "FLAGS",
    "KINDS",
    "RISK_ORDER",
    "Wording",
    "flags_of",
    "kinds_of",
    "risk_group",
    "risk_rank",
]

KINDS = (
    "name",
    "number",
    "money",
    "percentage",
    "date",
    "place",
    "quote",
    "paraphrase",
    "cause",
    "comparison",
    "superlative",
    "status",
    "description",
    "allegation",
)


DIGIT = re.compile(r"\d")
# These begin with a plain character class on purpose: so the engine leaps to what may be one.
YEAR = re.compile(
    r"\d(?<!\w.)(?:(?:(?<=1)[5-9]|(?<=2)0)\d\d(?:s|[-–/]\d\d(?:\d\d)?)?\b(?![.,]\d|%)"
    r"|\d?[:.]\d\d\b(?! ?%)|\d? ?[ap]\.?m\b)"
)
CURRENCY = frozenset("$€£¥₹₴₽₩")
PERCENT = re.compile(r"[%‰p](?:(?<!p)|(?<=\bp)er cent\b)")
PLACE = re.compile(
    rf"\W(?:in|near|outside|across|throughout|around|inside|at)\s(?:the\s)?(?:(?:north|south|east|west)(?:ern)?\s)?({UPPER}[\w-]*)"
)
EST = re.compile(r"est\b")

TRIGGERS: dict[str, tuple[str, ...]] = {}
for kind, words in (
    ("number", lexicon.NUMBERS),
    ("money", lexicon.MONEY),
    ("percentage", lexicon.PERCENT),
    ("date", lexicon.DATES),
    ("place", lexicon.PLACE_WORDS),
    ("cause", lexicon.CAUSES),
    ("comparison", lexicon.COMPARISONS),
    ("superlative", lexicon.SUPERLATIVES),
    ("status", lexicon.STATUSES),
    ("description", lexicon.DESCRIPTIONS),
    ("allegation", lexicon.ALLEGATIONS),
):
    for word in words:
        TRIGGERS[word] = (*TRIGGERS.get(word, ()), kind)
CALENDAR = lexicon.DAYS | lexicon.MONTHS


def kinds_of(wording: str | Wording, *, in_quote: bool = False, reported: bool = False) -> tuple[str, ...]:
    """The kinds that the words of a claim show, in the order of KINDS; at least one, a description if nothing else.

    `in_quote`: it holds words in quotation marks that somebody says; `reported`: it reports them in other words.
    """
    said = wording if isinstance(wording, Wording) else Wording(wording)
    found = {kind for word in said.listed for kind in TRIGGERS.get(word, ())}
    if said.signs:
        found |= figures(said)
    if not CALENDAR.isdisjoint(said.words):
        found.add("date")
    if "superlative" not in found and EST.search(said.text) and any(map(is_superlative, said.words)):
        found.add("superlative")
    capitals = [word for word in said.words[1:] if word[0].isupper()]
    if any(map(is_name, capitals)):
        found |= named(said)
    if in_quote:
        found.add("quote")
    if reported:
        found.add("paraphrase")
    return tuple([kind for kind in KINDS if kind in found]) if found else ("description",)


def figures(said: Wording) -> set[str]:
    """What its figures and signs are: numbers, percentages, sums of money, dates or times."""
    found = {"money"} if said.signs & CURRENCY else set()
    if not any(map(str.isdecimal, said.signs)):
        return found
    found.add("number")
    if PERCENT.search(said.text):
        found.add("percentage")
    if YEAR.search(said.text):
        found.add("date")
        if not DIGIT.search(YEAR.sub("", said.text)):
            found.discard("number")
    return found


def is_superlative(word: str) -> bool:
    return word.endswith("est") and len(word) > 5 and word.lower() not in lexicon.NOT_SUPERLATIVE


def is_name(capital: str) -> bool:
    return capital not in CALENDAR and capital.lower() not in NOT_NAMES


def named(said: Wording) -> set[str]:
    """What its capitals name: somebody, or some place; the first word alone does not count."""
    place = PLACE.search(" " + said.text)
    if (place and place.group(1) not in CALENDAR) or not lexicon.PLACES.isdisjoint(said.words):
        return {"name", "place"}
    return {"name"}
