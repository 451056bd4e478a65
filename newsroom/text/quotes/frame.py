"""Somebody says something: who, by what words, and where what is said may stand."""

from typing import NamedTuple

from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.reading import Reading

# Words in marks that end so call for a speaker behind them.
CALLING = frozenset(",?!…–—-")
# The rule of a frame that says only to whom something was said: X was asked, “….
SILENT = "asked of X"


class Frame(NamedTuple):
    """Places of the speaker and of the cue, and of what is said before and behind them: first and end.

    `back` and `forth` are empty (first == end) where nothing is said on that side. `rule` names what found it, `kind`
    holds the bits of its verb; `explicit` says that the speaker stands right by the verb.
    """

    speaker: Phrase
    cue: Phrase
    rule: str
    back: Phrase
    forth: Phrase
    kind: int
    explicit: bool = True


def calls(reading: Reading, quote: int) -> bool:
    """Whether words in marks end in a way that calls for a speaker behind them."""
    return not CALLING.isdisjoint(reading.words[quote][-3:])
