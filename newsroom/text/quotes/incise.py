"""Who speaks, said amid the words themselves, as in French, Ukrainian and Russian: « Il fuit, dit X, et vite. »"""

from typing import NamedTuple

from newsroom.text.quotes.attribution import Attribution
from newsroom.text.quotes.grammar import DASH, MARK, PAUSE, PRON, SAY, STOP
from newsroom.text.quotes.onward import phrase_behind
from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import left_of

LANGUAGES = frozenset(["fr", "uk"])
STOPPING = PAUSE | STOP


class Incise(NamedTuple):
    """The clause from `start` to `end`, places of a Reading, that says who speaks."""

    start: int
    end: int
    speaker: Phrase
    verb: int


def incise(words: Reading) -> Incise | None:
    """The first clause among the words that says who speaks them: …, dit X, …; … — сказав X. — …"""
    kinds = words.kinds
    last = len(kinds)
    for verb in words.cues:
        if not kinds[verb] & SAY:
            continue
        left = left_of(words, 0, verb)
        speaker: Phrase | None = None
        if kinds[verb] & PRON:
            speaker = (verb, verb)
        elif left > 0 and kinds[left] & PRON:
            speaker, left = (left, left), left - 1
        if left <= 0 or not kinds[left] & STOPPING:
            continue
        speaker = speaker or phrase_behind(words, verb + 1, last)
        if speaker:
            end = max(speaker[1], verb) + 1
            while end < last and not kinds[end] & DASH:
                end += 1
            while left > 0 and kinds[left - 1] & MARK and not kinds[left - 1] & STOP:
                left -= 1
            return Incise(left, end, speaker, verb)
    return None


def attributed(words: Reading, found: Incise, offset: int, rule: str) -> Attribution:
    """The clause as printed words; `offset` is where the words begin in the text."""
    first, last = found.speaker
    mention = words.text[words.starts[first] : words.end(last)]
    if words.kinds[first] & PRON:
        mention = mention.rpartition("-")[2]
    cue = words.text[words.starts[found.verb] : words.end(found.verb)]
    return Attribution(offset + words.starts[first], mention, cue, rule, "sure")


def incised(text: str, start: int, end: int, language: str) -> Attribution | None:
    """Who speaks according to the words in marks `text[start:end]` themselves."""
    if language not in LANGUAGES:
        return None
    words = Reading(text[start + 1 : end - 1], (), language)
    found = incise(words)
    return attributed(words, found, start + 1, "“…, said X, …”") if found else None
