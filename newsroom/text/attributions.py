"""Straight behind a closing mark, who speaks and a verb: “Are you sure?” Ms. Grant asked."""

import re

from newsroom.text.abbreviations import STARTERS
from newsroom.text.listed import any_of
from newsroom.text.verbs import AUXILIARY

# How far behind the mark the verb comes at most (code points).
REACH = 160
# A name (or I): after a pronoun or article with a capital a new sentence begins.
SPEAKER = re.compile(r"I\b|(?=[^\W\d_])[\w’'.-]+")
VERB = re.compile(
    r"(?:I|[\w’'.-]+(?: [\w’'.-]+){0,6}?(?:, [^\n\"“”]{1,70}?,)?) "
    rf"(?:{any_of(AUXILIARY)} ){{0,2}}(?:asks?|asked|says?|said|cried|cries|shouted|yelled|exclaimed|wrote|writes"
    r"|replied|replies|added|adds|answered|wondered|screamed|demanded|tweeted|whispered|joked|quipped|tells|told"
    r"|called|continued|retorted|wanted to know)\b(?! (?:nothing|no\b|little))"
)
SPOKEN = re.compile(r"(?:と|[^。！？\s]{1,8}[说說道问問称稱喊])")


def attributed(text: str, place: int) -> bool:
    """Whether the words at `place` say who spoke the words in marks just before."""
    first = SPEAKER.match(text, place)
    if first is None or (first[0].lower() in STARTERS and first[0] != "I"):
        return False
    return VERB.match(text, place, place + REACH) is not None


def attributed_behind_corner(text: str, place: int) -> bool:
    """The same in Japanese and Chinese, where no space stands between: 「…。」と彼は言った, “…。”他说."""
    return SPOKEN.match(text, place, place + REACH) is not None
