"""Who speaks: the noun phrase before or behind a speech verb, found without a grammar.

A phrase is read outwards from the verb, word by word, until a word or mark that no noun phrase goes beyond.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsroom.text.names import PERIOD_TITLES
from newsroom.text.quotes.grammar import (
    BREAKS,
    DETERMINERS,
    LEADING,
    LINKS,
    LISTENERS,
    LONGEST,
    NO_END,
    NO_HEAD,
    NO_NAME,
    OPENING,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)
from newsroom.text.verbs import AUXILIARY, NOUNS, PLAIN, SAYING

TOKEN = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*[’'.]?|\S")


class Token(NamedTuple):
    start: int
    end: int
    word: str
    lower: str


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Words and single marks of `text[start:end]`, with their offsets in the whole text."""
    found: list[Token] = []
    add = found.append
    token = tuple.__new__  # what Token(…) comes to in the end; a fifth of the time of this loop
    for match in TOKEN.finditer(text, start, end):
        word = match[0]
        low, high = match.span()
        if word[-1] == "." and high - low > 1 and not keeps_stop(word[:-1]):
            add(token(Token, (low, high - 1, word[:-1], word[:-1].lower())))
            low, word = high - 1, "."
        add(token(Token, (low, high, word, word.lower())))
    return found


def keeps_stop(word: str) -> bool:
    """Whether the full stop behind a word belongs to it: to a title or initials."""
    return len(word) == 1 or "." in word or word in PERIOD_TITLES


def is_name(token: Token) -> bool:
    return token.word[0].isupper()


def is_mark(token: Token) -> bool:
    return not token.word[0].isalnum()


def is_adverb(token: Token) -> bool:
    lower = token.lower
    return lower in AUXILIARY or (lower[-2:] == "ly" and len(lower) > 4 and lower not in ("family", "rally", "reply"))


