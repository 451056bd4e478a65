"""What can be checked: a claim for each sentence that says something, several where it holds several facts."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsroom.text.checkable import CHECKED, LONGEST, is_checkable
from newsroom.text.clauses import Part, parts
from newsroom.text.furniture import says_something
from newsroom.text.made import made
from newsroom.text.opinion import is_quoting, opinion
from newsroom.text.quotes.quote import Quote
from newsroom.text.signals import BIT, described
from newsroom.text.spans import Span
from newsroom.text.speech import marks, most_of, own_words, touching
from newsroom.text.trimming import OPENED, STOPPED, behind_opening

# A part shorter than this is no claim (code points).
SHORTEST = 6

# A capital behind a small letter or a sign: a name, wherever else it stands.
NAME = re.compile(r" (?![a-z])(?<=[a-z,;] )([^\W\d_a-z][\w’'-]+)")
# What may stand behind an exclamation.
CLOSING = frozenset("”\"’'")
LOADED, QUOTED, REPORTED = BIT["loaded"], BIT["quote"], BIT["paraphrase"]


class Claim(NamedTuple):
    """Words that can be true or false, `text[start:end]` in code points.

    `kinds` and `flags` are slugs in their listed order; `opinion` is a hint that names its rule and the words
    behind it, or ""; `rule` says what proposed the claim; `quote` is the index of the quotation it stands in or
    carries.
    """

    start: int
    end: int
    kinds: tuple[str, ...]
    flags: tuple[str, ...]
    opinion: str
    rule: str
    quote: int | None


def claims(text: str, sentences: Sequence[Span], quotes: Sequence[Quote], *, english: bool = True) -> list[Claim]:
    """The claims in a text, in order, none twice; if it is `english`, those that sound like opinion say why, and what
    is opinion through and through is none.

    `sentences` and `quotes` are those of the same text, in order. Offsets in code points.
    """
    known = frozenset(NAME.findall(text))
    found: list[Claim] = []
    place, near, speech = 0, list[int](), list[Quote]()
    spans = [(quote[0], quote[1]) for quote in quotes]
    spans.append((len(text) + 1, len(text) + 1))
    low, high = spans[0]
    for number, sentence in enumerate(sentences):
        start, end = sentence
        while high <= start:
            place += 1
            low, high = spans[place]
        if low < end:
            near = touching(quotes, place, start, end)
            speech = [quotes[index] for index in near if quotes[index].marked]
        elif near:
            near, speech = [], []
        own = text[start:end]
        chunks = own.split()
        if says_something(text, sentence, chunks, speech, first=number == 0):
            marked = [mark for quote in speech for mark in marks(quote, start, end)] if speech else ()
            cut = parts(text, sentence, own, chunks, marked, known)
            found += facts(text, sentence, chunks, cut, quotes, near, english=english)
    return found


def facts(
    text: str,
    sentence: Span,
    chunks: Sequence[str],
    cut: Sequence[Part],
    quotes: Sequence[Quote],
    near: Sequence[int],
    *,
    english: bool,
) -> list[Claim]:
    """The claims of a sentence cut in parts; `near` are the places of the quotations that share words with it."""
    found = []
    last = len(cut) - 1
    rule = "part of a sentence" if last else "sentence"
    for number, (start, end, shows) in enumerate(cut):
        if number == 0 and OPENED[chunks[0]]:
            start = behind_opening(text, start, end, chunks[0])
        if number == last and end == sentence[1]:
            end -= STOPPED[chunks[-1]]
        if end - start < SHORTEST:
            continue
        here = touching(quotes, near[0], start, end) if last and near else near
        spoken = [index for index in here if not quotes[index].doubtful] if here else here
        if spoken:
            found.append(in_speech(text, start, end, shows, rule, quotes, spoken, english=english))
        elif shows & CHECKED or not english or is_checkable(text[start:end], shows):
            kinds, flags = described(shows)
            hint = sounds(text[start:end]) if english and (shows & LOADED or exclaims(text, end)) else ""
            found.append(made(Claim, (start, end, kinds, flags, hint, rule, None)))
    return found


def exclaims(text: str, end: int) -> bool:
    """Whether what ends at `end` is an exclamation."""
    return "!" in text[end - 2 : end] and (text[end - 1] == "!" or text[end - 1] in CLOSING)


def sounds(words: str, *, beside: str = "") -> str:
    """The hint that a claim's own words are opinion; `beside` are those of the claim with what it quotes."""
    return opinion(words[:LONGEST], quoting=is_quoting(beside or words))


def in_speech(
    text: str,
    start: int,
    end: int,
    shows: int,
    rule: str,
    quotes: Sequence[Quote],
    spoken: Sequence[int],
    *,
    english: bool,
) -> Claim:
    """The claim on words that somebody is quoted or reported to say; `spoken` are the places of those quotations."""
    said = [quotes[index] for index in spoken]
    hint = ""
    if english and (shows & LOADED or exclaims(text, end)):
        hint = sounds(own_words(text, start, end, said), beside=text[start:end])
    for quote in said:
        if quote.marked and marks(quote, start, end):
            rule, shows = f"{rule} with a quotation", shows | QUOTED
            break
    for quote in said:
        if quote.kind != "direct":
            rule, shows = rule if shows & QUOTED else "reported statement", shows | REPORTED
            break
    kinds, flags = described(shows)
    most = most_of(quotes, spoken, start, end) if len(spoken) > 1 else spoken[0]
    return made(Claim, (start, end, kinds, flags, hint, rule, most))
