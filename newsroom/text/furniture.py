"""Sentences that say nothing to check: questions, calls to the reader, bylines, labels, headings without a fact."""

import re
from collections.abc import Sequence

from newsroom.text.lexicon import VERBS
from newsroom.text.listed import listed
from newsroom.text.memo import Memo
from newsroom.text.names import UPPER
from newsroom.text.quotes.quote import Quote
from newsroom.text.spans import Span

LABELS = (
    r"read (?:more|also|next|on\b|the (?:rest|full))|see also|related|advertisement|sponsored|subscribe|sign up",
    r"click here|tap here|share this|follow (?:us|me|him|her|@)|watch(?: (?:the|a|this|below|it)|:)|listen(?: to|:)",
    r"photo(?:graph)?s?:|image:|picture:|video:|file photo|getty images|copyright|©|all rights reserved",
    r"editor[’']s note:|correction|clarification|update:|updated|published|last modified",
    r"with (?:reporting|files) (?:by|from)",
    r"(?:additional )?reporting by|editing by|compiled by|(?:posted|written|reviewed) by|contact (?:us|the)|download",
    r"comments?\b|tags?:|topics?:|source:|more:|e-?mail\b|call (?:the|our|us)\b|the full (?:results?|list|text):",
    r"(?:an? (?:earlier|previous) version of )?this (?:story|article|post|report|interview|conversation|column|list)"
    r" (?:has been|was|will be|first|mis\w+|incorrectly|wrongly|gave|said)\b",
    r"how [^.]{3,80}: |(?:what|who) (?:we|you) (?:know|need)\b",
)
FURNITURE = re.compile("|".join(LABELS), re.IGNORECASE)
LABELLING = listed(
    """read see related advertisement sponsored subscribe sign click tap share follow watch listen photo photograph
    photographs photos image picture video file getty copyright all editor’s editor's correction corrections
    clarification update updated published last with additional reporting editing compiled posted written reviewed
    contact download comment comments tag tags topic topics source more email e-mail call"""
)
# The same in two words.
ARTICLED = listed("the a an this how what who")
BEHIND = listed("full earlier previous story article post report interview conversation column list we you")
BYLINE = re.compile(
    rf"(?:[Bb]y|BY|[Ff]rom)\s(?:{UPPER}[\w.’'-]*)(?:(?:\s|,\s|\sand\s)(?:{UPPER}[\w.’'-]*|in|of|for))*\W*"
)
CALLS = listed(
    """read see click watch visit consider remember imagine note take sign follow listen look think ask try stop join
    send write share learn find get check enter enjoy scroll subscribe vote help keep never make tell give go come
    call use stay wait please don’t don't do let let’s let's avoid bring leave put turn"""
)
# First chunks of what may be a label, a byline or a call, with or without an opening mark.
LEADING = frozenset(
    mark + form + sign
    for word in LABELLING | CALLS | {"by", "from", "if"}
    for form in (word, word.capitalize(), word.upper())
    for mark in ("", "“", '"', "‘")
    for sign in ("", ",", ":")
)
IMPERATIVE = re.compile(
    rf"(?:[Pp]lease|[Dd]o(?:n[’']t|\snot)|[Ll]et(?:[’']s|\sus)|[^\W\d_]+)\s"
    rf"(?!(?:{UPPER}(?!\w*[’'])|said\b|is\b|was\b|are\b|were\b|has\b|\w+ed\b|\w+ing\s(?:is|was)\b))"
)
# “If you live near the plant, stay indoors.”
CONDITION = re.compile(r"If you\b[^,.]{3,100},\s(?:please\s)?([a-z]+)\b")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# Past the name before a transcript's line.
LABEL = re.compile(r"[A-Z][A-Z.’' -]{1,40}:\s")
FEW = re.compile(r"\w+\W+\w+\W+\w+")
DIGIT = re.compile(r"\d")
KNOWING = re.compile(r"\bwhat (?:we|you|to) (?:\w+ )?(?:know|watch|expect)\b", re.IGNORECASE)
CLOSERS = "\"”’»“')] "
MAY_ASK = frozenset([*CLOSERS, "?", "？", "؟"])
ASKING = ("?", "？", "؟")
# What a heading does not end with.
ENDS = frozenset(".!…。！:;,")
# A sentence with so many chunks has enough words.
ENOUGH = 6
# A line longer than this is never a heading.
HEADING = 120
# Nor is a line that ends with a colon, if it is longer, only “The full result:”.
INTRODUCTION = 40


