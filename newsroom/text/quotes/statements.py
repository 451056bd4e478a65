"""Whole statements: how far reported words reach beyond quotation marks, and those reported without any."""

import re
from collections.abc import Sequence

from newsroom.text.listed import any_of, listed
from newsroom.text.quotes.attribution import WINDOW, Attribution, is_cue, phrase
from newsroom.text.quotes.grammar import PREPOSITIONS, TIMES
from newsroom.text.quotes.phrases import Token, is_mark, subject_before, subject_behind, tokens
from newsroom.text.spans import Span, blank
from newsroom.text.verbs import LOOSE, SAYING

STRICT = SAYING - LOOSE
REPORTED = re.compile(rf"\b(?:[Aa]ccording to|{any_of(STRICT)})\b")
# Verbs with somebody told between them and the words.
TELLING = listed("told tell tells telling asked ask asks asking warned warn warns reminded assured informed")
# A sentence longer than this (code points) is read no further.
LONGEST = 1000
CLOSING = " \t\n\u00a0.,;:!?…—–-"


def clause(text: str, low: int, high: int) -> Span:
    """The span without white space and closing punctuation behind, and without a comma or white space before it."""
    while low < high and text[low] in " \t\n\u00a0,:;—–":
        low += 1
    while high > low and text[high - 1] in CLOSING:
        high -= 1
    return Span(low, high)


def after_cue(found: Sequence[Token], verb: int) -> int:
    """The token where what is reported begins: behind “that”, a time, a place, the person told."""
    place = verb + 1
    for ahead in range(place, min(len(found), place + 14)):
        if found[ahead].lower == "that":
            return ahead + 1
        if found[ahead].word in ":;":
            return ahead + 1
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


def reported(text: str, sentence: Span) -> tuple[Span, Attribution] | None:
    """What a sentence without marks reports, and by whom: X said that …; …, X said; according to X."""
    end = min(sentence.end, sentence.start + LONGEST)
    if REPORTED.search(text, sentence.start, end) is None:
        return None
    found = tokens(text, sentence.start, end)
    for place, token in enumerate(found):
        if token.lower == "according" and place + 2 < len(found) and found[place + 1].lower == "to":
            return by_according(text, sentence, found, place)
        if token.lower in STRICT and place and is_cue(found, place):
            places = subject_before(found, place)
            if places:
                return by_verb(text, sentence, found, place, places)
    return None


def by_according(text: str, sentence: Span, found: Sequence[Token], place: int) -> tuple[Span, Attribution] | None:
    places = subject_behind(found, place + 2)
    if places is None:
        return None
    cue = Span(found[place].start, found[place + 1].end)
    said = Attribution(phrase(found, places), cue, "according to X", "likely")
    words = clause(text, said.speaker.end, sentence.end) if place == 0 else clause(text, sentence.start, cue.start)
    return (words, said) if words.end - words.start > 10 else None


def by_verb(
    text: str, sentence: Span, found: Sequence[Token], verb: int, places: tuple[int, int]
) -> tuple[Span, Attribution] | None:
    cue = Span(found[verb].start, found[verb].end)
    said = Attribution(phrase(found, places), cue, "X said …", "likely")
    before = found[places[0] - 1] if places[0] else None
    rest = found[verb + 1 :]
    if before and before.word in ",—–" and places[0] > 5 and (len(rest) <= 8 or is_mark(rest[0])):
        words = clause(text, sentence.start, before.start)
    else:
        place = after_cue(found, verb)
        if place >= len(found):
            return None
        words = clause(text, found[place].start, sentence.end)
    return (words, said) if words.end - words.start > 10 else None
