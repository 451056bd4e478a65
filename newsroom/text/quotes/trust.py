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
    text, starts, words = reading.text, reading.starts, reading.words
    (first, last), (cue, end), rule, _, _, kind, _ = frame
    start = starts[first]
    mention = text[start : starts[last] + len(words[last])]
    if mention[-2:] in ("’s", "'s"):
        mention = mention[:-2]
    elif kind & PRON or (first == last and "-" in mention and reading.kinds[first] & PRON):
        mention = mention.rpartition("-")[2]
    printed = text[starts[cue] : starts[end] + len(words[end])]
    trusted = "sure" if rule in SURE else confidence(rule, kind, quote - end)
    return made(Attribution, (start, mention, printed, rule, trusted))


def confidence(rule: str, kind: int, ahead: int) -> str:
    """How far a rule can be trusted, measured on annotated news: sure 19 times of 20, likely 5 of 6, check less.

    `kind` holds the bits of its verb; the words in marks begin so many words `ahead` of it.
    """
    if rule not in LIKELY or ahead >= FAR:
        return "check"
    return "sure" if rule == FORWARD and kind & REPORTING == REPORTING else "likely"
