"""A frame as spans of the text, with the trust that its rule deserves."""

from newsroom.text.quotes.attribution import Attribution
from newsroom.text.quotes.frame import Frame
from newsroom.text.quotes.grammar import CLAUSAL, STRICT
from newsroom.text.quotes.reading import Reading
from newsroom.text.spans import Span

# Rules that were right 19 times of 20 on annotated news; the one below is with a verb that reports a clause close by.
SURE = frozenset(["said X", "X said", "…, X said", "according to X", "X: “"])
FORWARD = "X said “"
FAR = 15
LIKELY = frozenset([FORWARD, "said by X", "in X’s words", "X’s remark “"])


def attribution(reading: Reading, frame: Frame, quote: int | None = None) -> Attribution:
    """The frame as spans of the text, with the trust that its rule deserves."""
    speaker = reading.span(frame.speaker)
    last = reading.words[frame.speaker[1]]
    if last[-2:] == "'s":
        speaker = Span(speaker.start, speaker.end - 2)
    return Attribution(speaker, reading.span(frame.cue), frame.rule, confidence(frame, quote))


def confidence(frame: Frame, quote: int | None) -> str:
    """How far a rule can be trusted, measured on annotated news: sure 19 times of 20, likely 5 of 6, check less."""
    near = quote is None or quote - frame.cue[1] < FAR
    if frame.rule in SURE or (frame.rule == FORWARD and frame.kind & STRICT and frame.kind & CLAUSAL and near):
        return "sure"
    return "likely" if frame.rule in LIKELY and near else "check"
