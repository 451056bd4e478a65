"""Who says the words in marks, by the clause behind them: “…,” said X; “…,” X said; according to X."""

import re
from collections.abc import Sequence

from newsroom.text.quotes.attribution import ELSEWHERE, SHORTEST, WINDOW, Attribution, is_cue, phrase
from newsroom.text.quotes.grammar import PRONOUNS
from newsroom.text.quotes.phrases import Token, is_adverb, is_mark, is_name, subject_before, subject_behind, tokens
from newsroom.text.spans import Span
from newsroom.text.verbs import LOOSE

# The speaker's verb comes sooner than the end of the window (code points).
NEAR = 160
ENDING = re.compile(r"\w\w(?:ed|s)\Z")


def behind(text: str, start: int, end: int, *, spoken: bool) -> Attribution | None:
    """Attribution in the clause right behind the marks: “…,” said X; “…,” X said; “…,” according to X.

    `spoken`: the words in marks end or stand alone in a way that calls for a speaker behind them.
    """
    if end - start < SHORTEST:
        return None
    found = tokens(text, start, min(end, start + NEAR)) if spoken else []
    first = 1 if found and found[0].word in ",–—-" else 0
    if first < len(found):
        tight = verb_first(found, first) or verb_second(found, first) or any_verb(found, first)
        if tight:
            return tight
    if not ELSEWHERE.search(text, start, min(end, start + WINDOW)):
        return None
    found = tokens(text, start, min(end, start + WINDOW))
    return according(found) or in_view(found)


def verb_first(found: Sequence[Token], first: int) -> Attribution | None:
    """“…,” said X."""
    verb = first
    while verb < len(found) - 1 and is_adverb(found[verb]):
        verb += 1
    if verb >= len(found) or not is_cue(found, verb) or found[verb].lower.endswith("ing"):
        return None
    who = verb + 1
    while who < len(found) and is_adverb(found[who]):
        who += 1
    if who < len(found) and found[who].lower == "by":
        who += 1
    places = subject_behind(found, who)
    if places is None:
        return None
    return Attribution(phrase(found, places), Span(found[verb].start, found[verb].end), "said X", "sure")


def verb_second(found: Sequence[Token], first: int) -> Attribution | None:
    """“…,” X said."""
    if found[first].lower in ("and", "but", "while", "or", "yet"):
        return None
    if found[first].lower == "as":
        first += 1
    for verb in range(first + 1, min(len(found), first + 30)):
        if not is_cue(found, verb):
            if found[verb].word in ".;:?!":
                return None
            continue
        places = subject_before(found, verb)
        if places and (places[0] - first <= 1 or (places[0] - first <= 8 and found[places[0] - 1].word == ",")):
            sure = found[verb].lower not in LOOSE
            cue = Span(found[verb].start, found[verb].end)
            return Attribution(phrase(found, places), cue, "X said", "sure" if sure else "likely")
        if found[verb].lower not in LOOSE:
            return None
    return None


def any_verb(found: Sequence[Token], first: int) -> Attribution | None:
    """“…!” beamed X; “…,” X went on: a verb that is no speech verb, where only one of speech makes sense."""
    if first + 1 >= len(found) or is_mark(found[first]):
        return None
    head = found[first]
    if not is_name(head) and head.lower.endswith("ed") and is_name(found[first + 1]):
        places = subject_behind(found, first + 1)
        cue = head
    elif is_name(head) or head.lower in PRONOUNS:
        places = subject_behind(found, first)
        place = places[1] + 1 if places else len(found)
        if place >= len(found) or not (ENDING.search(found[place].word) or found[place].lower == "went"):
            return None
        cue = found[place]
    else:
        return None
    return Attribution(phrase(found, places), Span(cue.start, cue.end), "X …ed", "check") if places else None


def in_view(found: Sequence[Token]) -> Attribution | None:
    """… in X’s view, in X’s words."""
    for place in range(1, len(found)):
        if found[place].lower in ("view", "words", "opinion", "telling") and found[place - 1].word[-2:] in ("’s", "'s"):
            first = place - 1
            while first > 0 and is_name(found[first - 1]) and found[first - 1].lower != "in":
                first -= 1
            speaker = Span(found[first].start, found[place - 1].end - 2)
            return Attribution(speaker, Span(found[place].start, found[place].end), "in X’s words", "likely")
    return None


def according(found: Sequence[Token]) -> Attribution | None:
    """… according to X."""
    for place in range(len(found) - 2):
        if found[place].lower == "according" and found[place + 1].lower == "to":
            places = subject_behind(found, place + 2)
            if places:
                cue = Span(found[place].start, found[place + 1].end)
                return Attribution(phrase(found, places), cue, "according to X", "sure")
    return None
