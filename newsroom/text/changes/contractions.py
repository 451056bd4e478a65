"""Words that are drawn together and say the same: “didn't” and “did not”. English."""

from collections.abc import Sequence
from itertools import product

from newsroom.text.listed import listed

ENDINGS = {"s": ("is", "has"), "d": ("had", "would"), "re": ("are",), "ve": ("have",), "ll": ("will",), "m": ("am",)}
IRREGULAR = {"can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "let's": "let us"}
# Behind these “'s” is a verb.
SUBJECTS = listed("it he she that there here what who where how when this")
# Longer edits are never just that.
MOST = 4


def same_words(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether two runs of words in lower case may say the same without contractions."""
    return max(len(old), len(new)) <= MOST and not written_out(old).isdisjoint(written_out(new))


def written_out(words: Sequence[str]) -> set[str]:
    return {" ".join(said) for said in product(*map(full, words))}


def full(word: str) -> tuple[str, ...]:
    """A contraction written out, in each way that it may be meant; another word as it is."""
    if word in IRREGULAR:
        return (IRREGULAR[word],)
    if word.endswith("n't"):
        return (f"{word[:-3]} not",)
    stem, _, end = word.partition("'")
    if end == "s" and stem not in SUBJECTS:
        return (word,)
    return tuple(f"{stem} {verb}" for verb in ENDINGS.get(end, ())) or (word,)
