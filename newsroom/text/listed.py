"""Word lists: as sets, and as one regex that stays quick however long the list."""

import re


def listed(words: str) -> frozenset[str]:
    """The words of a list typed as running text."""
    return frozenset(words.split())


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
