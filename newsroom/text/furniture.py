"""Sentences that say nothing to check: questions, calls to the reader, bylines, labels, headings without a fact."""

import re
from collections.abc import Sequence

from newsroom.text.lexicon import VERBS
from newsroom.text.listed import any_of, listed
from newsroom.text.names import UPPER
from newsroom.text.quotes.quote import Quote
from newsroom.text.spans import Span

LABELS = (
    r"read (?:more|also|next|the (?:rest|full))|see also|related|advertisement|sponsored|subscribe|sign up|click here",
    r"tap here|share this|follow (?:us|me|him|her|@)|watch(?: (?:the|a|this|below|it)|:)|listen(?: to|:)",
    r"photo(?:graph)?s?:|image:|picture:|video:|file photo|getty images|copyright|©|all rights reserved",
    r"editor[’']s note:|correction:|update:|updated|published|last modified|with (?:reporting|files) (?:by|from)",
    r"(?:additional )?reporting by|editing by|compiled by|(?:posted|written) by|contact (?:us|the)|download",
    r"comments?\b|tags?:|topics?:|source:|more:|e-?mail\b",
    r"this (?:story|article|post) (?:has been|was) (?:updated|corrected)",
)
FURNITURE = re.compile("|".join(LABELS), re.IGNORECASE)
BYLINE = re.compile(
    rf"(?:[Bb]y|BY|[Ff]rom)\s(?:{UPPER}[\w.’'-]*)(?:(?:\s|,\s|\sand\s)(?:{UPPER}[\w.’'-]*|in|of|for))*\W*"
)
CALLS = listed(
    """Read See Click Watch Visit Consider Remember Imagine Note Take Sign Follow Listen Look Think Ask Try Stop Join
    Send Write Share Learn Find Get Check Enter Enjoy Scroll Subscribe Vote Help Keep Never Make Tell Give Go Come
    Call Use Stay Wait"""
)
IMPERATIVE = re.compile(
    rf"(?:Please|Don[’']t|Do\snot|Let[’']s|Let\sus|{any_of(CALLS)})\s"
    rf"(?!(?:{UPPER}|said\b|is\b|was\b|\w+ed\b|\w+ing\sis\b))"
)
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
FEW = re.compile(r"\w+\W+\w+\W+\w+")
DIGIT = re.compile(r"\d")
CLOSERS = "\"”’»“')] "
# What a heading does not end with.
ENDS = frozenset(".!…。！:;,")
# A line longer than this is never a heading.
HEADING = 120


def says_something(text: str, sentence: Span, quotes: Sequence[Quote], *, first: bool) -> bool:
    """Whether there is something to check in a sentence of `text`; `quotes` are those that share words with it.

    `first`: it is the first of the text, whose headline is taken to state a fact even without a verb we know.
    """
    start, end = sentence
    speech = [quote for quote in quotes if quote.marked and not quote.doubtful]
    if not FEW.search(text, start, min(end, start + 400)):
        return bool(speech) and any(quote.speaker_mention for quote in speech)
    if FURNITURE.match(text, start, end) or BYLINE.fullmatch(text, start, min(end, start + 200)):
        return False
    if text[max(start, end - 6) : end].rstrip(CLOSERS).endswith(("?", "？", "؟")):
        inside = any(quote.marked[0].start <= start and end <= quote.marked[-1].end for quote in speech)
        return bool(speech) and not inside and not opens_with(speech, start)
    if not speech and IMPERATIVE.match(text, start, end):
        return False
    return first or not is_heading(text, start, end) or states(text, start, end)


def opens_with(speech: Sequence[Quote], start: int) -> bool:
    return bool(speech) and speech[0].marked[0].start == start and speech[0].cue == ""


def is_heading(text: str, start: int, end: int) -> bool:
    """A short block of its own without a sentence's end."""
    if end - start > HEADING or text[end - 1] in ENDS or text[max(start, end - 4) : end].rstrip(CLOSERS)[-1:] in ENDS:
        return False
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    return before in ("", "\n\n") and behind in ("", "\n\n")


def states(text: str, start: int, end: int) -> bool:
    """Whether a heading states a fact: three words or more with a figure, or four with a verb we know."""
    words = [word.lower() for word in WORD.findall(text, start, end)]
    if DIGIT.search(text, start, end):
        return len(words) >= 3
    return len(words) >= 4 and not VERBS.isdisjoint(words)
