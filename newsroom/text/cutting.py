"""Whether a sentence is cut at one of its joints: do both sides hold a fact of their own?"""

from collections.abc import Sequence
from itertools import pairwise

from newsroom.text.grammar import (
    ARTICLES,
    COMPARING,
    INTRODUCING,
    MEASURED,
    NO_PARTICIPLE,
    PRICING,
    PRONOUNS,
    RELATIVE,
    SHOWING,
    UNDER,
    UNFINISHED,
    WHEN,
)
from newsroom.text.lexicon import NUMBERS
from newsroom.text.meeting import FAR, Meeting
from newsroom.text.signals import BIT, FACT, LOOK, OWN, TELLING, VERB, core
from newsroom.text.verbs import SAYING

# A subject and its verb stand in so many words.
SOON = 8
COMPARED = OWN | BIT["comparison"]


def cuts(at: Meeting) -> bool:
    """Whether each side is a fact by itself."""
    if not at.sign and not (at.left & OWN and at.rest & OWN):
        return listing(at)
    if at.sign == "," and not at.word and not at.rest & COMPARED and at.head != "one":
        return False
    if at.sign == ";":
        return bool(at.left & (VERB | TELLING) and at.near & (VERB | TELLING))
    if at.quoted and (at.sign or at.word in UNDER):
        return False
    if at.sign == ":":
        return not at.word and bool(at.left & VERB and at.near & VERB and at.near & OWN)
    if at.opening:
        return at.subordinate and not at.word and bool(at.left & VERB and at.left & TELLING and at.near & TELLING)
    if at.is_verb_first():
        return interrupted(at) if at.aside else shared(at) or tail(at)
    if at.aside:
        return False
    if at.word in RELATIVE:
        return bool(at.left & VERB and at.left & OWN and at.near & VERB and at.near & TELLING)
    if at.word in UNDER:
        return under(at)
    return clause(at) or listing(at) or tail(at)


def interrupted(at: Meeting) -> bool:
    """Whether the verb goes on behind an aside with a fact: Venn, who took over in May, | plans to cut 40 jobs."""
    return bool(at.sign == "," and at.aside & VERB and at.aside & TELLING and at.rest & OWN)


def shared(at: Meeting) -> bool:
    """Whether two verbs with one subject have a fact each: opened in 1931 | and drew 48,200 swimmers."""
    if at.second == "by" or LOOK[at.chunks[at.joint - 1]] & VERB or (at.quoting and not at.word and at.head in SAYING):
        return False
    wanted = FACT if not at.word and at.head[-2:] == "ed" else OWN
    return bool(at.whole & VERB and at.left & wanted and at.far & wanted)


def under(at: Meeting) -> bool:
    """Whether a clause of time or cause has a fact of its own: taken to hospital | after a chimney fell in Holm."""
    if not (at.left & VERB and at.left & OWN and at.shows & VERB and at.far & OWN):
        return False
    if core(at.chunks[at.joint - 1]) in MEASURED[at.word]:
        return False
    if at.word == "since":
        return not at.left & BIT["superlative"]
    if at.word == "as":
        begins = at.head[:1].isupper() or at.head in PRONOUNS or at.head in ARTICLES
        return begins and bool(at.shows & TELLING)
    return at.head[-3:] != "ing"


def clause(at: Meeting) -> bool:
    """Whether a clause with a subject of its own follows: four abstained, | while Weir voted against."""
    if at.word == "and" and at.head == "to":
        return bool(at.left & FACT and at.near & FACT)
    if not at.left & VERB:
        return False
    if not at.word:
        return (
            at.head in PRONOUNS
            and bool(at.shows & VERB and (at.left | at.near) & OWN)
            and UNFINISHED.isdisjoint(at.left_words())
        )
    if at.sign and not at.shows & VERB:
        return bool(at.left & FACT and at.rest & FACT) and at.resumes()
    if not at.shows & VERB or not ((at.sign and at.head in INTRODUCING) or at.has_subject(0, SOON)):
        return False
    if at.sign:
        return bool((at.left | at.far) & OWN)
    capital = at.head[:1].isupper() and at.head not in PRONOUNS
    return bool(at.left & BIT["verb"] and at.left & OWN and at.far & OWN) and not capital


def tail(at: Meeting) -> bool:
    """Whether an apposition, a comparison or a participle at the end brings a fact: …, down from 71,000."""
    head = at.head
    participle = head[-3:] == "ing" and head not in NO_PARTICIPLE
    if at.word:
        return at.word == "and" and participle and not at.left & VERB and bool(at.left & FACT and at.near & FACT)
    if not at.left & VERB or not head:
        return False
    if head in ARTICLES:
        return bool(at.near & TELLING) and at.is_last()
    if head in NUMBERS or head == "one" or head[0].isdigit():
        return measures(at.right_words())
    if head in COMPARING:
        return bool(at.near & TELLING) or measures(at.right_words())
    if head in PRICING:
        return bool(at.near & BIT["money"])
    if head[0].isupper() and at.second in NUMBERS and at.stop - at.begin == 2:
        return True
    return (participle or at.second == "by") and bool(at.near & TELLING)


def listing(at: Meeting) -> bool:
    """Whether the right side is an item in a list of figures: two ferries, | three barges | and 12 lorries."""
    if not at.whole & VERB or not at.whole & FACT or at.shows & VERB:
        return False
    if at.word == "and":
        return at.is_item(at.place) and at.pieces[at.place - 1][4] == "," and at.place > 1
    follows = at.place + 1 < len(at.pieces) and at.is_item(at.place + 1)
    return at.sign == "," and not at.word and follows and (at.is_item(at.place) or at.head in ARTICLES)


def measures(words: Sequence[str]) -> bool:
    """Whether a number makes a tail: two years later than promised; one of them in intensive care."""
    if "than" in words or "fewer" in words:
        return True
    return any(
        (one == "of" and two in ("them", "whom", "which", "these", "those"))
        or (one == "times" and two in ("as", "more", "the"))
        for one, two in pairwise(words)
    )


def is_attribution(at: Meeting) -> bool:
    """Whether the right side only says who says the left one: …, police said; …, according to a survey."""
    if at.sign != "," or at.word or at.aside or at.quoting or not at.whole & VERB:
        return False
    if at.head == "according":
        return True
    words = at.right_words()
    if SHOWING.isdisjoint(words):
        return False
    if at.head in ("said", "says", "added", "adds"):
        return 1 < len(words) < FAR
    place = next(place for place, word in enumerate(words) if word in SHOWING)
    behind = words[place + 1] if place + 1 < len(words) else ""
    return 0 < place < FAR and (not behind or behind in WHEN or behind[-3:] == "day")
