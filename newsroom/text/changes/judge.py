"""The comparison that decides whether marks stand."""

from newsroom.text.changes.language import listed_language
from newsroom.text.changes.reasons import reason
from newsroom.text.changes.surroundings import around
from newsroom.text.changes.units import units
from newsroom.text.messages import gettext_noop
from newsroom.text.pair import Pair
from newsroom.text.side import Side
from newsroom.text.spans import Span

AROUND = gettext_noop("around it: {change}")


def material(old: str, new: str, *, language: str = "en") -> str:
    """Why marks for the old wording cannot stand for the new one ("1.2 → 1.3 million"), "" if they can.

    Cosmetic are typographic marks, white space, capitals outside names, hyphens, punctuation that opens or closes no
    quotation, and listed spelling pairs; in a language without word lists, white space and marks alone.
    """
    here, there = Side(old), Side(new)
    return words(Pair(here, there), Span(0, len(here)), Span(0, len(there)), english=listed_language(language))


def why(pair: Pair, claim: Span, there: Span, *, english: bool) -> str:
    """Why the marks of the old tokens are suspended on the new ones; "" if they stand."""
    change = words(pair, claim, there, english=english)
    if change:
        return change
    change = around(pair, claim, there, english=english)
    return AROUND.format(change=change) if change else ""


def words(pair: Pair, claim: Span, there: Span, *, english: bool) -> str:
    """What the claim's own words say differently."""
    if alike(pair, claim, there):
        return ""
    old, new = units(pair.old, claim, english=english), units(pair.new, there, english=english)
    return reason(list(old), list(new), english=english)


def alike(pair: Pair, claim: Span, there: Span) -> bool:
    """Whether nothing at all differs: the quick answer for most claims."""
    same = pair.old.words(claim).split() == pair.new.words(there).split()
    return same and pair.old.quoted[slice(*claim)] == pair.new.quoted[slice(*there)]
