"""The words of a claim as far as they count: no white space, no plain punctuation, one spelling."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from newsroom.text.changes.figures import TIED, number_at
from newsroom.text.changes.spelling import spelling
from newsroom.text.side import Side
from newsroom.text.spans import Span

# Punctuation that says something, and signs that only draw a table.
TELLING = frozenset("%‰&#@§?؟？\\*/")
RULES = frozenset("|`^")
# “The 1980's”.
DECADE = re.compile(r"(?<=\d)'s$")
SURNAMES = frozenset(["Grey", "Gray"])
# Behind these a sentence, or what is written like one, begins.
OPENING = frozenset("\"'.:!?([•*-")


class Unit(NamedTuple):
    """One word, number or sign: what it comes down to, whether it stands in quotation marks, and how it is printed.

    `value` is the number that it says in one form, "" for a word; `joined`: a hyphen ties it to its neighbour;
    `initial`: it begins a sentence. `first` and `last` are its tokens (last exclusive), `lead` what is printed
    between the unit before it and itself.
    """

    key: str
    quoted: bool
    shown: str
    value: str
    joined: bool
    initial: bool
    first: int
    last: int
    lead: str


def units(side: Side, span: Span, *, english: bool) -> Iterator[Unit]:
    """What counts in a range of tokens, in order."""
    token, before = span.start, -1
    while token < span.end:
        key, value, taken = read(side, token, span.end, english=english)
        if taken > 1 or counts(key) or ranges(side, token):
            lead = "" if before < 0 else side.text[side.ends[before] : side.starts[token]]
            unit = Unit(
                key,
                bool(side.quoted[token]),
                side.words(Span(token, token + taken)),
                value,
                tied(side, token - 1) or tied(side, token + taken),
                begins(side, token),
                token,
                token + taken,
                lead,
            )
            yield from parted(unit) if english else (unit,)
            before = token + taken - 1
        token += taken


def parted(unit: Unit) -> Iterator[Unit]:
    """A figure with its unit right behind it as the two that they are: “10km” reads like “10 km”."""
    if both := TIED.fullmatch(unit.key):
        figure, behind = unit.shown[: both.end(1)], unit.shown[both.end(1) :]
        yield unit._replace(key=both[1], value=number_at([both[1]])[0], shown=figure, last=unit.first)
        yield unit._replace(key=both[2], value="", shown=behind, lead="")
    else:
        yield unit


def read(side: Side, token: int, end: int, *, english: bool) -> tuple[str, str, int]:
    """Key and value of what begins at a token, and how many tokens it takes."""
    keys = side.keys
    if is_minus(side, token, end):
        return f"-{keys[token + 1]}", f"-{keys[token + 1]}", 2
    if not english:
        return keys[token], keys[token] if keys[token][0].isdecimal() else "", 1
    value, taken = number_at(keys[token : min(end, token + 8)])
    if value:
        key = " ".join(key for key in keys[token : token + taken] if key != "-")
        return DECADE.sub("s", key), value, taken
    if keys[token : min(end, token + 2)] == ["per", "cent"]:
        return "%", "", 2
    own = side.quoted[token] or names(side, token)
    return keys[token] if own else spelling(keys[token]), "", 1


def counts(key: str) -> bool:
    """Whether a word or sign is more than punctuation."""
    if len(key) > 1 or key in TELLING:
        return True
    return key not in RULES and unicodedata.category(key)[0] not in "PCZ"


def ranges(side: Side, token: int) -> bool:
    """Whether a dash stands between two figures: from one to the other."""
    return tied(side, token) and side.keys[token - 1][-1].isdecimal() and side.keys[token + 1][0].isdecimal()


def names(side: Side, token: int) -> bool:
    """Whether a word may be part of a name, which has one spelling."""
    word = side.raw(token)
    return word[0].isupper() and (word in SURNAMES or not begins(side, token))


def begins(side: Side, token: int) -> bool:
    """Whether a word stands where any word has its capital."""
    return side.sentences[side.sentence_of[token]].start == token or side.keys[token - 1] in OPENING


def is_minus(side: Side, token: int, end: int) -> bool:
    """A dash right before a figure and behind white space."""
    if side.keys[token] != "-" or token + 1 >= end or not side.keys[token + 1][0].isdecimal():
        return False
    near = side.ends[token] == side.starts[token + 1]
    return near and (token == 0 or side.ends[token - 1] < side.starts[token] or side.keys[token - 1] in "($€£")


def tied(side: Side, token: int) -> bool:
    """Whether a token is a hyphen between two words without white space."""
    if not 0 < token < len(side) - 1 or side.keys[token] != "-":
        return False
    return side.ends[token - 1] == side.starts[token] and side.ends[token] == side.starts[token + 1]
