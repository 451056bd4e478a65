"""Subjects and their verbs, by the bits of the chunks."""

from collections.abc import Sequence

from newsroom.text.signals import BIT, FIGURE, LOOK, VERB

PERHAPS, OBJECT, ADVERB = BIT["perhaps"], BIT["object"] | FIGURE, BIT["adverb"]
PARTICIPLE, NO_SUBJECT, PLAIN, PLURAL = BIT["participle"], BIT["no subject"], BIT["plain"], BIT["plural"]


def is_finite(chunks: Sequence[str], place: int) -> bool:
    """Whether the chunk is a finite verb, with a look at the one behind it: “tests the wells”."""
    found = LOOK[chunks[place]]
    if found & VERB:
        return True
    return bool(found & PERHAPS) and place + 1 < len(chunks) and LOOK[chunks[place + 1]] & OBJECT != 0


def starts_with_verb(chunks: Sequence[str], first: int, stop: int) -> bool:
    """Whether the chunks begin with a finite verb, perhaps behind an adverb: its subject stands before them."""
    if first + 1 < stop and LOOK[chunks[first]] & ADVERB:
        first += 1
    return first < stop and is_finite(chunks, first)


def has_subject(chunks: Sequence[str], first: int, stop: int) -> bool:
    """Whether the chunks are a subject and its verb, and more. “Published by”, “the wounded” are no verbs."""
    for place in range(first, min(stop, len(chunks))):
        found = LOOK[chunks[place]]
        if found & NO_SUBJECT:
            return False
        if place == first:
            continue
        before = LOOK[chunks[place - 1]]
        if is_finite(chunks, place) and not (
            found & PARTICIPLE and (before & OBJECT or chunks[place + 1 : place + 2] == ["by"])
        ):
            return True
        if found & PLAIN and before & PLURAL:
            return True
    return False
