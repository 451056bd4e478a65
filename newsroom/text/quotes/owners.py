"""Whose a speech verb is: the subject right before it, or one that it shares."""

from collections.abc import Sequence

from newsroom.text.quotes.clauses import clause_subject
from newsroom.text.quotes.frame import Frame
from newsroom.text.quotes.grammar import AUX, BOUND, ING, WHO
from newsroom.text.quotes.phrases import Phrase, phrase_before
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_adverb
from newsroom.text.quotes.subjects import subject

JOINTS = frozenset(["and", "but", "then"])


def whose(reading: Reading, low: int, left: int, verb: int, found: Sequence[Frame]) -> tuple[Phrase | None, bool]:
    """Whose verb it is, and whether that stands right before it; `left` is before the verb and its adverbs."""
    if reading.kinds[verb] & ING and not (verb > low and reading.kinds[verb - 1] & AUX):
        return participle(reading, low, verb), False
    previous = reading.lowers[left] if left >= low else ""
    if previous in JOINTS and found and is_main(reading, found[-1]):
        return found[-1].speaker, False
    if previous not in JOINTS and previous not in ("to", "or"):
        speaker = subject(reading, low, verb)
        if speaker:
            return speaker, True
    return clause_subject(reading, low, verb), False


def is_main(reading: Reading, frame: Frame) -> bool:
    """Whether a verb behind “and” may go on from the frame: X said … and called …"""
    return frame.rule == "X said “" and frame.explicit and not reading.kinds[frame.speaker[0]] & WHO


def participle(reading: Reading, low: int, verb: int) -> Phrase | None:
    """Whose participle it is: with X saying; a sign reading; X …, saying."""
    left = verb - 1
    if left >= low and not reading.kinds[left] & BOUND and not is_adverb(reading, left):
        beside = phrase_before(reading, low, left)
        if beside and reading.lowers[verb] == "reading":
            return beside
        if beside and beside[0] > low and reading.lowers[beside[0] - 1] == "with":
            return beside
    return clause_subject(reading, low, verb)
