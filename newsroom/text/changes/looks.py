"""Edits of a word's looks: capitals and hyphens, and when they are more than that."""

from collections.abc import Sequence

from newsroom.text.changes.lists import CASED, ROLES
from newsroom.text.changes.units import Unit
from newsroom.text.names import NOT_NAMES

# From this share of its longer words on, a line is in capitals for being a title.
TITLE, LONG = 0.7, 4


def recased(old: Unit, new: Unit, *, titles: bool) -> bool:
    """Whether other capitals may make a name or another word of it: “Polish” and “polish”, “US” and “us”.

    A capital says nothing at the beginning of a sentence, in a title, or on the word for an office or body.
    """
    capital = old if old.shown[:1].isupper() else new
    if old.shown[:1].isupper() == new.shown[:1].isupper() or capital.initial:
        return False
    return old.key in CASED or not (titles or old.key in ROLES or old.key in NOT_NAMES)


def title_cased(found: Sequence[Unit]) -> bool:
    longer = [unit.shown[0].isupper() for unit in found if len(unit.key) >= LONG and unit.shown[0].isalpha()]
    return len(longer) > 1 and sum(longer) >= TITLE * len(longer)


def hyphenated(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """The same letters, in one word or in two, where a hyphen stands on one side: “e-mail” and “email”."""
    if any(unit.value for unit in (*old, *new)) or not any(unit.joined for unit in (*old, *new)):
        return False
    if {unit.quoted for unit in old} != {unit.quoted for unit in new}:
        return False
    return "".join(unit.key for unit in old) == "".join(unit.key for unit in new)
