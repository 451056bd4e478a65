"""What the rules about speakers share: what they find, and what counts as a speech verb."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsroom.text.listed import listed
from newsroom.text.quotes.grammar import PRONOUNS
from newsroom.text.quotes.phrases import Token, is_mark, is_name
from newsroom.text.spans import Span
from newsroom.text.verbs import NOUNS, PLAIN, SAYING

# A clause is read no further than this from the marks (code points).
WINDOW = 300
# No clause that names a speaker is shorter than this.
SHORTEST = 2

ARTICLES = listed("the a an his her its their my our your")
BEFORE_PLAIN = PRONOUNS | listed(
    "to would will could can might may should must not did do does people police and never"
)
# It begins with a plain character class on purpose: so the engine leaps from one such letter to the next.
ELSEWHERE = re.compile(r"[Aa’'](?:(?<=[Aa])ccording to|(?<=[’'])s (?:view|words|opinion|telling)\b)")


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


def is_pronoun(words: str) -> bool:
    return words.lower() in PRONOUNS
