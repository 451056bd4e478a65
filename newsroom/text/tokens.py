"""A text as words and signs, each with a key that says when two of them read the same."""

import unicodedata
from functools import cache
from typing import NamedTuple

import regex

# Soft hyphens, bidi controls and the like: stored, but not looked at (FORMATS §1).
IGNORED = "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
# Written without spaces: each character is a word.
UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
LETTER = rf"[[\p{{L}}\p{{N}}\p{{M}}_\u200c\u200d{IGNORED}]--[{UNSPACED}]]"
TOKEN = regex.compile(
    rf"(?:\p{{L}}\.){{2,}}|{LETTER}+(?:(?:['’](?={LETTER})|(?<=\p{{Nd}})[.,:](?=\p{{Nd}})){LETTER}+)*|(?!\s)\X",
    regex.V1,
)
SKIPPED = regex.compile(f"[{IGNORED}]")
INITIALS = regex.compile(r"(?:\p{L}\.){2,}")
FOLDED = str.maketrans("’‘‚‛′“”„‟«»″‐‑–—−", '\'\'\'\'\'"""""""-----')


class Token(NamedTuple):
    """One word or sign, `text[start:end]` in code points; tokens with the same `key` read the same.

    The key has no case, no soft hyphens, one kind of apostrophe, quotation mark and dash, and initials without dots.
    """

    start: int
    end: int
    key: str


def tokens(text: str) -> list[Token]:
    """The words and signs of a text in order, white space and controls left out. Never inside a grapheme."""
    found = ((match.start(), match.end(), key_of(match[0])) for match in TOKEN.finditer(text))
    return [Token(start, end, key) for start, end, key in found if key]


@cache
def folded(word: str) -> str:
    word = SKIPPED.sub("", unicodedata.normalize("NFC", word)).translate(FOLDED)
    if INITIALS.fullmatch(word):
        word = word.replace(".", "")
    return word.casefold()


def key_of(word: str) -> str:
    """The word without what does not count when two are compared."""
    return folded(word) if len(word) < 40 else folded.__wrapped__(word)
