"""The risks of a claim, and which claims to look at first."""

from collections.abc import Collection

FLAGS = ("legal", "privacy", "minor", "safety")

# The group of a claim is the first of these that one of its kinds belongs to; a legal flag goes before them all.
GROUPS: dict[str, frozenset[str]] = {
    "legal": frozenset(["allegation"]),
    "quote": frozenset(["quote", "paraphrase"]),
    "superlative": frozenset(["superlative"]),
    "number": frozenset(["number", "money", "percentage", "date"]),
    "name": frozenset(["name"]),
}
RISK_ORDER = (*GROUPS, "other")


def risk_group(kinds: Collection[str], flags: Collection[str] = ()) -> str:
    """The group of RISK_ORDER that a claim of these kinds and flags is looked at with; “legal” is first."""
    if "legal" in flags:
        return "legal"
    return next((group for group, members in GROUPS.items() if not members.isdisjoint(kinds)), "other")


def risk_rank(kinds: Collection[str], flags: Collection[str] = ()) -> int:
    """The place of a claim's group in RISK_ORDER, 0 first: a sort key that keeps text order within a group."""
    return RISK_ORDER.index(risk_group(kinds, flags))
