"""What the rules about speakers find."""

from typing import NamedTuple


class Attribution(NamedTuple):
    """Who and by what words, as printed: `start` is where the speaker stands in the text, in code points.

    `rule` names what found it; `confidence` says how far that can be trusted: sure, likely or check.
    """

    start: int
    mention: str
    cue: str
    rule: str
    confidence: str
