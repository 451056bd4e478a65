"""Which words changed what a claim says, in the words of the page: “1.2 → 1.3 million”."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from newsroom.text.changes.figures import SCALES
from newsroom.text.changes.lists import CLASSES
from newsroom.text.changes.looks import recased, respelt, title_cased
from newsroom.text.changes.units import Unit
from newsroom.text.matching import matches
from newsroom.text.names import NOT_NAMES

LONGEST = 60
# An edit of so many words is shown whole.
FEW = 3
Edit = tuple[Sequence[Unit], Sequence[Unit]]
# From where to where an edit goes in the old units, and in the new.
Places = tuple[int, int, int, int]
# The first of these that differs names the change.
ORDER = ("negation", "number", "currency", "unit", "date", "quantifier", "hedge", "name", "comparison", "cue", "cause")


def reason(old: Sequence[Unit], new: Sequence[Unit], *, english: bool) -> str:
    """What differs between the old and the new units of a claim, "" if only its looks do."""
    edits: list[Places] = []
    titles = title_cased(old) or title_cased(new)
    kept = matches([unit[:2] for unit in old], [unit[:2] for unit in new])
    for (i, j), (k, m) in pairwise([(-1, -1), *kept, (len(old), len(new))]):
        here, there = old[i + 1 : k], new[j + 1 : m]
        if (here or there) and not (english and respelt(here, there)):
            edits.append((i + 1, k, j + 1, m))
        if english and k < len(old) and m < len(new) and recased(old[k], new[m], titles=titles):
            edits.append((k, k + 1, m, m + 1))
    return told(old, new, edits, english=english) if edits else ""


def told(old: Sequence[Unit], new: Sequence[Unit], places: Sequence[Places], *, english: bool) -> str:
    """The most telling class of words that differs, else the words."""
    edits = [(old[i:k], new[j:m]) for i, k, j, m in places]
    removed, added = ([unit for edit in edits for unit in edit[side]] for side in (0, 1))
    if Counter(unit.key for unit in removed) == Counter(unit.key for unit in added):
        around = old[places[0][0] : places[-1][1]], new[places[0][2] : places[-1][3]]
        return marked(removed, added) or arrow(*around)
    if not english:
        return arrow(removed, added)
    lost, won = apart(removed, added, lambda unit: unit.key)
    for kind in ORDER:
        here, there = ([unit for unit in side if kind in kinds(unit)] for side in (lost, won))
        if kind == "number":
            here, there = apart(here, there, lambda unit: unit.value)
        if here and there:
            return arrow(here, there) + behind(new, there)
        if here or there:
            return arrow(*whole(here, there, edits))
    return arrow(removed, added)


def whole(here: Sequence[Unit], there: Sequence[Unit], edits: Sequence[Edit]) -> Edit:
    """The edit that a word on one side alone came or went with, if it is short; else the word."""
    side = 0 if here else 1
    edit = next(edit for edit in edits if (here or there)[0] in edit[side])
    return edit if max(map(len, edit)) <= FEW else (here, there)


def apart(old: Sequence[Unit], new: Sequence[Unit], by: Callable[[Unit], str]) -> tuple[list[Unit], list[Unit]]:
    """The units of either side of which the other has fewer."""
    gone, come = Counter(map(by, old)), Counter(map(by, new))
    return [u for u in old if gone[by(u)] > come[by(u)]], [u for u in new if come[by(u)] > gone[by(u)]]


def kinds(unit: Unit) -> set[str]:
    """The classes that a word belongs to."""
    found = {kind for kind, words in CLASSES.items() if unit.key in words}
    if unit.key.endswith("n't"):
        found.add("negation")
    if unit.value:
        found.add("number")
    if unit.shown[:1].isupper() and unit.key not in NOT_NAMES:
        found.add("name")
    return found


def marked(removed: Sequence[Unit], added: Sequence[Unit]) -> str:
    """Where the words are the same, those that came into or out of quotation marks; "" if none did."""
    inside, outside = ([unit for unit in side if unit.quoted] for side in (added, removed))
    if len(inside) > len(outside):
        return f"quotation marks around “{listing(inside)}” added"
    if len(inside) < len(outside):
        return f"quotation marks around “{listing(outside)}” removed"
    return ""


def arrow(removed: Sequence[Unit], added: Sequence[Unit]) -> str:
    """“Old → new”, a scale that both end in said once; or what was removed or added."""
    here, there = listing(removed), listing(added)
    if not there:
        return f"“{here}” removed"
    if not here:
        return f"“{there}” added"
    number, _, scale = here.rpartition(" ")
    if number and scale in SCALES and there.endswith(f" {scale}"):
        here = number
    return f"{here} → {there}"


def behind(new: Sequence[Unit], changed: Sequence[Unit]) -> str:
    """The sign or unit behind a number that changed: what the number counts."""
    if len(changed) != 1 or not changed[0].value or " " in changed[0].shown:
        return ""
    unit = next((unit for unit in new if unit.first == changed[0].last and unit is not changed[0]), None)
    known = unit is not None and unit.key in CLASSES["unit"] | CLASSES["currency"]
    return unit.lead + unit.shown if unit and known else ""


def listing(found: Sequence[Unit]) -> str:
    """The words as printed, shortened; an ellipsis parts what stands apart."""
    words, last = "", -1
    for unit in found:
        lead = "" if not words else unit.lead if unit.first <= last + 1 else " … "
        words, last = words + lead + unit.shown, unit.last
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
