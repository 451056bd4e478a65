"""Word lists: as sets, and as one regex that stays quick however long the list."""

import re


def listed(words: str) -> frozenset[str]:
    """The words of a list typed as running text."""
    return frozenset(words.split())


def inflected(verbs: str, *, doubling: str = "") -> frozenset[str]:
    """Every form of regular English verbs: admit, admits, admitted, admitting.

    `doubling` are those among them whose last letter is doubled.
    """
    forms: set[str] = set()
    twice = doubling.split()
    for verb in verbs.split():
        stem = verb + verb[-1] if verb in twice else verb
        if verb.endswith("y") and verb[-2] not in "aeiou":
            forms |= {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
        elif verb.endswith("e"):
            forms |= {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
        else:
            hissing = verb.endswith(("s", "x", "z", "ch", "sh", "o"))
            forms |= {verb, verb + ("es" if hissing else "s"), stem + "ed", stem + "ing"}
    return frozenset(forms)


def any_of(words: frozenset[str]) -> str:
    """A regex for any of the words, as a trie: each letter is looked at once, not each word. Longest first."""
    below: dict[str, set[str]] = {}
    for word in words:
        if word:
            below.setdefault(word[0], set()).add(word[1:])
    arms = [re.escape(letter) + any_of(frozenset(rests)) for letter, rests in sorted(below.items())]
    if not arms:
        return ""
    return f"(?:{'|'.join(arms)}){'?' if '' in words else ''}"
