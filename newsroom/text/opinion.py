"""Whether a sentence sounds like opinion: a hint with the words behind it, never a decision."""

import re

from newsroom.text.lexicon import APPEALS, CALLS, DUTIES, EVALUATIVE, STANCE
from newsroom.text.wording import Wording

DUTY = re.compile(r"\b(?:ought to|must(?! have)|mustn[’']t|no (?:doubt|wonder|excuse))\b")
CALL = re.compile(r"\b(?:should|shouldn[’']t|needs? to|time (?:to|for)|deserves?)\b")
OURS = re.compile(r"\b(?:[Ww]e|us|[Oo]ur|I|my|you|your)\b")
APPEAL = re.compile(
    r"\b(?:[Ii]magine|[Ll]et(?:[’']s| us)|I (?:think|believe|suspect|fear|wish|hope)"
    r"|nothing (?:but|less|more)|kind of|really)\b"
)
TELLING = EVALUATIVE | STANCE | DUTIES | APPEALS | CALLS


def opinion(said: Wording) -> str:
    """The rule and the words that make it sound like opinion: 'evaluative word: “absurd”'; "" when nothing does.

    `said` is what the story says in its own voice: pass no words that it quotes. Tried on the sentences of
    NewsSD-ENG (CC BY 4.0), of which nothing is kept here.
    """
    if not tells(said):
        return exclaimed(said.text)
    for rule, words in (("evaluative word", EVALUATIVE), ("word of stance", STANCE)):
        found = said.listed & words
        if found:
            return f"{rule}: “{next(word for word in said.words if word.lower() in found)}”"
    for rule, words, pattern in (("call to act", DUTIES, DUTY), ("writer’s voice", APPEALS, APPEAL)):
        match = pattern.search(said.text) if said.listed & words else None
        if match:
            return f"{rule}: “{match.group()}”"
    if said.listed & CALLS:
        call, ours = CALL.search(said.text), OURS.search(said.text)
        if call and ours:
            return f"call to act: “{ours.group()} … {call.group()}”"
    return exclaimed(said.text)


def tells(said: Wording) -> bool:
    """Whether it has a word that any rule but the exclamation mark asks for."""
    return not said.listed.isdisjoint(TELLING)


def exclaimed(wording: str) -> str:
    return "exclamation: “!”" if wording.rstrip(" ”\"’'").endswith("!") else ""
