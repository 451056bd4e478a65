"""Days, months, years and times as stories print them. The words are English, the figures anybody's."""

import re
from collections.abc import Iterator

from newsroom.text.lexicon import DAYS, MONTHS
from newsroom.text.listed import any_of, listed
from newsroom.text.spans import Span

# Words or short for one too: months only beside a figure, or behind a word such as “since”.
SHORT = listed("Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec")
WORDS_TOO = SHORT | {"May", "March"}
FEASTS = listed("Christmas Easter Thanksgiving Halloween Hanukkah Passover Pentecost Whitsun Ramadan Diwali")

MONTH = rf"(?:{any_of(MONTHS - SHORT)}|{any_of(SHORT)}\.?)(?!\w)"
SURE_MONTH = rf"{any_of(MONTHS - WORDS_TOO)}(?!\w)"
ALONE = r"(?![\w%]|[.,:]\d)"
DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?{ALONE}"
DAYS_OF = rf"{DAY}(?:(?: ?[–—/-] ?| (?:and|to|or) ){DAY})?"
YEAR = rf"(?:1[5-9]|20)\d\d(?:[–—/-](?:\d\d){{1,2}})?{ALONE}"
DECADE = r"(?:(?:1\d|20)\d0|[’']?[1-9]0)[’']?s\b"
CLOCK = (
    r"\d{1,2}(?:[.:]\d\d)?[ \u00a0]?[ap](?:\.m\.?|m\b)|(?:[01]?\d|2[0-3]):[0-5]\d(?![\w:])"
    r"|(?:half|quarter) (?:past|to) \w+|(?:five|ten|twenty(?:-five)?) past \w+"
    r"|(?:\d{1,2}|[a-z]{3,6}) o[’']clock\b|noon\b|midnight\b"
)
HOURS = r"(?:morning|afternoon|evening|night|lunchtime)s?\b"
SEASON = r"(?:spring|summer|autumn|winter|weekend)\b"
SPELL = rf"(?:{HOURS}|{SEASON}|(?:fortnight|week|month|quarter|year|decade|century)s?\b)"

# Where a figure is part of the date itself.
CALENDAR = re.compile(
    rf"(?<![\w.,:/$€£])(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./](?:\d\d){{1,2}}(?!\d)"
    rf"|{DAYS_OF}[ \u00a0](?:of )?{MONTH}(?:,? {YEAR})?|{MONTH}[ \u00a0]{DAYS_OF}(?:,? {YEAR})?"
    rf"|{MONTH},? (?:of )?{YEAR}"
    rf"|{CLOCK}|{DECADE}|\d{{1,2}}(?:st|nd|rd|th)[ -]centur(?:y|ies)\b|[’']\d\d{ALONE}|{YEAR})"
)
# Where it is not.
RELATIVE = re.compile(
    rf"(?<!\w)(?:{any_of(DAYS)}(?:s|[’']s)?(?!\w)(?: (?:early |late )?{HOURS})?|{SURE_MONTH}"
    rf"|(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)\b(?: {HOURS})?|overnight\b"
    rf"|(?:[\w-]{{1,12}} (?:hour|day|week|month|year|decade)s? |long )?ago\b"
    rf"|{any_of(FEASTS)}(?: (?:Day|Eve|Monday|Sunday))?(?!\w)|New Year(?:[’']s)?(?: (?:Day|Eve))?(?!\w)"
    rf"|(?:[Ll]ast|[Nn]ext|[Tt]his|past|previous|following|coming|same) {SPELL}"
    r"|[a-z-]{3,20}(?:th|st|nd|rd)[ -]century\b|(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b)"
)
BEHIND = re.compile(
    rf"\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|till|from|to|of|between|before|after|during|and|or|this|last|next|each|every"
    rf"|early|late|mid|previous|following)[ -](?:({MONTH})|(?:the |early |late )?({SEASON}))"
)


def calendar(text: str) -> Iterator[Span]:
    """Dates with figures in them, in order: days, years, decades, times of the clock."""
    return (Span(*match.span()) for match in CALENDAR.finditer(text))


def relative(text: str) -> Iterator[Span]:
    """Weekdays, months without a figure, feasts, seasons, and times told from today; some twice."""
    for match in RELATIVE.finditer(text):
        yield Span(*match.span())
    for match in BEHIND.finditer(text):
        yield Span(*match.span(match.lastindex or 0))
