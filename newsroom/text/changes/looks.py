"""Edits of a word's looks: capitals, hyphens and contractions, and when they are more than that."""

from collections.abc import Sequence

from newsroom.text.changes.contractions import same_words
from newsroom.text.changes.lists import CASED, ROLES
from newsroom.text.changes.spelling import JOINED
from newsroom.text.changes.units import Unit
from newsroom.text.names import NOT_NAMES

# From this share of its longer words on, a line is in capitals for being a title.
TITLE, LONG = 0.7, 4


def recased(old: Unit, new: Unit, *, titles: bool) -> bool:
    """Whether other capitals may make a name or another word of it: “Polish” and “polish”, “US” and “us”.

    A capital says nothing at the beginning of a sentence, in a title, or on the word for an office or body.
    """
    if old.shown[:1].isupper() == new.shown[:1].isupper():
        return inner(old) != inner(new) and not (titles or old.key in ROLES or old.key in NOT_NAMES)
    capital = old if old.shown[:1].isupper() else new
    if capital.initial:
        return False
    return old.key in CASED or not (titles or old.key in ROLES or old.key in NOT_NAMES)


def inner(unit: Unit) -> str:
    """The capitals behind the first letter: “Macbeth” and “MacBeth”."""
    return "".join(char for char in unit.shown[1:] if char.isupper())


def title_cased(found: Sequence[Unit]) -> bool:
    longer = [unit.shown[0].isupper() for unit in found if len(unit.key) >= LONG and unit.shown[0].isalpha()]
    return len(longer) > 1 and sum(longer) >= TITLE * len(longer)


def respelt(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """The same letters, in one word or in two, where a hyphen stands on one side or a list allows it: “e-mail” and
    “email”; or, where nobody is quoted, a contraction and its words: “didn't” and “did not”.
    """
    if any(unit.value for unit in (*old, *new)) or {unit.quoted for unit in old} != {unit.quoted for unit in new}:
        return False
    here, there = ("".join(unit.key for unit in side) for side in (old, new))
    if here == there:
        return here in JOINED or any(unit.joined for unit in (*old, *new))
    quoted = any(unit.quoted for unit in (*old, *new))
    return not quoted and same_words([unit.key for unit in old], [unit.key for unit in new])
