"""What words show at a glance: kinds, risks, a verb, the capital of a name …, as the bits of one number.

A sentence is split at its white space; a chunk’s bits are worked out once and remembered.
"""

from functools import lru_cache, reduce
from operator import or_

from newsroom.text import lexicon
from newsroom.text.checklists import CHECKLISTS
from newsroom.text.figures import CURRENCY, figure_kind, is_young
from newsroom.text.geography import AT, BODIES, KNOWN, PARTS, TOWARDS
from newsroom.text.grammar import ALONE, INTRODUCING, OPENERS, WITH_SIGN
from newsroom.text.memo import Memo
from newsroom.text.names import NOT_NAMES
from newsroom.text.opinion import LOADED
from newsroom.text.risks import FLAGS
from newsroom.text.verbforms import ADVERBS, FINITE, NO_SUBJECT, NOT_VERBS, OBJECTS, PLURALS
from newsroom.text.verbs import SAYING

KINDS = tuple(CHECKLISTS)
# Besides kinds and risks: a finite verb, one of speech, a word of opinion; from “figure” on, what makes the neighbours
# tell something, what every word is asked for first (within 30 bits, where numbers are quick).
SIGNALS = (
    *KINDS, *FLAGS, "verb", "saying", "loaded", "tail",
    "figure", "period", "plain", "perhaps", "capital", "joint", "signed", "plural", "object",
    "short", "unit", "scale", "month", "fixing", "known place", "part", "body", "at", "towards", "link", "joining",
    "adverb", "participle", "no subject", "leading",
)  # fmt: skip
BIT = {name: 1 << place for place, name in enumerate(SIGNALS)}
FIGURE, SIGNED = BIT["figure"], BIT["signed"]
SHOWN = FIGURE - 1
# What a fact is told by.
FACT = BIT["number"] | BIT["money"] | BIT["percentage"] | BIT["date"]
TELLING = FACT | BIT["superlative"]
OWN = TELLING | BIT["name"] | BIT["place"] | BIT["quote"]
VERB = BIT["verb"] | BIT["saying"]

# What stands around a word without belonging to it; the signs among them that join clauses.
EDGES = " .,;:!?…‽。！？“”\"‘’'„«»‹›()[]{}<>*–—-•·/|"
SIGNS = frozenset(",;:")
LISTED: dict[str, int] = {}
for name, words in (
    ("number", lexicon.NUMBERS),
    ("money", lexicon.MONEY),
    ("percentage", lexicon.PERCENT | {"cent"}),
    ("date", lexicon.DATES),
    ("place", lexicon.PLACE_WORDS),
    ("cause", lexicon.CAUSES),
    ("comparison", lexicon.COMPARISONS),
    ("superlative", lexicon.SUPERLATIVES),
    ("status", lexicon.STATUSES),
    ("description", lexicon.DESCRIPTIONS),
    ("allegation", lexicon.ALLEGATIONS),
    ("legal", lexicon.ALLEGATIONS),
    ("privacy", lexicon.PRIVACY),
    ("minor", lexicon.MINORS),
    ("safety", lexicon.SAFETY),
    ("verb", FINITE - SAYING),
    ("saying", FINITE & SAYING),
    ("loaded", LOADED),
    ("tail", frozenset(["according", "one"])),
    ("unit", lexicon.MONEY | lexicon.PERCENT | {"a.m", "p.m", "cent"}),
    ("scale", lexicon.SCALES | {"per"}),
    ("period", lexicon.PERIODS),
    ("fixing", lexicon.FIXING),
    ("plain", lexicon.PLAIN),
    ("plural", PLURALS),
    ("adverb", ADVERBS),
    ("no subject", NO_SUBJECT),
    ("leading", INTRODUCING | OPENERS),
    ("perhaps", lexicon.PERHAPS),
    ("object", OBJECTS),
    ("link", lexicon.LINKS),
):
    for word in words:
        for form in {word, word.capitalize(), word.upper()}:
            LISTED[form] = LISTED.get(form, 0) | BIT[name]
for name, words in (
    ("joint", ALONE),
    ("joining", WITH_SIGN),
    ("at", AT),
    ("towards", TOWARDS),
    ("month", lexicon.MONTHS),
    ("date", lexicon.DAYS | lexicon.MONTHS | lexicon.FEASTS),
    ("unit", lexicon.MONTHS),
    ("status", lexicon.TITLES),
):
    for word in words:
        LISTED[word] = LISTED.get(word, 0) | BIT[name]
# Capitals that name nobody.
SILENT = lexicon.DAYS | lexicon.MONTHS | lexicon.FEASTS | {word.capitalize() for word in NOT_NAMES}
SILENT |= {"I", "I’m", "I’ve", "I’ll", "I’d"}


def core(chunk: str) -> str:
    """The word or figure of a chunk, without the marks around it."""
    return chunk.strip(EDGES)


def bits(chunk: str) -> int:
    """The bits of one chunk, wherever it stands."""
    word = core(chunk)
    sign = SIGNED if chunk[-1] in SIGNS else 0
    if "—" in word:
        return sign | reduce(or_, (bits(part) for part in word.split("—") if part))
    if not word:
        return sign
    if word[0].isdecimal() or word[0] in CURRENCY:
        short = BIT["short"] if len(word) <= 2 else 0
        return sign | FIGURE | short | BIT[figure_kind(word)] | is_young(word) * BIT["minor"]
    found = sign | LISTED.get(word, 0)
    if "@" in word or (word[0] == "+" and word[1:].isdecimal()):
        found |= BIT["privacy"]
    if word[0].isupper():
        if word not in SILENT:
            base = word.partition("’")[0].partition("'")[0]
            found |= BIT["capital"] | (base in KNOWN) * BIT["known place"]
            found |= (base in PARTS) * BIT["part"] | (base in BODIES) * BIT["body"]
    elif word[-2:] == "ed" and word not in NOT_VERBS:
        found |= BIT["participle"] | (0 if word in SAYING else BIT["verb"])
    if word[-3:] == "est" and is_superlative(word):
        found |= BIT["superlative"]
    if word[-1] == "s":
        found |= BIT["plural"]
    elif word[-2:] == "ly":
        found |= BIT["adverb"]
    elif word[-3:] == "ing":
        found |= BIT["leading"]
    return found


LOOK = Memo(bits)


def is_superlative(word: str) -> bool:
    return word.endswith("est") and len(word) > 5 and word.lower() not in lexicon.NOT_SUPERLATIVE


@lru_cache(maxsize=4096)
def described(found: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds and the risks among the bits, in their listed order; a description if there is no kind."""
    kinds = tuple(kind for kind in KINDS if found & BIT[kind])
    return kinds or ("description",), tuple(flag for flag in FLAGS if found & BIT[flag])