def says_something(
    text: str,
    sentence: Span,
    chunks: Sequence[str],
    quotes: Sequence[Quote],
    *,
    first: bool,
) -> bool:
    """Whether there is something to check in a sentence of `text`.

    `chunks` are what stands between its white space, `quotes` those in marks that share words with it. `first`: it is
    the first of the text, whose headline is taken to state a fact even without a verb we know.
    """
    start, end = sentence
    speech = [quote for quote in quotes if not quote.doubtful] if quotes else quotes
    if len(chunks) < ENOUGH and not FEW.search(text, start, min(end, start + 400)):
        return bool(speech) and any(quote.speaker_mention for quote in speech)
    last = text[end - 1]
    if last in MAY_ASK and text[max(start, end - 6) : end].rstrip(CLOSERS).endswith(ASKING):
        return bool(speech) and not is_inside(speech, sentence) and not opens_with(speech, start)
    if LEAD[chunks[0]] and leads(chunks) and addresses(text, sentence, speech):
        return False
    if last in ENDS:
        return last != ":" or bool(speech) or end - start > INTRODUCTION
    return not is_heading(text, start, end) or is_telling(text, start, end, first=first)


def leads(chunks: Sequence[str]) -> bool:
    """Whether the first chunks may be those of a label, a byline, a call or a transcript's line."""
    first = chunks[0]
    return LEAD[first] > 1 or chunks[1] in BEHIND or first in ("How", "HOW")


def lead(first: str) -> int:
    """Whether the first chunk may be that of such a line: 2, by itself; 1, by what stands behind it."""
    if first in LEADING or (first.isupper() and len(first) > 1):
        return 2
    return int(first.lower() in ARTICLED)


LEAD = Memo(lead)


def addresses(text: str, sentence: Span, speech: Sequence[Quote]) -> bool:
    """Whether a sentence is a label or byline, or calls on the reader or listener to do something."""
    start, end = sentence
    label = LABEL.match(text, start, end)
    start = label.end() if label else start
    if FURNITURE.match(text, start, end) or BYLINE.fullmatch(text, start, min(end, start + 200)):
        return True
    if speech and not is_inside(speech, sentence):
        return False
    if start < end and text[start] in CLOSERS + "‘„«":
        start += 1
    condition = CONDITION.match(text, start, end)
    if condition:
        return condition[1] in CALLS
    word = WORD.match(text, start, end)
    return word is not None and word[0].lower() in CALLS and IMPERATIVE.match(text, start, end) is not None


def is_inside(speech: Sequence[Quote], sentence: Span) -> bool:
    """Whether a sentence stands in quotation marks from its first word to its last."""
    return any(quote.marked[0].start <= sentence.start and sentence.end <= quote.marked[-1].end for quote in speech)


def opens_with(speech: Sequence[Quote], start: int) -> bool:
    return bool(speech) and speech[0].marked[0].start == start and speech[0].cue == ""


def is_heading(text: str, start: int, end: int) -> bool:
    """A short block of its own without a sentence's end."""
    if end - start > HEADING or text[end - 1] in ENDS or text[max(start, end - 4) : end].rstrip(CLOSERS)[-1:] in ENDS:
        return False
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    return before in ("", "\n\n") and behind in ("", "\n\n")


def is_telling(text: str, start: int, end: int, *, first: bool) -> bool:
    """Whether a heading states a fact: three words or more with a figure, or four with a verb we know."""
    if KNOWING.search(text, start, end):
        return False
    words = [word.lower() for word in WORD.findall(text, start, end)]
    if first:
        return True
    if DIGIT.search(text, start, end):
        return len(words) >= 3
    return len(words) >= 4 and not VERBS.isdisjoint(words)
