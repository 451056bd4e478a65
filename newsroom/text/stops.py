"""Full stops that end no sentence: those of abbreviations, initials, ordinals and the numbers of items."""

import re

from newsroom.text.abbreviations import (
    ALSO_WORDS,
    BEFORE_FIGURES,
    BODIES,
    DAYS,
    EITHER,
    MARKED_NAMES,
    MONTHS,
    ORDINALS,
    STARTERS,
    TITLES,
    UNITS,
    ZONES,
)
from newsroom.text.lexicon import VERBS
from newsroom.text.listed import listed
from newsroom.text.verbs import SAYING

# An abbreviation is no longer than this, and what stands before it is read no further (code points).
BEHIND = 24
CLAUSE = 160

TOKEN = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+\Z")
NEXT = re.compile(r"[\s\"“„‘«»'(\[{–—-]*([^\W_]+(?:[’'][^\W_]+)?)?(?:\s+([^\W\d_]+))?")
APART = re.compile(r"[^\W\d_]\. ")
LETTER = re.compile(r"[^\W\d_]\.")
OPENERS = frozenset("\"“„‘«»'(「『[{")
ITEM = re.compile(r"(?:[^\W\d_]+ )?(?:[0-9]{1,3}|[IVXivx]{1,4})")
YEAR = re.compile(r"[^\W\d_]{1,3} [0-9]{4}\s")
TIME = re.compile(
    r"(?:On \w+,? )?(?:(?:[Jj]ust|[Ss]hortly|[Aa]t|[Bb]y|[Aa]bout|[Aa]round|[Bb]efore|[Aa]fter|[Uu]ntil|[Ss]ince"
    r"|[Ff]rom|[Ee]xactly|[Nn]early) )+[\d:.]+(?:\s?[ap]\.m\. (?:to|and) [\d:.]+)?\s?[ap]\.?m"
)
PERSON = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|[Yy]ou|who)\s\w")
CLAUSES = SAYING | listed("that and but or when if as while because after before where whether which whose than")
# Capitals alone that follow these words end with them: Plan B, Malcolm X, hepatitis C.
LETTERED = listed("plan vitamin group hepatitis grade type class category team malcolm terminal exhibit generation")
HILLS = listed("Mount Port Fort Lake Sault Saint East West North South")
# A word of two letters or more that is none of these ends its sentence with its full stop.
SHORTENED = TITLES | UNITS | BEFORE_FIGURES | EITHER


def stops_short(text: str, start: int, at: int, after: int) -> bool:
    """Whether the full stop at `at` belongs to an abbreviation, an initial, an ordinal or an item's number.

    `start` is where the sentence began, `after` where the text goes on behind the full stop.
    """
    word = text[at - BEHIND if at - BEHIND > start else start : at].rpartition(" ")[2]
    if word.isalpha() and len(word) > 1 and word.lower() not in SHORTENED:
        return False
    low = beginning(text, start, at)
    token = TOKEN.search(text[low:at].replace(" ", ""))
    if token is None:
        return False
    word = token.group()
    lower = word.lower()
    if word[0].isdigit():
        return is_number(text, start, at, after)
    counted = lower in UNITS and text[max(start, low - 2) : low].strip()[-1:].isdigit()
    if text[after].isdigit():
        return counted or "." in word or lower in BEFORE_FIGURES or lower in TITLES
    if counted and YEAR.fullmatch(text, start, low):
        return True
    if counted or (len(word) > 1 and word in ZONES):
        return False
    if len(word) == 1 and LETTER.match(text, after):
        return True
    if (len(word) == 1 and word.isupper()) or ("." in word and lower not in TITLES) or lower in EITHER:
        return not starts(text, start, low, after, word)
    if lower in TITLES and (word[0].isupper() or lower not in ALSO_WORDS):
        return lower not in {"no", "st"} or not starts(text, start, low, after, word)
    return False


def beginning(text: str, start: int, at: int) -> int:
    """Where the word before the full stop at `at` begins; letters apart are one word: “z. B”, “J. R. R”."""
    low = max(start, at - BEHIND)
    low = max(low, text.rfind(" ", low, at) + 1)
    if at - low == 1:
        while low - 3 >= start and at - low < BEHIND and APART.match(text, low - 3):
            if low - 4 >= start and text[low - 4].isalnum():
                break
            low -= 3
    return low


def is_number(text: str, start: int, at: int, after: int) -> bool:
    """Whether figures before a full stop number an item (“Item 1. The…”), or are an ordinal (“der 2. Weltkrieg”)."""
    if ITEM.fullmatch(text, start, at) and not text[after].isdigit():
        return True
    before = text[max(start, at - BEHIND) : at].split()
    if len(before) < 2 or len(before[-1]) > 2:
        return False
    following = NEXT.match(text, after, after + 40)
    return before[-2][-1] == ":" or before[-2].lower() in ORDINALS or bool(following and following[1] in MONTHS)


def is_marked_name(text: str, start: int, at: int, after: int) -> bool:
    """Whether the mark at `at` belongs to a name: “Yahoo! Chief Executive …”."""
    low = beginning(text, start, at)
    return text[low:at] in MARKED_NAMES and not starts(text, start, low, after, text[low:at])


def starts(text: str, start: int, low: int, after: int, word: str) -> bool:
    """Whether the words at `after` begin a sentence rather than go on with the abbreviation `word` at `low`."""
    match = NEXT.match(text, after, after + 60)
    upcoming, second = (match[1] or "", match[2] or "") if match else ("", "")
    lower = word.lower()
    if lower in {"a.m", "p.m", "am", "pm"}:
        return upcoming.lower() not in DAYS and not TIME.fullmatch(text, start, low + len(word))
    if text[after] in OPENERS:
        return bool(upcoming) and upcoming[0].isupper() and len(word) > 1
    if upcoming.lower() in STARTERS:
        return len(upcoming) + len(word) > 2
    return lower == "etc" or (upcoming.lower() not in BODIES and is_verb(second) and closes(text, start, low, word))


def closes(text: str, start: int, low: int, word: str) -> bool:
    """Whether what stands before the abbreviation at `low` can be a whole clause: “She studied at M.I.T.”."""
    words = text[max(start, low - CLAUSE) : low].split()
    if not words or (len(word) == 1 and words[-1][0].isupper() and words[-1].lower() not in LETTERED):
        return False
    if word == "St" and (not words[-1][0].isupper() or words[-1] in HILLS):
        return False
    while words and (words[-1][0].isupper() or words[-1] in ("the", "a", "an", "&")):
        words.pop()
    if not words or words[-1].lower() in CLAUSES:
        return False
    return any(map(is_verb, words)) or PERSON.search(text, max(start, low - CLAUSE), low) is not None


def is_verb(word: str) -> bool:
    return word in VERBS or word in SAYING or (word[-2:] == "ed" and word.islower())
