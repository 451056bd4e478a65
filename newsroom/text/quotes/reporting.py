"""Statements reported without quotation marks: X said that …; …, X said; according to X."""

import re
from collections.abc import Sequence

from newsroom.text.listed import any_of
from newsroom.text.quotes.attribution import Attribution, is_cue, phrase
from newsroom.text.quotes.phrases import Token, is_mark, subject_before, subject_behind, tokens
from newsroom.text.quotes.statements import after_cue, clause
from newsroom.text.spans import Span
from newsroom.text.verbs import LOOSE, SAYING

STRICT = SAYING - LOOSE
REPORTED = re.compile(rf"\b(?:[Aa]ccording to|{any_of(STRICT)})\b")
# A sentence longer than this (code points) is read no further.
LONGEST = 1000
# What is reported is longer than this, and somebody and a verb stand beside it.
REPORT = 10
SHORTEST = REPORT + len("I say")


def reported(text: str, sentence: Span) -> tuple[Span, Attribution] | None:
    """What a sentence without marks reports, and by whom: X said that …; …, X said; according to X."""
    end = min(sentence.end, sentence.start + LONGEST)
    if end - sentence.start <= SHORTEST or REPORTED.search(text, sentence.start, end) is None:
        return None
    found = tokens(text, sentence.start, end)
    for place, token in enumerate(found):
        lower = token.lower
        if lower == "according" and place + 2 < len(found) and found[place + 1].lower == "to":
            return by_according(text, sentence, found, place)
        if lower in STRICT and place and is_cue(found, place):
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
    return (words, said) if words.end - words.start > REPORT else None


def by_verb(
    text: str, sentence: Span, found: Sequence[Token], verb: int, places: tuple[int, int]
) -> tuple[Span, Attribution] | None:
    before = found[places[0] - 1] if places[0] else None
    left = len(found) - verb - 1
    if before and before.word in ",—–" and places[0] > 5 and (left <= 8 or is_mark(found[verb + 1])):
        words = clause(text, sentence.start, before.start)
    else:
        place = after_cue(found, verb)
        if place >= len(found):
            return None
        words = clause(text, found[place].start, sentence.end)
    if words.end - words.start <= REPORT:
        return None
    cue = Span(found[verb].start, found[verb].end)
    return words, Attribution(phrase(found, places), cue, "X said …", "likely")
