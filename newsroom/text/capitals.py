"""Capitalised words that name somebody or something, however short the name."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from newsroom.text.furniture import is_heading
from newsroom.text.lexicon import DAYS, MONTHS, VERBS
from newsroom.text.listed import any_of, listed
from newsroom.text.names import FIRST, GAP, NOT_NAMES, PARTICLES
from newsroom.text.names import WORD as CAPITAL
from newsroom.text.spans import Span
from newsroom.text.verbs import SAYING

RUN = re.compile(rf"{FIRST}(?:{GAP}(?:{any_of(PARTICLES)}{GAP}){{0,2}}{CAPITAL}){{0,8}}+")
WORD = re.compile(r"\w[\w’'.-]*+")
SMALL = re.compile(r"(?<![\w’'-])[^\W\d_A-Z][^\W\d_]*+")
LONG = re.compile(r"\w{4,}")
NEXT = re.compile(r"(?:[’']s)? ([a-z]+)")
OPENERS = frozenset("“‘\"'„«»‚‹「『")
# Before the first word of a sentence stand at most so many code points.
LEAD = 6
# They open sentences about nobody in particular.
NOBODY = listed(
    """something anything everything someone somebody anyone anybody everyone everybody police officials work people
    men women children residents critics experts reporters whoever whatever such much more others any none"""
)
NEVER = NOT_NAMES | NOBODY | {word.lower() for word in DAYS | MONTHS}


class Run(NamedTuple):
    """Capitalised words in a row, each with its place.

    `first`: they open a sentence or a quotation, where every word has a capital; `titled`: so it has all over this
    sentence, a heading.
    """

    words: list[tuple[Span, str]]
    first: bool
    titled: bool


def capitals(text: str, sentences: Sequence[Span], *, nouns: bool = False) -> Iterator[Span]:
    """The names in a text, in order, with titles before them. Offsets in code points.

    A word alone that opens a sentence, and every word of a heading in capitals, is one only where something tells: it
    is a name elsewhere in the text, is spelt like an abbreviation, or says or does something. With `nouns` the language
    has capitals for every noun, as German has, and only names of two words and abbreviations are found.
    """
    found = [run for sentence in sentences for run in runs(text, sentence)]
    sure = {word for run in found if not run.titled and (not run.first or run.words[1:]) for _place, word in run.words}
    small = set(SMALL.findall(text))
    for run in found:
        words = run.words[1:] if nouns and run.first else run.words
        if run.titled:
            yield from known(run, sure)
        elif words[1:] or is_short(words[0][1] if words else ""):
            yield Span(words[0][0].start, words[-1][0].end)
        elif not nouns and (not run.first or words[0][1] in sure or acts(text, *words[0], small)):
            yield words[0][0]


def runs(text: str, sentence: Span) -> Iterator[Run]:
    """Every run of a sentence, without the words in front that name nobody (“In”, “The”)."""
    titled = None
    for match in RUN.finditer(text, *sentence):
        words = [(Span(*word.span()), word.group()) for word in WORD.finditer(text, *match.span())]
        named = next((place for place, (_span, word) in enumerate(words) if not names_nobody(word)), None)
        if named is None:
            continue
        if titled is None:
            titled = is_titled(text, sentence)
        first = named == 0 and opens(text, sentence.start, match.start())
        yield Run(words[named:], first, titled)


def names_nobody(word: str) -> bool:
    lower = word.lower()
    return lower in NEVER or lower.replace("’", "'").partition("'")[0] in NEVER


def opens(text: str, start: int, at: int) -> bool:
    """Whether the word at `at` is the first of the sentence that begins at `start`, or of a quotation."""
    if at - start <= LEAD and not any(map(str.isalnum, text[start:at])):
        return True
    return text[at - 1] in OPENERS and not text[at - 2].isalnum()


def is_titled(text: str, sentence: Span) -> bool:
    """Whether it is a heading and most of its longer words have a capital."""
    if not is_heading(text, *sentence):
        return False
    words = LONG.findall(text, *sentence)
    return len(words) > 4 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def known(run: Run, sure: Collection[str]) -> Iterator[Span]:
    """The names in a heading: those words that are names in the story's sentences."""
    for is_known, group in groupby(run.words, lambda word: word[1] in sure or word[1].title() in sure):
        places = [place for place, _word in group]
        if is_known:
            yield Span(places[0].start, places[-1].end)


def is_short(word: str) -> bool:
    """“NATO”, “U.S.”, “G7”, “McDonald”."""
    return len(word) > 1 and not word[1:].islower() and any(map(str.isupper, word[1:])) | any(map(str.isdigit, word))


def acts(text: str, place: Span, word: str, small: Collection[str]) -> bool:
    """Whether a word that nowhere stands without a capital is followed by what somebody has, says or does."""
    following = NEXT.match(text, place.end)
    if following is None or word.endswith("s") or word.lower() in small:
        return False
    return following.start(1) > place.end + 1 or following.group(1) in VERBS or following.group(1) in SAYING
