"""What the rules about speakers find."""

from typing import NamedTuple

from newsroom.text.quotes.grammar import PRONOUNS
from newsroom.text.spans import Span


class Attribution(NamedTuple):
    """Who and by what words: spans in the text, the rule that found them, and how far it can be trusted.

    `named` is whom a relative pronoun stands for: “Lind, who said” is said by Lind.
    """

    speaker: Span
    cue: Span
    rule: str
    confidence: str
    named: Span | None = None


def is_pronoun(words: str) -> bool:
    return words.lower() in PRONOUNS
