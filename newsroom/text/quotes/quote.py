"""Words that a text puts in someone's mouth."""

from typing import NamedTuple

from newsroom.text.spans import Span


class Quote(NamedTuple):
    """One quotation, `text[start:end]` in code points.

    The hull of a direct quote runs from its first mark to its last; that of a mixed one takes in the paraphrase
    around the marks, that of an indirect one is the clause reported. `marked` are the stretches in quotation marks,
    the marks included. `speaker` is the name resolved as far as the text allows, `speaker_mention` the printed
    words. `confidence` is sure, likely or check; `rule` names what found the speaker. A `doubtful` quote is perhaps
    no speech (a title, irony) and has no speaker.
    """

    start: int
    end: int
    kind: str
    marked: tuple[Span, ...]
    speaker: str
    speaker_mention: str
    cue: str
    confidence: str
    doubtful: bool
    rule: str
