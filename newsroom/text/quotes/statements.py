"""Whole statements: how far reported words reach beyond quotation marks."""

from collections.abc import Sequence

from newsroom.text.listed import listed
from newsroom.text.quotes.attribution import WINDOW, Attribution
from newsroom.text.quotes.grammar import PREPOSITIONS, TIMES
from newsroom.text.quotes.phrases import Token, subject_behind, tokens
from newsroom.text.spans import NEAR, Span, blank

# Verbs with somebody told between them and the words.
TELLING = listed("told tell tells telling asked ask asks asking warned warn warns reminded assured informed")
LEADS = frozenset(" \t\n\u00a0,:;—–")
CLOSING = LEADS | frozenset(".!?…-")


def clause(text: str, low: int, high: int) -> Span:
    """The span without white space and closing punctuation behind, or a comma or white space before it.

    At most `NEAR` code points go at either end, so that many statements in one sentence do not each walk over it.
    """
    first, last = min(high, low + NEAR), max(low, high - NEAR)
    while low < first and text[low] in LEADS:
        low += 1
    while high > last and text[high - 1] in CLOSING:
        high -= 1
    return Span(low, max(low, high))


def after_cue(found: Sequence[Token], verb: int) -> int:
    """The token where what is reported begins: behind “that”, a time, a place, the person told."""
    place = verb + 1
    for ahead, token in enumerate(found[place : place + 14], place + 1):
        if token.lower in ("that", ":", ";"):
            return ahead
    if place < len(found) and found[verb].lower in TELLING:
        told = subject_behind(found, place)
        place = told[1] + 1 if told else place + 1
    while place < len(found) and found[place].lower in TIMES - {"this", "next"}:
        place += 2 if found[place].lower in PREPOSITIONS else 1
    return place


def statement(text: str, sentence: Span, said: Attribution, low: int, high: int) -> Span:
    """The whole statement around the words in marks `text[low:high]`, as far as their sentence reports it."""
    if said.cue.end <= low <= said.cue.end + WINDOW and said.cue.start >= sentence.start:
        found = tokens(text, said.cue.start, low)
        if said.rule == "according to X" or not found:
            return clause(text, min(said.speaker.end, low), behind_marks(text, sentence, high))
        place = after_cue(found, 0)
        rest = found[place:]
        near = (
            not rest
            or (rest[0].lower in PREPOSITIONS and len(rest) <= 8)
            or text[max(0, low - 4) : low].rstrip()[-1:] in (":", ",")
        )
        start = low if near else rest[0].start
        return Span(start, behind_marks(text, sentence, high))
    if said.cue.start >= high and said.cue.end <= sentence.end:
        start = low if blank(text, sentence.start, low) else sentence.start
        end = min(said.speaker.start, said.cue.start)
        return Span(start, max(high, clause(text, start, end).end)) if start < low else Span(low, high)
    return Span(low, high)


def behind_marks(text: str, sentence: Span, high: int) -> int:
    """Where a statement ends whose words in marks end at `high`: with the sentence, if it goes on."""
    if text[high - 2 : high - 1] in (".", "?", "!", ",") or sentence.end <= high:
        return high
    return max(high, clause(text, high, sentence.end).end)
