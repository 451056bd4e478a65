"""Whether the word lists serve a text."""

from collections.abc import Sequence

from newsroom.text.listed import listed

COMMON = listed("the of and to in a is that for was on with as it by at from are this be have not or were which")
SHARE = 0.12
ENOUGH = 20


def listed_language(language: str) -> bool:
    """Whether there are word lists for a BCP 47 tag."""
    return language.lower().partition("-")[0] == "en"


def reads_english(keys: Sequence[str]) -> bool:
    """Whether a text reads as English by its commonest words; one too short to tell does in Latin letters."""
    words = [key for key in keys if key.isalpha()]
    if len(words) < ENOUGH:
        return all(word.isascii() for word in words)
    return sum(word in COMMON for word in words) >= SHARE * len(words)
