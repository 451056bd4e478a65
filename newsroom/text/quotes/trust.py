"""A frame as printed words, with the trust that its rule deserves."""

from newsroom.text.made import made
from newsroom.text.quotes.attribution import Attribution
from newsroom.text.quotes.frame import Frame
from newsroom.text.quotes.grammar import CLAUSAL, PRON, STRICT
from newsroom.text.quotes.reading import Reading

# Rules that were right 19 times of 20 on annotated news; the one below is with a verb that reports a clause close by.
SURE = frozenset(["said X", "X said", "…, X said", "according to X", "X: “"])
FORWARD = "X said “"
FAR = 15
LIKELY = frozenset([FORWARD, "said by X", "in X’s words", "X’s remark “"])
REPORTING = STRICT | CLAUSAL


def attribution(reading: Reading, frame: Frame, quote: int = 0) -> Attribution:
    """What a frame says, as words of the text; `quote` is the place of the first words in marks, if there are any."""
    text, (first, last), (cue, end) = reading.text, frame.speaker, frame.cue
    start = reading.starts[first]
    mention = text[start : reading.end(last)]
    if mention[-2:] in ("’s", "'s"):
        mention = mention[:-2]
    elif frame.kind & PRON or (first == last and reading.kinds[first] & PRON and "-" in mention):
        mention = mention.rpartition("-")[2]
    printed = text[reading.starts[cue] : reading.end(end)]
    return made(Attribution, (start, mention, printed, frame.rule, confidence(frame, quote)))


def confidence(frame: Frame, quote: int) -> str:
    """How far a rule can be trusted, measured on annotated news: sure 19 times of 20, likely 5 of 6, check less."""
    if frame.rule in SURE:
        return "sure"
    if frame.rule not in LIKELY or quote - frame.cue[1] >= FAR:
        return "check"
    return "sure" if frame.rule == FORWARD and frame.kind & REPORTING == REPORTING else "likely"
