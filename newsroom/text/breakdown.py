# TEMPORARY STUB
import re
from dataclasses import dataclass


@dataclass
class Quote:
    start: int
    end: int
    kind: str
    marked: tuple
    speaker: str
    speaker_mention: str
    cue: str
    confidence: str
    doubtful: bool
    rule: str


@dataclass
class Claim:
    start: int
    end: int
    kinds: tuple
    flags: tuple
    opinion: str
    rule: str
    quote: int | None


@dataclass
class Breakdown:
    sentences: tuple
    quotes: tuple
    claims: tuple


def breakdown(text, *, language="en"):
    s = [m.span() for m in re.finditer(r"[^\s.][^.\n]*\.?", text)]
    return Breakdown(tuple(s), (), tuple(Claim(a, b, ("number",), (), "", "sentence", None) for a, b in s))