def subject_before(found: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The noun phrase that ends right before token `verb`, as token places [first, last]; None without one.

    Adverbs and auxiliaries in between, an aside between commas or dashes and one in brackets are skipped.
    """
    last = verb - 1
    while last >= 0 and is_adverb(found[last]):
        last -= 1
    last = before_aside(found, last)
    if last < 0 or is_mark(found[last]):
        return None
    first = last
    if found[last].lower in PRONOUNS:
        return (last, last) if found[last].lower != "who" else antecedent(found, last)
    if found[last].lower in LINKS:
        return antecedent(found, last) if found[last].lower in ("that", "which") else None
    while first > 0 and last - first < LONGEST and goes_back(found, first):
        first -= 1
    return lead(found, first, last)


def before_aside(found: Sequence[Token], last: int) -> int:
    """Where the phrase ends when an aside stands between it and the verb."""
    for _ in range(2):
        if last < 0:
            break
        mark = found[last].word
        if mark == ")":
            while last > 0 and found[last].word != "(":
                last -= 1
            last -= 1
        elif mark in ",–—":
            opening = last - 1
            while opening >= 0 and found[opening].word != mark:
                opening -= 1
            if opens_phrase(found) and not any(token.word == mark for token in found[: max(0, opening)]):
                return last - 1
            last = opening - 1
    return last


def antecedent(found: Sequence[Token], relative: int) -> tuple[int, int] | None:
    """Whom “who” stands for: the phrase before it, with or without a comma in between."""
    last = relative - 1
    if last >= 0 and found[last].word in ",–—":
        last -= 1
    if last < 0 or is_mark(found[last]):
        return None
    first = last
    while first > 0 and last - first < LONGEST and goes_back(found, first):
        first -= 1
    return lead(found, first, last)


def goes_back(found: Sequence[Token], first: int) -> bool:
    """Whether the phrase whose first token so far is `first` takes in the token before it too."""
    token, before = found[first], found[first - 1]
    if is_mark(before):
        return before.word == "&"
    if before.lower in ("and", "&"):
        return first > 1 and is_name(token) and is_name(found[first - 2]) and not is_mark(found[first - 2])
    if token.lower in DETERMINERS and token.lower not in ("one",):
        return before.lower in ("of", "for", "from", "at", "with", "in") and first > 1 and not is_mark(found[first - 2])
    if before.lower in PRONOUNS or before.lower in BREAKS or before.lower in LISTENERS:
        return False
    if before.lower in PREPOSITIONS:
        return before.lower in ("of", "for", "from", "at", "with", "in") and first > 1
    if before.lower in SAYING and not is_name(before):
        return False
    return not (is_adverb(before) and not is_name(before))


def lead(found: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The phrase without an adverb, “on Monday” or “in a statement” in front of it."""
    while first <= last and (is_adverb(found[first]) or found[first].lower in BREAKS or found[first].lower in LEADING):
        first += 1
    if first > last:
        return None
    if found[first].lower in PREPOSITIONS:
        start = last
        while (
            start > first + 1 and not is_mark(found[start - 1]) and is_name(found[start]) and is_name(found[start - 1])
        ):
            start -= 1
        if not is_name(found[start]):
            while start > first + 1 and found[start].lower not in DETERMINERS:
                start -= 1
        first = start
    if found[last].lower in TIMES and last > first and not is_name(found[last]):
        last -= 1
    return first, last


def subject_behind(found: Sequence[Token], first: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token `first`, as token places [first, last]; None without one."""
    if first >= len(found) or is_mark(found[first]):
        return None
    head = found[first]
    if head.lower in PRONOUNS - {"who"}:
        return first, first
    if head.lower in NO_HEAD or is_adverb(head):
        return None
    last = first
    while last + 1 < len(found) and last - first < LONGEST and goes_on(found, last):
        last += 1
    while last > first and found[last].lower in NO_END:
        last -= 1
    return first, last


def goes_on(found: Sequence[Token], last: int) -> bool:
    """Whether the phrase whose last token so far is `last` takes in the token behind it too."""
    token, behind = found[last], found[last + 1]
    after = found[last + 2] if last + 2 < len(found) else None
    if is_mark(behind):
        return behind.word == "&"
    if behind.lower in ("and", "&"):
        return is_name(token) and after is not None and is_name(after)
    if behind.lower == "of":
        return True
    if behind.lower in ("for", "from", "at", "with", "in"):
        return not is_name(token) and after is not None and behind.lower != "in"
    if behind.lower in BREAKS or behind.lower in PREPOSITIONS or behind.lower in TIMES:
        return False
    if is_adverb(behind) or behind.lower in LISTENERS or behind.lower in PRONOUNS:
        return False
    if behind.lower in SAYING - NOUNS - PLAIN and not is_name(behind):
        return False
    if is_name(token) and not is_name(behind) and token.lower not in DETERMINERS and not PEOPLE.search(token.word):
        return any(is_name(later) for later in found[last + 2 : last + 4]) and not any(
            is_mark(later) or later.lower in LINKS for later in found[last + 2 : last + 3]
        )
    return True


def opens_phrase(found: Sequence[Token]) -> bool:
    """Whether a sentence begins with a phrase that a comma parts from its subject: “After the vote, …”."""
    head = found[0]
    return head.lower in OPENING or head.lower[-3:] in ("ing", "ter") or head.word[0].isdigit() or is_adverb(head)


def past_opening(found: Sequence[Token]) -> int:
    """Where the sentence proper begins: behind a dateline (“HOLM (Reuters) –”) or an opening phrase."""
    for place, token in enumerate(found[:10]):
        if token.word in "–—" or (token.word == "-" and place):
            if all(is_name(before) or is_mark(before) for before in found[:place]):
                return place + 1
            break
    if found and opens_phrase(found):
        return next((place + 1 for place, token in enumerate(found) if token.word == ","), 0)
    return 0


def sentence_subject(found: Sequence[Token]) -> tuple[int, int] | None:
    """What a sentence is probably about: its first name, pronoun or “the …”, past an opening phrase and its comma."""
    first = past_opening(found)
    limit = first + 12
    while first < min(len(found), limit):
        token = found[first]
        if token.lower in PRONOUNS and token.lower not in ("it", "who", "you"):
            return first, first
        if not is_mark(token) and token.lower not in LEADING and not is_adverb(token):
            if is_name(token) and token.lower not in NO_NAME:
                return subject_behind(found, first)
            if token.lower in DETERMINERS:
                return subject_behind(found, first)
        first += 1
    return None
