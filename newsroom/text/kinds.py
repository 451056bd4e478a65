"""What there is to check in a claim."""

import re

from newsroom.text import lexicon
from newsroom.text.names import NOT_NAMES, UPPER

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

FLAGS = ("legal", "privacy", "minor", "safety")

CHECKLISTS: dict[str, tuple[str, ...]] = {
    "name": (
        "Is it spelled as the person or body spells it?",
        "Is it the right one of that name, and is the first name given once?",
        "Does the title or post belong to it on the day of publication?",
    ),
    "number": (
        "What document has the figure, and who counted?",
        "Does the unit, the scale (thousand, million) and the period agree with it?",
        "Does it agree with the same figure elsewhere in the story, the headline and the captions?",
    ),
    "money": (
        "Is the currency named, and right?",
        "Is it a total or a yearly sum, before or after tax, spent or only promised?",
        "If it was converted: at which day's rate?",
    ),
    "percentage": (
        "Per cent of what? Is the base given?",
        "Per cent or percentage points?",
        "Does the sum come out when you do it again?",
    ),
    "date": (
        "Do the weekday and the date belong together?",
        "Will “today”, “last week” and “this year” still be right on the day of publication?",
        "Does the order of events hold against the other dates in the story?",
    ),
    "place": (
        "Is it spelled as on the map, and in the right district or country?",
        "Did it happen in this place, or was it only announced there?",
        "Do distances and directions hold on a map?",
    ),
    "quote": (
        "Are these the words on the recording, in the transcript or in the notes?",
        "Did this person say them, and to whom, where and when?",
        "Is the meaning the same with the sentences before and after it?",
        "If it was translated or cut: where is the original?",
    ),
    "paraphrase": (
        "Would the person know the thought as their own?",
        "Is anything stronger or weaker than what was said?",
        "Is what the person states as fact also true?",
    ),
    "cause": (
        "Who says that one led to the other?",
        "Could it be mere coincidence, or a third thing behind both?",
        "Did the cause come before the effect?",
    ),
    "comparison": (
        "Are like things compared: same period, same unit, same method?",
        "Does the difference come out when you work it out again?",
    ),
    "superlative": (
        "First, largest, only: among what, where and since when?",
        "Who keeps the list, and is there a rival for the title?",
        "Did “never” or “always” get a search for the one exception?",
    ),
    "status": (
        "Is it still so on the day of publication?",
        "Who can confirm it today: the register, the body itself, the person?",
    ),
    "description": (
        "Who saw it: the reporter, a picture, a witness?",
        "Is there a picture, a recording or a second witness?",
    ),
    "allegation": (
        "Who makes it, and in what paper or proceeding does it stand?",
        "Was the person accused asked, with time to answer, and is the answer in the story?",
        "Is the stage right: suspected, charged, tried, convicted, appealed?",
        "Has the lawyer read these words?",
    ),
}


WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
DIGIT = re.compile(r"\d")
SIGN = re.compile(r"[\d$€£¥₹₴₽₩@+%]")
YEAR = re.compile(
    r"\b(?:1[5-9]|20)\d\d(?:s|[-–/]\d\d(?:\d\d)?)?\b(?![.,]\d|%)|\b\d{1,2}[:.]\d\d\b(?! ?%)|\b\d{1,2} ?[ap]\.?m\b"
)
CURRENCY = frozenset("$€£¥₹₴₽₩")
PERCENT = re.compile(r"%|\bper cent\b|‰")
PLACE = re.compile(
    rf"\b(?:in|near|outside|across|throughout|around|inside|at)\s(?:the\s)?(?:(?:north|south|east|west)(?:ern)?\s)?({UPPER}[\w-]*)"
)
EST = re.compile(r"est\b")
AGE = re.compile(r"\b(?:1[0-7]|[1-9])-year-olds?\b|\baged? (?:1[0-7]|[1-9])\b")
PRIVATE = re.compile(r"@\w+\.\w|\+\d[\d ]{7,}")

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
TRIGGERING = frozenset(TRIGGERS)
CALENDAR = lexicon.DAYS | lexicon.MONTHS
RISKS = {"legal": lexicon.ALLEGATIONS, "privacy": lexicon.PRIVACY, "minor": lexicon.MINORS, "safety": lexicon.SAFETY}
RISKY = frozenset[str]().union(*RISKS.values())


class Wording:
    """The words of a claim, looked at once."""

    def __init__(self, wording: str) -> None:
        self.text = wording
        self.words = WORD.findall(wording)
        self.lower = set(map(str.lower, self.words))
        self.signs = set(SIGN.findall(wording))


def kinds_of(wording: str | Wording, *, in_quote: bool = False, reported: bool = False) -> tuple[str, ...]:
    """The kinds that the words of a claim show, in the order of KINDS; at least one, a description if nothing else.

    `in_quote`: it holds words in quotation marks that somebody says; `reported`: it reports them in other words.
    """
    said = wording if isinstance(wording, Wording) else Wording(wording)
    found = {kind for word in said.lower & TRIGGERING for kind in TRIGGERS[word]}
    if said.signs:
        found |= figures(said)
    if not CALENDAR.isdisjoint(said.words):
        found.add("date")
    if "superlative" not in found and EST.search(said.text) and any(map(is_superlative, said.words)):
        found.add("superlative")
    found |= capitalised(said)
    if in_quote:
        found.add("quote")
    if reported:
        found.add("paraphrase")
    return tuple(kind for kind in KINDS if kind in found) or ("description",)


def figures(said: Wording) -> set[str]:
    """What its figures and signs are: numbers, percentages, sums of money, dates or times."""
    found = {"money"} if said.signs & CURRENCY else set()
    if not DIGIT.search(said.text):
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


def capitalised(said: Wording) -> set[str]:
    """Whether its capitals name somebody or some place; the first word alone does not count."""
    names = (word for word in said.words[1:] if word[0].isupper() and word not in CALENDAR)
    if not any(word.lower() not in NOT_NAMES for word in names):
        return set()
    place = PLACE.search(said.text)
    if (place and place.group(1) not in CALENDAR) or not lexicon.PLACES.isdisjoint(said.words):
        return {"name", "place"}
    return {"name"}


def flags_of(wording: str | Wording) -> tuple[str, ...]:
    """The risks that the words of a claim show, in the order of FLAGS."""
    said = wording if isinstance(wording, Wording) else Wording(wording)
    found = said.lower & RISKY
    risks = {flag for flag, words in RISKS.items() if found & words} if found else set()
    if said.signs and AGE.search(said.text):
        risks.add("minor")
    if said.signs and PRIVATE.search(said.text):
        risks.add("privacy")
    if not risks:
        return ()
    return tuple(flag for flag in FLAGS if flag in risks)
