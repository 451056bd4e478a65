"""What a word does where it stands."""

from newsroom.text.quotes.grammar import BETWEEN, DAYS, MONTHS, POSS, TIME
from newsroom.text.quotes.reading import Reading

CALENDAR = DAYS | MONTHS
# In -ly, without being adverbs.
NOUNS_IN_LY = frozenset(["family", "rally", "reply", "assembly", "ally"])


def is_adverb(reading: Reading, place: int) -> bool:
    """Whether the word only stands between a subject and its verb: has, also, reportedly."""
    if reading.kinds[place] & BETWEEN:
        return True
    lower = reading.lowers[place]
    return lower[-2:] == "ly" and len(lower) > 4 and lower not in NOUNS_IN_LY


def left_of(reading: Reading, low: int, verb: int) -> int:
    """The place before a verb and the adverbs that stand before it, which begin at `low` or later."""
    left = verb - 1
    while left > low and is_adverb(reading, left):
        left -= 1
    return left


def is_time(reading: Reading, place: int) -> bool:
    """Whether the word says when: Monday, yesterday; not Day or Week in a name."""
    if not reading.kinds[place] & TIME:
        return False
    return not reading.names[place] or reading.lowers[place] in CALENDAR


def is_possessive(reading: Reading, place: int) -> bool:
    """Whether the word says whose something is: his, Lind’s, the sailors’."""
    return bool(reading.kinds[place] & POSS) or reading.lowers[place].endswith(("'s", "s'"))
