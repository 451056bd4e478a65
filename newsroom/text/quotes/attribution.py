"""Who says the words in a pair of marks: rules over the clause before and the clause behind it, best first."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsroom.text.listed import listed
from newsroom.text.quotes.grammar import PRONOUNS
from newsroom.text.quotes.phrases import (
    Token,
    is_adverb,
    is_mark,
    is_name,
    sentence_subject,
    subject_before,
    subject_behind,
    tokens,
)
from newsroom.text.spans import Span
from newsroom.text.verbs import CUE, LOOSE, NOUNS, PLAIN, SAYING

# A clause is read no further than this from the marks (code points).
WINDOW = 300
# Right behind them the speaker's verb comes sooner.
NEAR = 160

ARTICLES = listed("the a an his her its their my our your")
BEFORE_PLAIN = PRONOUNS | listed(
    "to would will could can might may should must not did do does people police and never"
)
ELSEWHERE = re.compile(r"[Aa]ccording to|[’']s (?:view|words|opinion|telling)\b")
ENDING = re.compile(r"\w\w(?:ed|s)\Z")


class Attribution(NamedTuple):
    """Who and by what words: spans in the text, the rule that found them, and how far it can be trusted.

    `named` is whom a relative pronoun stands for: “Lind, who said” is said by Lind.
    """

    speaker: Span
    cue: Span
    rule: str
    confidence: str
    named: Span | None = None


def is_cue(found: Sequence[Token], place: int) -> bool:
    """Whether the token is a speech verb here, and no noun or adjective that looks like one."""
    token = found[place]
    if token.lower not in SAYING:
        return False
    if place == 0:
        return True
    before = found[place - 1]
    if is_name(token) and not is_mark(before):
        return False
    if before.lower in ARTICLES or (token.lower in NOUNS and before.lower in ("of", "secretary")):
        return False
    if token.lower in PLAIN:
        return before.lower in BEFORE_PLAIN or (before.lower[-1] == "s" and before.lower[-2:] not in ("’s", "'s", "ss"))
    return not (token.lower in NOUNS and (before.word[-2:] in ("’s", "'s") or before.lower in ("news", "new")))


def phrase(found: Sequence[Token], places: tuple[int, int]) -> Span:
    return Span(found[places[0]].start, found[places[1]].end)


def behind(text: str, start: int, end: int, *, spoken: bool) -> Attribution | None:
    """Attribution in the clause right behind the marks: “…,” said X; “…,” X said; “…,” according to X.

    `spoken`: the words in marks end or stand alone in a way that calls for a speaker behind them.
    """
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


def before(text: str, start: int, end: int) -> Attribution | None:
    """Attribution in the clause before the marks: X said, “…; X said the plan was “…; According to X, “…."""
    low = max(start, end - WINDOW)
    if not (CUE.search(text, low, end) or ELSEWHERE.search(text, low, end) or text[low:end].rstrip()[-1:] == ":"):
        return None
    found = tokens(text, low, end)
    for verb in range(len(found) - 1, -1, -1):
        if not is_cue(found, verb):
            continue
        cue = Span(found[verb].start, found[verb].end)
        places = said_by(found, verb)
        if places:
            near = len(found) - verb <= 6
            trusted = near and found[verb].lower not in LOOSE
            named = None
            if verb and found[verb - 1].lower == "who":
                named, places = phrase(found, places), (verb - 1, verb - 1)
            confidence = "likely" if trusted else "check"
            return Attribution(phrase(found, places), cue, "X said “", confidence, named)
    return according(found) or in_view(found) or colon(found)


def said_by(found: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """Whose verb it is: the phrase before it, else (a participle, a second verb) the subject of the sentence."""
    if verb + 1 < len(found) and found[verb + 1].lower == "by":
        return subject_behind(found, verb + 2)
    lower = found[verb].lower
    previous = found[verb - 1].lower if verb else ""
    if not lower.endswith("ing") and previous != "to":
        places = subject_before(found, verb)
        if places:
            return places
        if not verb or previous == ",":
            return subject_behind(found, verb + 1) or sentence_subject(found[:verb])
    return sentence_subject(found[:verb])


def colon(found: Sequence[Token]) -> Attribution | None:
    """X: “…, at the head of a paragraph or after a clause about X."""
    if found[-1].word != ":":
        return None
    places = sentence_subject(found[:-1])
    if places is None:
        return None
    cue = Span(found[-1].start, found[-1].end)
    alone = places[0] == 0 and places[1] == len(found) - 2
    return Attribution(phrase(found, places), cue, "X: “", "likely" if alone else "check")


def around(text: str, start: int, end: int) -> Attribution | None:
    """The subject of the sentence, when nothing better says who."""
    found = tokens(text, start, min(end, start + WINDOW))
    places = sentence_subject(found)
    if places is None:
        return None
    return Attribution(phrase(found, places), Span(start, start), "subject of the sentence", "check")


def is_pronoun(words: str) -> bool:
    return words.lower() in PRONOUNS
